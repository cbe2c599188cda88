import type { FileId } from '../../text/file-id.js'
import { mergeTexts } from '../../text/merge-texts.js'
import { generate } from '../generate/generate.js'
import type { ProjectFiles } from '../generate/project.js'
import { STARTS_DATABASE } from '../generate/spec/test-conventions.js'
import type { World } from '../world.js'
import type { Impact } from './impact.js'

export interface UpdateInput {
  /** The workspace before anything followed the schema. */
  readonly world: World
  /** Its texts afterwards. */
  readonly texts: ReadonlyMap<FileId, string>
  readonly impact: Impact
  /** What else there is, with the texts of tests as they are by now. */
  readonly files: ProjectFiles
}

export interface UpdatedTests {
  readonly texts: ReadonlyMap<FileId, string>
  readonly notes: readonly string[]
}

/**
 * Brings generated tests of the models that changed up to date: what generating says otherwise of today's schema than of
 * the earlier one is changed in them, and what a person wrote in them stays.
 */
export function updateTests({ world, texts, impact, files }: UpdateInput): UpdatedTests {
  const models = impact.models.flatMap(({ change: { before, after } }) => [before?.name, after?.name])
  const names = [...new Set(models.flatMap((name) => name ?? []))]
  const generated = (each: World) => generate(each, { outputs: ['tests'], models: names, files, tests: 'anew' }).texts
  if (names.length === 0 || !files.list.some((file) => startsDatabase(file, files)))
    return { texts: new Map(), notes: [] }
  const schemas = world.schemas.map((schema) => (schema.base ? { ...schema, files: schema.base.files } : schema))
  const before = generated({ ...world, schemas })
  const updated = new Map<FileId, string>()
  const notes: string[] = []
  for (const [file, other] of generated({ ...world, texts })) {
    const [base, own] = [before.get(file), startsDatabase(file, files) ? files.readText(file) : undefined]
    if (base === undefined || own === undefined || base === other) continue
    const { text, conflicts } = mergeTexts({ base, own, other })
    if (text !== own) updated.set(file, text)
    if (conflicts > 0)
      notes.push(`${file} was changed by hand where its tests would change: generate it anew to compare`)
  }
  return { texts: updated, notes }
}

function startsDatabase(file: FileId, { readText }: ProjectFiles): boolean {
  return /\.(spec|test)\.ts$/.test(file) && (readText(file)?.includes(STARTS_DATABASE) ?? false)
}
