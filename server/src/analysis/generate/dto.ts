import { inputDecorators, outputDecorators } from '../../generators/decorators.js'
import { generateDto, generatePartialDto } from '../../generators/dto.js'
import {
  createMembers,
  isRelated,
  type Member,
  mayBeLeftOut,
  readMembers,
  type TypeOf,
} from '../../generators/members.js'
import type { Pair } from '../../matching/pair.js'
import { isSecret } from '../../matching/secrets.js'
import type { Model } from '../../model/schema.js'
import type { FileId } from '../../text/file-id.js'
import { createTypeOf } from './column-types.js'
import {
  type DtoKind,
  type DtoTypes,
  decoratorsOf,
  dtoAt,
  dtoTypesOf,
  existingDto,
  marksCertain,
  partialTypeModule,
} from './dto-types.js'
import { createInputTypeOf } from './input-types.js'
import { mergeType } from './merge-type.js'
import { placeFor } from './place.js'
import { type Change, declares, moduleOf, NOTHING, type Outcome, type Project } from './project.js'
import { absentStyleOf } from './read-types.js'
import { styleFor, writeBlocks } from './write-blocks.js'

/** The classes of a model: what is sent in to make and to change a record, and what is answered. */
export function planDto(model: Model, project: Project): Outcome {
  const kinds: readonly DtoKind[] = model.kind === 'model' ? ['create', 'update', 'response'] : ['response']
  let current = project
  const outcomes = kinds.map((kind) => {
    const outcome = planKind(kind, model, current)
    current = withChanges(current, outcome.changes)
    return outcome
  })
  const changes = new Map(outcomes.flatMap((outcome) => outcome.changes.map(({ file, text }) => [file, text])))
  return {
    changes: [...changes].map(([file, text]) => ({ file, text })),
    notes: outcomes.flatMap(({ notes }) => notes),
  }
}

/** The project with texts that are about to be written; what is known of its types stays. */
export function withChanges(project: Project, changes: readonly Change[]): Project {
  return { ...project, texts: new Map([...project.texts, ...changes.map(({ file, text }) => [file, text] as const)]) }
}

function planKind(kind: DtoKind, model: Model, project: Project): Outcome {
  const types = dtoTypesOf(kind, project)
  const existing = existingDto(model.name, kind, types)
  const members = membersOf(kind, { model, types, project, existing })
  if (existing) return complete(existing, kind, members(existing.shape.file), project)
  const place = placeFor(model.name, types.convention)
  if (project.scope === 'changes') return NOTHING
  if (declares(project, place)) return { changes: [], notes: [`${place.file}: '${place.name}' is there already`] }
  const style = styleFor(project, place.file)
  const module = kind === 'update' ? partialTypeModule(place.file, project) : undefined
  const base = dtoAt(model.name, 'create', project)
  const packages = decoratorsOf(types.pairs.length > 0 ? types : dtoTypesOf('create', project), place.file, project)
  const decorate = kind === 'response' ? outputDecorators : inputDecorators
  const block =
    module === undefined
      ? generateDto(members(place.file), {
          name: place.name,
          style,
          marksCertain: marksCertain(types.pairs.length > 0 ? types : dtoTypesOf('create', project), project),
          decorate: (member) => decorate(member, packages, style),
        })
      : generatePartialDto({
          name: place.name,
          module,
          base: { name: base.name, module: moduleOf(project, place.file, base.file), kind: 'value' },
        })
  return { changes: writeBlocks(project, place.file, [block]), notes: [] }
}

/** Inputs leave things out on purpose: only what nothing else fills, or what is new, is added to them. */
function complete(pair: Pair, kind: DtoKind, members: readonly Member[], project: Project): Outcome {
  return mergeType(project, pair, {
    members,
    isNeeded: () => kind === 'response',
    declarations: () => [],
    prefersOptional: kind !== 'response',
  })
}

interface MembersInput {
  readonly model: Model
  readonly types: DtoTypes
  readonly project: Project
  /** The class that is there, whose members look like each other. */
  readonly existing: Pair | undefined
}

function membersOf(
  kind: DtoKind,
  { model, types, project, existing }: MembersInput,
): (file: FileId) => readonly Member[] {
  const absent = absentStyleOf(existing ? [existing] : [], absentStyleOf(types.pairs))
  if (kind === 'response') return (file) => readMembers(model, responseTypeOf(types, file, project), absent)
  return (file) => {
    const members = createMembers(model, createInputTypeOf(project, file), absent === 'both' ? 'both' : 'optional')
    const own = members.filter(({ column }) => !isSecret(column.name) || !mayBeLeftOut(column))
    return kind === 'update' ? own.map((member) => ({ ...member, optional: true })) : own
  }
}

/** Related records are there where other responses have them. */
function responseTypeOf({ pairs, convention }: DtoTypes, file: FileId, project: Project): TypeOf {
  const hasRelations = pairs.some(({ fields }) => fields.some(({ column }) => isRelated(column)))
  const typeOf = createTypeOf(project, {
    file,
    enumAt: () => undefined,
    recordAt: (name) => {
      const found = existingDto(name, 'response', { pairs, convention })
      if (found) return { file: found.shape.file, name: found.shape.name }
      return project.asked.has(name) ? placeFor(name, convention) : undefined
    },
  })
  return (column) => (isSecret(column.name) || (isRelated(column) && !hasRelations) ? undefined : typeOf(column))
}
