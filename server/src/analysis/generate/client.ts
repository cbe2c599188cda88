import { pascalCase } from 'change-case'
import {
  type ApiClientOptions,
  type CallForm,
  generateApiClient,
  generateApiMethods,
  generateBody,
  type Key,
  OWN_CLIENT,
} from '../../generators/api-client.js'
import { createMembers, isRelated, mayBeLeftOut, readMembers } from '../../generators/members.js'
import type { Block } from '../../generators/source-text.js'
import { isSecret } from '../../matching/secrets.js'
import type { Model } from '../../model/schema.js'
import type { FileId } from '../../text/file-id.js'
import { addImports } from '../../typescript/edit-add-imports.js'
import { addMethods } from '../../typescript/edit-add-methods.js'
import { createTypeOf } from './column-types.js'
import { withChanges } from './dto.js'
import { planInterface } from './interface.js'
import { placeFor } from './place.js'
import {
  type Change,
  declares,
  joinPath,
  moduleOf,
  type Outcome,
  type Project,
  packageOf,
  sourceFolder,
} from './project.js'
import { existingType, type ReadTypes, readTypesOf } from './read-types.js'
import { styleFor, writeBlocks } from './write-blocks.js'

/** The methods of a model in the project's API client; with it the record's type, and a client where there is none. */
export function planClient(model: Model, project: Project): Outcome {
  if (model.kind === 'type') return planInterface(model, project)
  const types = readTypesOf(project)
  const needed = existingType(model.name, types) ? { changes: [], notes: [] } : planInterface(model, project)
  const current = withChanges(project, needed.changes)
  const clients = findClients(current, newClientFile(current, types))
  const found = clients.find(({ form }) => form !== undefined)
  const unknown = clients.find(({ name }) => name === 'ApiClient')
  if (!found && unknown) {
    return { changes: [], notes: [`${unknown.file}: how '${unknown.name}' makes its requests is not known`] }
  }
  const made = found ? [] : newClient(current, types)
  const client = { file: made[0]?.file ?? '', name: 'ApiClient', ...found, form: found?.form ?? OWN_CLIENT }
  const changes = addToClient(model, { client, types, project: withChanges(current, made) })
  const texts = new Map([...needed.changes, ...made, ...changes].map(({ file, text }) => [file, text]))
  return {
    changes: [...texts]
      .filter(([file, text]) => project.texts.get(file) !== text)
      .map(([file, text]) => ({ file, text })),
    notes: needed.notes,
  }
}

interface Client {
  readonly file: FileId
  readonly name: string
  readonly form: CallForm
}

/**
 * The classes whose methods may make typed requests, in a browser or in the file that would be made; one that is named
 * for it before others.
 */
function findClients(
  { texts, snapshot }: Project,
  own: FileId,
): readonly (Omit<Client, 'form'> & Partial<Pick<Client, 'form'>>)[] {
  const clients = [...texts].flatMap(([file, text]) => {
    const [, name] = /^export (?:default )?class (\w*(?:Api|API|Http)\w*|\w+Client)\b/m.exec(text) ?? []
    if (name === undefined || (file !== own && snapshot.surfaceOf(file) === 'server')) return []
    const form = formOf(text)
    return [{ file, name, ...(form && { form }) }]
  })
  return clients.toSorted((a, b) => Number(b.name === 'ApiClient') - Number(a.name === 'ApiClient'))
}

