import type { StillUsed } from '../../checker/gone-uses.js'
import type { LeftPlace } from '../../checker/input.js'
import { type Finding, isLoud } from '../../model/finding.js'
import { compareText } from '../../text/compare-text.js'
import { baseName, type FileId } from '../../text/file-id.js'
import { generate } from '../generate/generate.js'
import type { Output } from '../generate/outputs.js'
import type { ProjectFiles } from '../generate/project.js'
import { TEST_DATABASE } from '../generate/spec/database.js'
import { createAnalysisHost } from '../host.js'
import { type FollowUses, type LeftFinding, type MadeFix, mend } from '../mend.js'
import type { SchemaFacts } from '../schemas.js'
import type { World } from '../world.js'
import { type BreakingChange, breakingChanges } from './breaking.js'
import { type Impact, impactOf, touchedModels } from './impact.js'
import { followRemovals, NO_REMOVALS, type RemoveUses } from './remove-changes.js'
import { followRenames, NO_RENAMES } from './rename-changes.js'
import { followTypes, NO_TYPES, type RetypeUses } from './retype-changes.js'
import { updateTests } from './update-tests.js'

/** What bringing a workspace up to its schema comes to; nothing is written. */
export interface SyncPlan {
  readonly impact: Impact
  readonly breaking: readonly BreakingChange[]
  /** The models of today that changed. */
  readonly touched: readonly string[]
  /** The files that read differently, sorted; `before` is undefined for those to be made. */
  readonly texts: ReadonlyMap<FileId, { readonly before: string | undefined; readonly after: string }>
  readonly made: readonly MadeFix[]
  /** How many places that use what was renamed got the new name, and those that may have to. */
  readonly uses: number
  readonly leftUses: readonly LeftPlace[]
  /** Values of a type that a column had, where one of today's is expected, or the other way round. */
  readonly leftTypes: readonly LeftPlace[]
  /** What uses columns that are gone, and only a person can change. */
  readonly stillUsed: readonly StillUsed[]
  /** The loud findings that are still there afterwards. */
  readonly left: readonly LeftFinding[]
  readonly notes: readonly string[]
}

/** `safe`: what needs no look at it: no renames, no tests, nothing that narrows a type. */
export type SyncPlanOptions = { readonly reach: 'safe' } | WholeSyncOptions

export interface WholeSyncOptions {
  readonly reach: 'whole'
  readonly uses: { readonly follow: FollowUses; readonly remove: RemoveUses; readonly retype: RetypeUses }
  /** What else there is in the workspace. */
  readonly files: ProjectFiles
  /** `as-before`: services get tests only where others have generated ones. */
  readonly tests: 'all' | 'as-before'
}

/** The outputs whose declarations are brought up to a change of the schema where they are there. */
const UPDATED: readonly Output[] = ['interface', 'dto', 'zod']

/**
 * Plans what follows from a schema and its change: renames and removals with all uses, safe fixes of loud findings, members for new
 * columns.
 */
export async function planSync(world: World, options: SyncPlanOptions): Promise<SyncPlan> {
  const followUses = options.reach === 'whole' ? options.uses.follow : undefined
  const host = createAnalysisHost(world)
  const before = host.snapshot()
  const schemas = before.schemas()
  const impact = impactOf(before)
  const breaking = breakingChanges(before, impact)
  const touched = touchedModels(impact)
  const renames = followUses ? await followRenames(host, followUses) : NO_RENAMES
  const removals = options.reach === 'whole' ? await followRemovals(host, options.uses.remove) : NO_REMOVALS
  const mending = await mend(host, {
    isWanted: (finding) => isLoud(finding.severity) || follows(finding, schemas),
    isOpenTo: () => true,
    fixes: (finding) => (followUses && follows(finding, schemas) ? 'all' : 'safe'),
    ...(followUses && { followUses }),
  })
  const types = options.reach === 'whole' ? await followTypes(host, options.uses.retype) : NO_TYPES
  const steps = [...renames.texts, ...removals.texts, ...mending.texts, ...types.texts]
  const texts = new Map(world.texts)
  for (const [file, { after }] of steps) texts.set(file, after)
  const known = new Map([...texts].filter(([file]) => world.texts.has(file)))
  const outputs = [...UPDATED, ...(writesTests(options) ? (['tests'] as const) : [])]
  const files = options.reach === 'whole' ? { files: options.files } : {}
  const generation = generate({ ...world, texts: known }, { outputs, models: touched, scope: 'changes', ...files })
  for (const [file, text] of generation.texts) texts.set(file, text)
  const tests = options.reach === 'whole' ? updatedTests(world, texts, { impact, files: options.files }) : NO_TESTS
  for (const [file, text] of tests.texts) texts.set(file, text)
  const earlier = steps.toReversed().map(([file, text]) => [file, text.before] as const)
  const originals = new Map([...tests.originals, ...earlier, ...world.texts])
  return {
    impact,
    breaking,
    touched,
    texts: changedTexts(originals, texts),
    made: [...renames.made, ...removals.made, ...mending.made],
    uses: renames.uses + mending.uses,
    leftUses: [...renames.left, ...mending.leftUses],
    leftTypes: types.left,
    stillUsed: removals.left,
    left: mending.left.filter(({ finding }) => isLoud(finding.severity) && !isAboutClient(finding)),
    notes: [...generation.notes, ...tests.notes],
  }
}

/** The texts of tests may have changed on the way here. */
function updatedTests(
  world: World,
  texts: ReadonlyMap<FileId, string>,
  { impact, files }: { readonly impact: Impact; readonly files: ProjectFiles },
) {
  const known = new Map([...texts].filter(([file]) => world.texts.has(file)))
  const readText = (file: FileId) => texts.get(file) ?? files.readText(file)
  const updated = updateTests({ world, texts: known, impact, files: { ...files, readText } })
  const originals = [...updated.texts.keys()].map((file) => [file, files.readText(file) ?? ''] as const)
  return { ...updated, originals }
}

const NO_TESTS = { texts: new Map<FileId, string>(), notes: [], originals: [] }

/** Tests are written where that is asked for, and where a project has such tests already. */
function writesTests(options: SyncPlanOptions): boolean {
  if (options.reach === 'safe') return false
  const { tests, files } = options
  return tests === 'all' || files.list.some((file) => baseName(file) === TEST_DATABASE)
}

/** The client is regenerated, not fixed. */
function isAboutClient({ rule }: Finding): boolean {
  return rule.startsWith('client-')
}

/** Whether a finding says what has just changed: a new column that a type lacks, a column that is never null any more. */
function follows({ rule, model, column }: Finding, schemas: readonly SchemaFacts[]): boolean {
  if (model === null || column === null) return false
  const changes = schemas.flatMap(
    (facts) => (facts.schema.models.has(model) && facts.columnChange(model, column)) || [],
  )
  if (rule === 'field-missing') return changes.some(({ before }) => before === undefined)
  return rule === 'nullability-too-loose' && changes.some(({ aspects }) => aspects.has('required'))
}

function changedTexts(before: ReadonlyMap<FileId, string>, after: ReadonlyMap<FileId, string>): SyncPlan['texts'] {
  const changed = [...after].filter(([file, text]) => before.get(file) !== text).sort(([a], [b]) => compareText(a, b))
  return new Map(changed.map(([file, text]) => [file, { before: before.get(file), after: text }]))
}
