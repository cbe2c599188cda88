import path from 'node:path'
import { createDiskCache, type DiskCache, digestOf } from '../project/disk-cache.js'
import { journalFolders } from '../project/journal-folder.js'
import { type Looks, looksTheSame } from '../project/looked-at.js'
import { colours, errorColours } from './colours.js'
import type { CheckResult } from './commands/check.js'
import type { Delivery } from './deliver.js'
import { sayResult } from './say-result.js'
import { BUILD } from './version.js'

/** What to say for as long as all that a check has looked at looks the same. */
export interface QuickAnswer {
  /** What the answer is kept under. */
  readonly key: string
  readonly delivery: Delivery
  readonly looks: Looks
}

/** So many answers are kept: one or two for each branch and format. */
const ANSWERS = 16

/** So many questions, each with how all that it is about has looked. */
const QUESTIONS = 8

/** The answers of earlier checks, in a folder that is asked for when it is needed. */
export function answersIn(folder: () => string): DiskCache {
  return createDiskCache({ folder, name: 'check', kept: ANSWERS })
}

/**
 * Says what an earlier check with the same arguments said, if all that it looked at looks the same, and reads nothing of
 * that. The result is the exit status; undefined where it has to be checked. This is loaded before all else, and does not
 * read the arguments but for the project's folder: whatever they mean, it is what they meant before.
 */
export async function answerQuickly(): Promise<number | undefined> {
  const started = performance.now()
  const args = process.argv.slice(2)
  if (args[0] !== 'check' || args.includes('--no-cache')) return undefined
  for (const folder of journalFolders(rootIn(args))) {
    const kept = recall(() => folder)
    if (kept) return sayResult(kept.result, { ...kept.delivery, started, remark: ', as no file was touched' })
  }
  return undefined
}

/** Keeps a quick answer to what this process was asked. */
export function keepQuickAnswer(folder: () => string, answer: QuickAnswer): void {
  questionsIn(folder).write(questionKey(), JSON.stringify(answer))
}

function recall(folder: () => string): { result: CheckResult; delivery: Delivery } | undefined {
  try {
    const { key, delivery, looks } = JSON.parse(questionsIn(folder).read(questionKey()) ?? '') as QuickAnswer
    const answer = looksTheSame(looks) ? answersIn(folder).read(key) : undefined
    return answer === undefined ? undefined : { result: JSON.parse(answer) as CheckResult, delivery }
  } catch {
    // Nothing is kept, or something that this program did not write.
    return undefined
  }
}

function questionsIn(folder: () => string): DiskCache {
  return createDiskCache({ folder, name: 'quick', kept: QUESTIONS })
}

/** Where a project would be by the last `--cwd`. If that is not what it is, nothing is kept there under these arguments. */
function rootIn(args: readonly string[]): string {
  const last = args.findLastIndex((arg) => /^--cwd(?:=|$)/.test(arg))
  const given = args[last]?.startsWith('--cwd=') ? args[last].slice('--cwd='.length) : args[last + 1]
  return path.resolve(last < 0 ? '' : (given ?? ''))
}

/** Equal for processes that the same arguments mean the same to, by the same program. */
function questionKey(): string {
  const environment = Object.entries(process.env).filter(([name]) =>
    /^(?:GIT_.*|HOME|XDG_CONFIG_HOME|PATH)$/.test(name),
  )
  const coloured = [colours.isColorSupported, errorColours.isColorSupported]
  const asked = [process.argv.slice(2), process.cwd(), environment.sort(), coloured]
  return digestOf(JSON.stringify([asked, BUILD, process.version]))
}
