import { generateEnum } from '../../generators/enum.js'
import { generateInterface } from '../../generators/interface.js'
import { readMembers, type TypeOf } from '../../generators/members.js'
import type { Block } from '../../generators/source-text.js'
import { isSecret } from '../../matching/secrets.js'
import type { Column, Model } from '../../model/schema.js'
import type { FileId } from '../../text/file-id.js'
import { createTypeOf } from './column-types.js'
import { type EnumTypes, enumTypesOf } from './enum-types.js'
import { mergeType } from './merge-type.js'
import { placeFor } from './place.js'
import { declares, NOTHING, type Outcome, type Project } from './project.js'
import { absentStyleOf, existingType, type ReadTypes, readTypesOf, recordTypeOf } from './read-types.js'
import { styleFor, writeBlocks } from './write-blocks.js'

/** The interface of a model's record: a new one where the project keeps such types, or the one that is there, completed. */
export function planInterface(model: Model, project: Project): Outcome {
  const types = readTypesOf(project)
  const enums = enumTypesOf(project, types.surface)
  const existing = existingType(model.name, types)
  const place = existing ? { ...existing.shape } : placeFor(model.name, types.convention)
  const typeOf = clientTypeOf(project, types, enums, place.file)
  const { form } = types
  const absent = absentStyleOf(existing ? [existing] : [], types.absent)
  const declarations = (columns: readonly Column[]) =>
    missingEnums({ project, types, enums, file: place.file }, columns)
  if (existing) {
    return mergeType(project, existing, {
      members: readMembers(model, typeOf, absent),
      isNeeded: () => true,
      declarations: (members) => declarations(members.map(({ column }) => column)),
      prefersOptional: absent === 'optional',
    })
  }
  if (project.scope === 'changes') return NOTHING
  if (declares(project, place)) return { changes: [], notes: [`${place.file}: '${place.name}' is there already`] }
  const style = styleFor(project, place.file)
  const block = generateInterface(model, { name: place.name, form, absent, style, typeOf })
  return { changes: writeBlocks(project, place.file, [...declarations(model.columns), block]), notes: [] }
}

/** How columns are typed beside the project's other read types; those with secrets are not. */
function clientTypeOf(project: Project, types: ReadTypes, enums: EnumTypes, file: FileId): TypeOf {
  const typeOf = createTypeOf(project, {
    file,
    enumAt: (name) => {
      const found = enums.pairs.find((pair) => pair.enum.name === name)
      if (found) return { file: found.at.file, name: found.name }
      return types.surface === 'client' ? { file, name } : undefined
    },
    recordAt: (name) => recordTypeOf(name, types, project),
  })
  return (column) => (isSecret(column.name) ? undefined : typeOf(column))
}

interface EnumContext {
  readonly project: Project
  readonly types: ReadTypes
  readonly enums: EnumTypes
  readonly file: FileId
}

/** The declarations of the columns' enums that the client does not have; the server has those of the generated client. */
function missingEnums({ project, types, enums, file }: EnumContext, columns: readonly Column[]): readonly Block[] {
  if (types.surface === 'server') return []
  const names = new Set(columns.filter(({ kind }) => kind === 'enum').map(({ type }) => type))
  return [...names].flatMap((name) => {
    const source = project.schema.enums.get(name)
    const isThere = enums.pairs.some((pair) => pair.enum.name === name) || declares(project, { file, name })
    return source && !isThere ? [generateEnum(source, { ...enums, name, style: styleFor(project, file) })] : []
  })
}
