import type { LeftPlace } from '../checker/input.js'
import type { Finding, Fix } from '../model/finding.js'
import { compareText } from '../text/compare-text.js'
import type { FileId } from '../text/file-id.js'
import { applyEdits, type TextEdit } from '../text/text-edit.js'
import { fingerprintOf } from './findings.js'
import type { AnalysisHost } from './host.js'
import { planRenames, type RenamePlan } from './rename-plan.js'
import { type FixProblem, renderFixes, type TextOf } from './render-fix.js'
import type { Snapshot } from './snapshot.js'
import { type FindUses, isDoubtfulRemoval, usesOfRemovals } from './used-removals.js'

export interface MendOptions {
  /** The findings that are to be mended. */
  readonly isWanted: (finding: Finding) => boolean
  /** The files that may be changed. */
  readonly isOpenTo: (file: FileId) => boolean
  readonly fixes: Fixes | ((finding: Finding) => Fixes)
  /** Finds the uses of what is renamed. Without it the declarations alone get their new names. */
  readonly followUses?: FollowUses
  /** Finds what uses members that no column stands behind. Without it they are removed, whatever uses them. */
  readonly findUses?: FindUses
}

/** `safe`: only fixes that change what drifted to what the schema says; `all`: those that need review as well. */
export type Fixes = 'safe' | 'all'

/** Finds the uses of what a plan renames. `textOf` gives the texts that count instead of those on disk. */
export type FollowUses = (plan: RenamePlan, textOf: TextOf) => Promise<FollowedUses>

/** Renamed declarations and their uses. */
export interface FollowedUses {
  /** The files that change, before and after. */
  readonly texts: ReadonlyMap<FileId, ChangedText>
  /** The same as edits of the texts before. */
  readonly edits: ReadonlyMap<FileId, readonly TextEdit[]>
  /** How many places beside the declarations got the new name. */
  readonly uses: number
  readonly left: readonly LeftPlace[]
}

export interface ChangedText {
  readonly before: string
  readonly after: string
}

