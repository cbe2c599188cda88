import { BASELINE_FILE, type Baseline, NO_BASELINE, readBaseline } from '../configuration/baseline.js'
import { parseJson } from './parse-json.js'
import { readText } from './read-files.js'
import type { TextCache } from './text-cache.js'

/** The findings that a workspace knows of, or what is wrong with the file that lists them. */
export type LoadedBaseline =
  | { readonly kind: 'loaded'; readonly baseline: Baseline }
  | { readonly kind: 'broken'; readonly problems: readonly string[] }

/** Reads the baseline of a workspace; empty where there is no file. `root` is an absolute path. */
export function loadBaseline(root: string, cache?: TextCache): LoadedBaseline {
  const read = readText(root, BASELINE_FILE, cache && { cache })
  if (!('text' in read)) {
    if (read.kind === 'missing') return { kind: 'loaded', baseline: NO_BASELINE }
    return { kind: 'broken', problems: [read.message] }
  }
  const parsed = parseJson(read.text)
  if ('problem' in parsed) return { kind: 'broken', problems: [parsed.problem] }
  const { baseline, problems } = readBaseline(parsed.value)
  return baseline ? { kind: 'loaded', baseline } : { kind: 'broken', problems }
}
