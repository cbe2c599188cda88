import type { ShapeContext } from '../matching/match.js'
import type { ShapeUse } from '../matching/role.js'
import { refKey } from '../model/element.js'
import type { Shape } from '../model/shape.js'
import { type FileId, folderOf, isWithin } from '../text/file-id.js'
import { createDelegateScan } from './delegates.js'
import { isLater } from './lateness.js'
import { lazy, memoise } from './memo.js'
import type { SchemaFacts } from './schemas.js'
import type { Sources } from './sources.js'
import type { World } from './world.js'

/** What the workspace knows around a type: which types hold it, which controllers receive it, what stands beside it. */
export function createShapeContext(
  world: World,
  sources: Sources,
  shapes: () => readonly Shape[],
  schemas: () => readonly SchemaFacts[],
): ShapeContext {
  const holders = lazy(() => holdersByTarget(shapes()))
  const forms = lazy(() => formTypes(world, sources))
  const received = lazy(() => receivedTypes(world, sources))
  const modelsIn = lazy(() => createDelegateScan(schemas().map(({ lowered }) => lowered.schema)))
  const callers = memoise((folder: FileId) => modelsCalledBelow(folder, world.texts, modelsIn()))
  return {
    useOf: (shape): ShapeUse => ({
      heldBy: holders().get(refKey(shape.ref)) ?? [],
      receivedAs: received().get(refKey(shape.ref)),
      isForm: isForm(shape, forms()),
    }),
    isLate: (model, column, than) =>
      isLater(
        schemas().find(({ lowered }) => lowered.schema.models.get(model.name) === model),
        model,
        column,
        than,
      ),
    modelsNearby: (shape) =>
      isDto(shape.file) || received().has(refKey(shape.ref)) ? callers(featureFolder(shape.file)) : [],
  }
}

function isDto(file: FileId): boolean {
  return /(^|\/)dtos?(\/|$)|\.dto\.[cm]?ts$/i.test(file)
}

/** `src/users` for `src/users/dto/create-user.dto.ts`. */
function featureFolder(file: FileId): FileId {
  const folder = folderOf(file)
  return /(^|\/)dtos?(\/|$)/i.test(folder) ? folder.replace(/(^|\/)dtos?(\/.*)?$/i, '') : folder
}

function holdersByTarget(shapes: readonly Shape[]): ReadonlyMap<string, readonly Shape[]> {
  const holders = new Map<string, Shape[]>()
  for (const shape of shapes) {
    for (const { type } of shape.properties) {
      if (!type.target || refKey(type.target) === refKey(shape.ref)) continue
      const key = refKey(type.target)
      holders.set(key, [...(holders.get(key) ?? []), shape])
    }
  }
  return holders
}

/** The values of a form, or made from a type that holds them. */
function isForm({ ref, properties }: Shape, forms: ReadonlySet<string>): boolean {
  if (forms.size === 0) return false
  return (
    forms.has(refKey(ref)) ||
    properties.some(({ inherited, declaredIn: { file, name } }) => inherited && forms.has(refKey({ file, id: name })))
  )
}

const FORM = /\b(?:useForm|SetStateAction|useFormik|FormikProps|FormikHelpers)<\s*(\w+)\s*[>,]/g

/** The types whose values a form holds. A record that is fetched starts as null: `SetStateAction<T | null>`. */
function formTypes({ texts }: World, sources: Sources): ReadonlySet<string> {
  const held = new Set<string>()
  for (const [file, text] of texts) {
    for (const [, name = ''] of text.matchAll(FORM)) {
      const shape = sources.shapeNamed(file, name)
      if (shape) held.add(refKey(shape.ref))
    }
  }
  return held
}

/** The types of `@Body()` and `@Query()` parameters. */
function receivedTypes({ texts }: World, sources: Sources): ReadonlyMap<string, 'body' | 'query'> {
  const received = new Map<string, 'body' | 'query'>()
  for (const [file, text] of texts) {
    if (!text.includes('@Body(') && !text.includes('@Query(')) continue
    for (const { type, kind } of sources.usageOf(file)?.bodies ?? []) {
      const shape = sources.shapeNamed(file, type)
      if (shape) received.set(refKey(shape.ref), kind)
    }
  }
  return received
}

/** The models that the files of a folder call; none where nothing is above it but the whole program. */
function modelsCalledBelow(
  folder: FileId,
  texts: World['texts'],
  modelsIn: (text: string) => ReadonlySet<string>,
): readonly string[] {
  if (folder === '') return []
  const called = [...texts].flatMap(([file, text]) => (isWithin(file, folder) ? [...modelsIn(text)] : []))
  return [...new Set(called)]
}