/** What became of the wanted findings of a host's world. */
export interface Mending {
  /** What has mended its finding, in the order it was made. */
  readonly made: readonly MadeFix[]
  readonly left: readonly LeftFinding[]
  /** The files that read differently now, sorted; before and after. */
  readonly texts: ReadonlyMap<FileId, ChangedText>
  /** How many places that use what was renamed got the new name, and those that may have to. */
  readonly uses: number
  readonly leftUses: readonly LeftPlace[]
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
export async function mend(host: AnalysisHost, options: MendOptions): Promise<Mending> {
  const progress: Progress = {
    texts: new Map(),
    made: [],
    done: new Set(),
    problems: new Map(),
    used: new Map(),
    uses: 0,
    leftUses: [],
  }
  for (let round = 0; round < ROUNDS; round++) {
    const planned = plan(host.snapshot(), options)
      .map((each) => followRenames(each, progress.made))
      .filter(({ finding, fix }) => !progress.done.has(keyOf(finding, fix)))
    const renaming = planned.filter(({ fix }) => fix.uses)
    const others = planned.filter((each) => !renaming.includes(each))
    progress.problems = new Map()
    // Code that says the old names makes columns look as if nobody filled them: nothing is added before that is mended.
    const changes =
      (await makeRenames(host, renaming, progress, options)) ??
      makeFixes(host, await withoutUsed(host, others, progress, options), progress)
    if (!changes) break
    const { textOf } = host.snapshot()
    for (const [file, { before, after }] of changes) {
      progress.texts.set(file, { before: progress.texts.get(file)?.before ?? before, after })
    }
    // Tests and seeds use what is renamed, but are no part of the world.
    const known = [...changes].filter(([file]) => textOf(file) !== undefined)
    host.apply({ texts: new Map(known.map(([file, { after }]) => [file, after])) })
  }
  return mendingOf(host.snapshot(), options, progress)
}

/** What has happened so far. */
interface Progress {
  readonly texts: Map<FileId, ChangedText>
  readonly made: MadeFix[]
  readonly done: Set<string>
  problems: ReadonlyMap<Fix, string>
  /** What stands in the way of removing members, by the keys of the fixes; undefined where nothing does. */
  readonly used: Map<string, string | undefined>
  uses: number
  readonly leftUses: LeftPlace[]
}

type Changes = ReadonlyMap<FileId, ChangedText>

function makeFixes(host: AnalysisHost, planned: readonly MadeFix[], progress: Progress): Changes | undefined {
  const snapshot = host.snapshot()
  const { textOf } = snapshot
  const rendered = renderFixes(
    planned.map(({ fix }) => fix),
    snapshot,
  )
  noteProblems(progress, rendered.problems)
  if (rendered.edits.size === 0) return undefined
  noteMade(progress, planned)
  return new Map(
    [...rendered.edits].map(([file, edits]) => {
      const before = textOf(file) ?? ''
      return [file, { before, after: applyEdits(before, edits) }]
    }),
  )
}

/** The fixes without those that would remove what may be meant and is used. */
async function withoutUsed(
  host: AnalysisHost,
  planned: readonly MadeFix[],
  progress: Progress,
  { findUses }: MendOptions,
): Promise<readonly MadeFix[]> {
  if (!findUses) return planned
  const { used } = progress
  const asked = planned.filter((each) => isDoubtfulRemoval(each) && !used.has(keyOf(each.finding, each.fix)))
  const places = await usesOfRemovals(host.snapshot(), asked, findUses)
  for (const each of asked) {
    const place = places.get(each)
    used.set(keyOf(each.finding, each.fix), place && `needs review: ${place.file}:${place.line} uses it`)
  }
  const spared = planned.flatMap(({ finding, fix }) => {
    const reason = used.get(keyOf(finding, fix))
    return reason === undefined ? [] : [{ fix, reason }]
  })
  noteProblems(progress, spared)
  return planned.filter(({ fix }) => !spared.some((each) => each.fix === fix))
}

async function makeRenames(
  host: AnalysisHost,
  planned: readonly MadeFix[],
  progress: Progress,
  { followUses }: MendOptions,
): Promise<Changes | undefined> {
  const snapshot = host.snapshot()
  const { problems, ...renames } = planRenames(snapshot, planned)
  noteProblems(progress, problems)
  if (!followUses || renames.declarations.size === 0) return undefined
  const { texts, uses, left } = await followUses(renames, snapshot.textOf)
  noteMade(progress, planned)
  progress.uses += uses
  progress.leftUses.push(...left)
  return texts
}

function noteProblems(progress: Progress, problems: readonly Pick<FixProblem, 'fix' | 'reason'>[]): void {
  progress.problems = new Map([...progress.problems, ...problems.map(({ fix, reason }) => [fix, reason] as const)])
}

function noteMade({ made, done, problems }: Progress, planned: readonly MadeFix[]): void {
  const succeeded = planned.filter(({ fix }) => !problems.has(fix))
  for (const { finding, fix } of succeeded) done.add(keyOf(finding, fix))
  made.push(...succeeded)
}

function mendingOf(after: Snapshot, options: MendOptions, progress: Progress): Mending {
  const left = leftOf(after, options, progress)
  const found = new Set(left.map(({ finding }) => fingerprintOf(finding)))
  const { made, texts, uses, leftUses } = progress
  const helped = made.filter(({ finding }) => !found.has(fingerprintOf(finding)))
  return { made: helped, left, texts: changesIn(texts), uses, leftUses }
}

/**
 * The fix to make for a finding: a safe one, else one that repairs, never one that only stops it being found. Of all
 * fixes first of all one that leaves nothing that uses the old name.
 */
export function preferredFix(finding: Finding, { fixes: wanted, followUses }: Preference): Fix | undefined {
  const fixes = finding.fixes.filter(({ uses }) => !uses || followUses)
  const safe = fixes.find((fix) => fix.safe)
  const which = typeof wanted === 'function' ? wanted(finding) : wanted
  return which === 'safe' ? safe : (fixes.find(({ uses }) => uses) ?? safe ?? fixes.find((fix) => !isSilencing(fix)))
}

type Preference = Pick<MendOptions, 'fixes' | 'followUses'>

/** Fixes that say of a drift that it is meant only write tags. */
function isSilencing({ intents }: Fix): boolean {
  return intents.every(({ kind }) => kind === 'setTag')
}

function plan(snapshot: Snapshot, options: MendOptions): readonly MadeFix[] {
  const { isWanted, isOpenTo } = options
  return snapshot.findings().flatMap((finding) => {
    const fix = isWanted(finding) ? preferredFix(finding, options) : undefined
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

/** A fix of the same title that does something else, as another fix has changed its place meanwhile, is another one. */
function keyOf(finding: Finding, { title, intents }: Fix): string {
  return `${fingerprintOf(finding)} ${title} ${JSON.stringify(intents)}`
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

function reasonOf(finding: Finding, options: MendOptions, { done, problems }: Attempts): string {
  const { isOpenTo } = options
  const fix = preferredFix(finding, options)
  if (!fix) {
    const unsafe = preferredFix(finding, { ...options, fixes: 'all' })
    return unsafe ? `needs review: ${unsafe.title}` : 'no fix is known'
  }
  const closed = fix.intents.find(({ at }) => !isOpenTo(at.file))
  if (closed) return `its fix would change ${closed.at.file}`
  if (done.has(keyOf(finding, fix))) return `its fix did not help: ${fix.title}`
  return problems.get(fix) ?? `its fix changes nothing: ${fix.title}`
}

function changesIn(texts: Mending['texts']): Mending['texts'] {
  const changed = [...texts].filter(([, { before, after }]) => before !== after)
  return new Map(changed.sort(([a], [b]) => compareText(a, b)))
}