/** How a class makes its requests; undefined where it is none of the ways that are known. */
function formOf(text: string): CallForm | undefined {
  const kinds: readonly (readonly [CallForm['kind'], RegExp])[] = [
    ['method-first', /(this\.\w+)<[^(;]*>\(\s*['"](?:GET|POST|PUT|PATCH|DELETE)['"],/],
    ['verbs', /(this(?:\.\w+)?)\.(?:get|post|put|patch|delete)<[^(;]*>\(\s*['"`]/],
    ['options', /(this\.(?:request|fetch|call|send))<[^(;]*>\(\s*['"`]/],
  ]
  for (const [kind, pattern] of kinds) {
    const target = pattern.exec(text)?.[1]
    if (target === undefined) continue
    // A class that offers `get<T>(path)` itself knows what stands in front of a path.
    const isWrapper = kind === 'verbs' && /^\s+(?:public )?(?:async )?get<\w+>\([^;\r\n]*\{\s*$/m.test(text)
    return {
      kind,
      target: isWrapper ? 'this' : target,
      base: isWrapper ? '' : (/<[^(;]*>\(\s*(?:'\w+',\s*)?`(\$\{[^}]+\})\//.exec(text)?.[1] ?? ''),
      wraps: /\.\w+<ApiResponse</.test(text),
      returns: /\): Promise<ApiResponse</.test(text.replace(/private[^{]*\{/g, ''))
        ? 'response'
        : /^\s+(?:async )?(?!private)\w+\([^)]*\): Promise</m.test(text)
          ? 'value'
          : undefined,
      getPrefix: /^\s+(?:async )?get[A-Z]\w*\(/m.test(text),
    }
  }
  return undefined
}

/** In a package that is only a client's, else in the one of the types. */
function newClientFile(project: Project, { convention }: ReadTypes): FileId {
  const near = placeFor('', { ...convention, file: 'x.ts' }).file
  const own = packageOf(project, near)?.root ?? ''
  const roots = [own, ...project.packages.map((each) => each.root)]
  const root = roots.find((each) => project.snapshot.isClientOnly(joinPath(each, 'x.ts'))) ?? own
  return `${sourceFolder(project, root, 'lib')}/api-client.ts`
}

function newClient(project: Project, types: ReadTypes): readonly Change[] {
  const file = newClientFile(project, types)
  return writeBlocks(project, file, generateApiClient(styleFor(project, file)))
}

interface ClientContext {
  readonly client: Client
  readonly types: ReadTypes
  readonly project: Project
}

function addToClient(model: Model, { client, types, project }: ClientContext): readonly Change[] {
  const { file, name, form } = client
  const style = styleFor(project, file)
  const record = recordPlace(model, types)
  const bodies = model.kind === 'model' ? bodiesOf(model, { client, types, project }) : undefined
  const options: ApiClientOptions = {
    style,
    form,
    record: record.name,
    create: bodies?.create.name,
    update: bodies?.update.name,
    keys: keysOf(model, file, project),
  }
  const before = { file, text: project.texts.get(file) ?? '' }
  const text = addMethods(before, name, generateApiMethods(model.name, options))
  if (text === undefined || text === before.text) return []
  const imports = [record, ...(bodies ? [bodies.create, bodies.update] : [])]
    .filter((each) => each.file !== file)
    .map((each) => ({ name: each.name, module: moduleOf(project, file, each.file), kind: 'type' as const }))
  const changed = withChanges(project, [{ file, text: addImports({ file, text }, imports, style) }])
  const missing = (bodies?.blocks ?? []).filter(({ declared }) => !declares(changed, { file, name: declared }))
  return writeBlocks(changed, file, missing)
}

function recordPlace(model: Model, types: ReadTypes) {
  const found = existingType(model.name, types)
  return found ? { file: found.shape.file, name: found.shape.name } : placeFor(model.name, types.convention)
}

interface NamedBlock extends Block {
  readonly declared: string
}

/** The types of what is sent: those that the project has for the model, else parts of the record's type. */
function bodiesOf(model: Model, { client, types, project }: ClientContext) {
  const { file } = client
  const record = recordPlace(model, types)
  const pairs = project.snapshot.pairs().filter(({ shape, model: own, inline, confidence }) => {
    const isHere = own === model && !inline && confidence !== 'possible' && shape.declaration.kind !== 'class'
    return isHere && project.snapshot.surfaceOf(shape.file) === types.surface && shape.declaration.kind !== 'zod'
  })
  const known = (role: string) => {
    const found = pairs.find((pair) => pair.role === role && pair.shape.declaration.exportedAs.length > 0)
    return found && { file: found.shape.file, name: found.shape.name }
  }
  const found = existingType(model.name, types)
  const has = (name: string) => !found || found.fields.some(({ property }) => property.name === name)
  const typeOf = createTypeOf(project, { file, enumAt: () => undefined, recordAt: () => undefined })
  const members = createMembers(model, typeOf, 'optional').filter(({ name }) => !isSecret(name) && has(name))
  const names = (list: typeof members) => list.map(({ name }) => name)
  const style = styleFor(project, file)
  const own = (verb: string, required: typeof members, optional: typeof members) => {
    const name = `${verb}${pascalCase(model.name)}Body`
    const body = { required: names(required), optional: names(optional) }
    return { place: { file, name }, block: { ...generateBody(name, record.name, body, style), declared: name } }
  }
  const made = {
    create: own(
      'Create',
      members.filter(({ column }) => !mayBeLeftOut(column)),
      members.filter(({ column }) => mayBeLeftOut(column)),
    ),
    update: own('Update', [], members),
  }
  const create = known('create')
  const update = known('update')
  const blocks: readonly NamedBlock[] = [...(create ? [] : [made.create.block]), ...(update ? [] : [made.update.block])]
  return { create: create ?? made.create.place, update: update ?? made.update.place, blocks }
}

/** The columns that address a record, typed as its type has them. */
function keysOf(model: Model, file: FileId, project: Project): readonly Key[] {
  const typeOf = createTypeOf(project, { file, enumAt: () => undefined, recordAt: () => undefined })
  const members = readMembers(model, typeOf, 'null').filter(({ column }) => !isRelated(column))
  const names = model.primaryKey
  return names.flatMap((name): Key[] => {
    const member = members.find((each) => each.name === name)
    if (!member) return []
    const { column, type } = member
    const isText = column.type === 'String' && column.defaultValue === undefined
    return [{ name, type: column.kind === 'enum' ? 'string' : type.text, isText }]
  })
}
