import type { ShapeContext } from '../matching/match.js'
import { refKey } from '../model/element.js'
import type { Shape } from '../model/shape.js'
import { sameItems, sameRecords, sameSet } from '../query/equality.js'
import { createFlatMap } from '../query/flat-map.js'
import { createGroups } from '../query/groups.js'
import { createFamily, createNamedFamily, createQuery, type Query } from '../query/query.js'
import { type FileId, folderOf, isWithin } from '../text/file-id.js'
import type { DelegateCalls } from './delegates.js'
import { isLater } from './lateness.js'
import { createReceivedTypes } from './received-types.js'
import type { SchemaFacts } from './schemas.js'
import type { Sources } from './sources.js'
import type { Texts } from './texts.js'

export interface ShapeContextInput {
  readonly texts: Texts
  readonly sources: Sources
  readonly shapes: Query<readonly Shape[]>
  readonly schemas: Query<readonly SchemaFacts[]>
  readonly calls: DelegateCalls
}

/** What the workspace knows around a type: which types hold it, which controllers receive it, what stands beside it. */
export function createShapeContext({ texts, sources, shapes, schemas, calls }: ShapeContextInput): ShapeContext {
  const holdingsOf = createFamily((shape: Shape) => targetKeys(shape).map((target) => ({ target, shape })), sameRecords)
  const holdings = createFlatMap(shapes, holdingsOf)
  const holders = createGroups(holdings, ({ target }) => target)
  const heldBy = createNamedFamily((key) => holders(key).map(({ shape }) => shape), sameItems)
  const formsIn = texts.scan(() => ({ anyOf: FORMS, ask: namesOfForms }), 'eager')
  const forms = createQuery(() => {
    const named = [...formsIn('')].flatMap(([file, names]) => names.map((name) => sources.shapeNamed(file, name)))
    return new Set(named.flatMap((shape) => (shape ? [refKey(shape.ref)] : [])))
  }, sameSet)
  const received = createReceivedTypes(texts, sources)
  const receivedAs = createNamedFamily((key) => received().get(key))
  const bodies = createQuery(() => namesOfBodies(received()), sameSet)
  const isBodyOfServer = createNamedFamily((name) => bodies().has(name))
  const callers = createNamedFamily((folder) => modelsCalledBelow(folder, calls), sameItems)
  const isForm = createFamily((shape: Shape) => isFormType(shape, forms()))
  return {
    useOf: (shape) => {
      const key = refKey(shape.ref)
      const sentAs = isBodyOfServer(shape.name) ? 'body' : undefined
      return { heldBy: heldBy(key), receivedAs: receivedAs(key) ?? sentAs, isForm: isForm(shape) }
    },
    isLate: (model, column, than) =>
      isLater(
        schemas().find(({ schema }) => schema.models.get(model.name) === model),
        model,
        column,
        than,
      ),
    modelsNearby: (shape) =>
      isDto(shape.file) || receivedAs(refKey(shape.ref)) ? callers(featureFolder(shape.file)) : [],
  }
}

function isDto(file: FileId): boolean {
  return /(^|\/)dtos?(\/|$)|\.dto\.[cm]?ts$/i.test(file)
}

/** A client's type of the name that the server gives to what it receives is what is sent. */
function namesOfBodies(received: ReadonlyMap<string, 'body' | 'query'>): ReadonlySet<string> {
  const bodies = [...received].filter(([, kind]) => kind === 'body')
  return new Set(bodies.map(([key]) => key.slice(key.lastIndexOf('\n') + 1)))
}

/** `src/users` for `src/users/dto/create-user.dto.ts`. */
function featureFolder(file: FileId): FileId {
  const folder = folderOf(file)
  return /(^|\/)dtos?(\/|$)/i.test(folder) ? folder.replace(/(^|\/)dtos?(\/.*)?$/i, '') : folder
}

/** The types that a type holds under its properties. */
function targetKeys({ ref, properties }: Shape): readonly string[] {
  const own = refKey(ref)
  return properties.flatMap(({ type }) => (type.target ? [refKey(type.target)] : [])).filter((key) => key !== own)
}

/** The values of a form, or made from a type that holds them. */
function isFormType({ ref, properties }: Shape, forms: ReadonlySet<string>): boolean {
  if (forms.size === 0) return false
  return (
    forms.has(refKey(ref)) ||
    properties.some(({ inherited, declaredIn: { file, name } }) => inherited && forms.has(refKey({ file, id: name })))
  )
}

const FORMS = ['useForm', 'SetStateAction', 'useFormik', 'FormikProps', 'FormikHelpers']

const FORM = new RegExp(`\\b(?:${FORMS.join('|')})<\\s*(\\w+)\\s*[>,]`, 'g')

/** The types whose values a form holds. A record that is fetched starts as null: `SetStateAction<T | null>`. */
function namesOfForms(text: string): readonly string[] | undefined {
  const names = [...text.matchAll(FORM)].map(([, name = '']) => name)
  return names.length > 0 ? names : undefined
}

/** The models that the files of a folder call; none where nothing is above it but the whole program. */
function modelsCalledBelow(folder: FileId, calls: DelegateCalls): readonly string[] {
  if (folder === '') return []
  const called = [...calls.all()].flatMap(([file, delegates]) =>
    isWithin(file, folder) ? delegates.flatMap((delegate) => calls.modelNamed(delegate) ?? []) : [],
  )
  return [...new Set(called)]
}
