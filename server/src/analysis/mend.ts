import type { Finding, Fix } from '../model/finding.js'
import { compareText } from '../text/compare-text.js'
import type { FileId } from '../text/file-id.js'
import { applyEdits } from '../text/text-edit.js'
import { fingerprintOf } from './findings.js'
import type { AnalysisHost } from './host.js'
import { renderFixes } from './render-fix.js'
import type { Snapshot } from './snapshot.js'

export interface MendOptions {
  /** The findings that are to be mended. */
  readonly isWanted: (finding: Finding) => boolean
  /** The files that may be changed. */
  readonly isOpenTo: (file: FileId) => boolean
  /** `safe`: only fixes that change what drifted to what the schema says; `all`: those that need review as well. */
  readonly fixes: 'safe' | 'all'
}

/** What became of the wanted findings of a host's world. */
export interface Mending {
  /** What has mended its finding, in the order it was made. */
  readonly made: readonly MadeFix[]
  readonly left: readonly LeftFinding[]
  /** The files that read differently now, sorted; before and after. */
  readonly texts: ReadonlyMap<FileId, { readonly before: string; readonly after: string }>
}

export interface MadeFix {
  readonly finding: Finding
  readonly fix: Fix
  /** Where the finding stood when it was made, counting from 1. */
  readonly line: number
}

/** A wanted finding that is still there, with what stood in the way. */
export interface LeftFinding {
  readonly finding: Finding
  readonly line: number
  readonly reason: string
}

/** Fixes reveal findings: a renamed property can be of a wrong type. More rounds than this have never been needed. */
const ROUNDS = 10

/**
 * Makes fixes, one for each wanted finding, until there is nothing more to make. The host's world has the changed texts
 * afterwards; nothing is written. A fix that was made once is not made again.
 */
export function mend(host: AnalysisHost, options: MendOptions): Mending {
  const originals = new Map<FileId, string>()
  const made: MadeFix[] = []
  const done = new Set<string>()
  let problems: ReadonlyMap<Fix, string> = new Map()
  for (let round = 0; round < ROUNDS; round++) {
    const snapshot = host.snapshot()
    const planned = plan(snapshot, options)
      .map((each) => followRenames(each, made))
      .filter(({ finding, fix }) => !done.has(keyOf(finding, fix)))
    const rendered = renderFixes(
      planned.map(({ fix }) => fix),
      snapshot.textOf,
    )
    problems = new Map(rendered.problems.map(({ fix, reason }) => [fix, reason]))
    if (rendered.edits.size === 0) break
    const succeeded = planned.filter(({ fix }) => !problems.has(fix))
    for (const { finding, fix } of succeeded) done.add(keyOf(finding, fix))
    made.push(...succeeded)
    const texts = new Map<FileId, string>()
    for (const [file, edits] of rendered.edits) {
      const text = snapshot.textOf(file) ?? ''
      if (!originals.has(file)) originals.set(file, text)
      texts.set(file, applyEdits(text, edits))
    }
    host.apply({ texts })
  }
  const after = host.snapshot()
  const left = leftOf(after, options, { done, problems })
  const found = new Set(left.map(({ finding }) => fingerprintOf(finding)))
  const helped = made.filter(({ finding }) => !found.has(fingerprintOf(finding)))
  return { made: helped, left, texts: changesOf(originals, after) }
}

/** The fix to make for a finding: a safe one, else one that repairs, never one that only stops it being found. */
export function preferredFix({ fixes }: Finding, which: MendOptions['fixes']): Fix | undefined {
  return fixes.find(({ safe }) => safe) ?? (which === 'all' ? fixes.find((fix) => !isSilencing(fix)) : undefined)
}

/** Fixes that say of a drift that it is meant only write tags. */
function isSilencing({ intents }: Fix): boolean {
  return intents.every(({ kind }) => kind === 'setTag')
}

function plan(snapshot: Snapshot, { isWanted, isOpenTo, fixes }: MendOptions): readonly MadeFix[] {
  return snapshot.findings().flatMap((finding) => {
    const fix = isWanted(finding) ? preferredFix(finding, fixes) : undefined
    return fix?.intents.every(({ at }) => isOpenTo(at.file)) ? [{ finding, fix, line: lineOf(finding, snapshot) }] : []
  })
}

/** A key of a list names a member that was renamed before: it is not removed, but renamed like it. */
function followRenames(planned: MadeFix, made: readonly MadeFix[]): MadeFix {
  const [intent, ...others] = planned.fix.intents
  if (intent?.kind !== 'removeKey' || others.length > 0) return planned
  const owners = planned.finding.related.map(({ at }) => `${at.file}#${at.id}.${intent.key}`)
  const renames = made.flatMap(({ fix }) => fix.intents).filter((each) => each.kind === 'renameMember')
  const to = renames.find(({ at }) => owners.includes(`${at.file}#${at.id}`))?.to
  if (to === undefined) return planned
  const title = `Rename '${intent.key}' to '${to}'`
  return { ...planned, fix: { title, safe: false, intents: [{ ...intent, kind: 'renameKey', to }] } }
}

function lineOf({ at }: Finding, snapshot: Snapshot): number {
  return snapshot.rangeOf(at).start.line + 1
}

function keyOf(finding: Finding, { title }: Fix): string {
  return `${fingerprintOf(finding)} ${title}`
}

interface Attempts {
  readonly done: ReadonlySet<string>
  readonly problems: ReadonlyMap<Fix, string>
}

function leftOf(snapshot: Snapshot, options: MendOptions, attempts: Attempts): readonly LeftFinding[] {
  const wanted = snapshot.findings().filter(options.isWanted)
  return wanted.map((finding) => ({
    finding,
    line: lineOf(finding, snapshot),
    reason: reasonOf(finding, options, attempts),
  }))
}

function reasonOf(finding: Finding, { fixes, isOpenTo }: MendOptions, { done, problems }: Attempts): string {
  const fix = preferredFix(finding, fixes)
  if (!fix) {
    const unsafe = preferredFix(finding, 'all')
    return unsafe ? `needs review: ${unsafe.title}` : 'no fix is known'
  }
  const closed = fix.intents.find(({ at }) => !isOpenTo(at.file))
  if (closed) return `its fix would change ${closed.at.file}`
  if (done.has(keyOf(finding, fix))) return `its fix did not help: ${fix.title}`
  return problems.get(fix) ?? `its fix changes nothing: ${fix.title}`
}

function changesOf(originals: ReadonlyMap<FileId, string>, after: Snapshot): Mending['texts'] {
  const changed = [...originals].map(([file, before]) => [file, { before, after: after.textOf(file) ?? '' }] as const)
  return new Map(changed.filter(([, text]) => text.before !== text.after).sort(([a], [b]) => compareText(a, b)))
}
