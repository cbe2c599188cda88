import type { Pair } from '../matching/pair.js'
import { refKey } from '../model/element.js'
import { type Call, type HandedType, type Handover, handoverId, type Operation } from '../model/handover.js'
import type { Schema } from '../model/schema.js'
import type { Shape } from '../model/shape.js'
import { sameData } from '../query/equality.js'
import { createFamily } from '../query/query.js'
import type { HandedWhole } from '../rules/corroboration.js'
import type { FileId } from '../text/file-id.js'
import { delegateOf } from './delegates.js'
import { createFunctions, type FunctionsInput } from './functions.js'
import type { Texts } from './texts.js'
import { createWholeWrites } from './whole-writes.js'

/** A value of a type that reaches an operation, and its type's declaration by its key. */
interface Handed extends HandedWhole {
  readonly type: string
}

export interface HandedWholeInput extends FunctionsInput {
  readonly texts: Texts
  /** Whether a file may work with a schema's client. */
  readonly mayCall: (file: FileId, schema: Schema) => boolean
  /** The types that hold values of a type under a property. */
  readonly heldBy: (shape: Shape) => readonly Shape[]
}

/** From function to function values are followed no further than this. */
const FURTHEST = 3

/**
 * The values of a pair's type that reach operations on its model whole, through functions of the workspace, too. Files are
 * asked by their texts first whether they hand such an operation anything whole; only where one does are those read that
 * do so, and those that name a function which does and the type or one that holds it. Values are followed from one of
 * the files that do so or name such a function to another, and into no others: no logger, no validator.
 */
export function createHandedWhole(input: HandedWholeInput): (pair: Pair, argument: Argument) => readonly HandedWhole[] {
  const { texts, sources, heldBy, mayCall } = input
  const functionNamed = createFunctions(input)
  const reachedFrom = ({ file, index, close, steps }: Step, { into }: Handover): readonly Reached[] => {
    if (into.kind === 'operation')
      return [{ operation: into, path: [], without: [], at: { file, id: handoverId(index) } }]
    return steps < FURTHEST ? reachedThrough(file, into, { close, steps: steps + 1 }) : []
  }
  const reachedThrough = (from: FileId, call: Call, rest: Pick<Step, 'close' | 'steps'>): readonly Reached[] => {
    const { callee, index: argument, path: within } = call
    const target = functionNamed(from, callee, rest.close)
    if (!target) return []
    return sources.handoversOf(target.file).flatMap((next, index) => {
      const isOurs = next.by === target.name && next.parameter === argument
      if (!isOurs || !within.every((name, at) => next.path[at] === name)) return []
      const path = next.path.slice(within.length)
      const step = { file: target.file, index, ...rest }
      return reachedFrom(step, next).map((reached) => further(reached, path, next.without))
    })
  }
  const keyOf = (file: FileId, { name }: HandedType, path: readonly string[]): string | undefined => {
    let shape = sources.shapeNamed(file, name)
    for (const step of path) shape = shape?.properties.find((property) => property.name === step)?.type.shape()
    return shape && refKey(shape.aliasOf ?? shape.ref)
  }
  const handedIn = (file: FileId, close: ReadonlySet<FileId>): readonly Handed[] =>
    sources.handoversOf(file).flatMap((handover, index) => {
      if (handover.types.length === 0) return []
      return reachedFrom({ file, index, close, steps: 0 }, handover).flatMap((reached) =>
        handover.types.flatMap((handed) => {
          const { path, without, operation, at } = further(reached, handed.path, handover.without)
          const type = keyOf(file, handed, path)
          if (type === undefined) return []
          const own = path.length === 0 ? handed : WHOLE
          return [{ type, operation, without: [...without, ...own.without], only: own.only, at }]
        }),
      )
    })
  const namesOf = (shape: Shape): readonly string[] => [shape.name, ...aliasesOf(shape)]
  const aliasesOf = (shape: Shape): readonly string[] => {
    if (shape.declaration.kind !== 'zod') return []
    const key = refKey(shape.ref)
    return [...texts.holding(shape.name).keys()].flatMap((file) =>
      (sources.summaryOf(file)?.declarations ?? []).flatMap((declaration) => {
        const { aliasOf } = sources.shapeOf(file, declaration)
        return aliasOf && refKey(aliasOf) === key ? [declaration.name] : []
      }),
    )
  }
  const writers = createWholeWrites(texts)
  /** The files that hand something to an operation of the model, and those that name a function which does. */
  const near = ({ schema, model }: Pair, argument: Argument): ReadonlySet<FileId> => {
    const delegate = delegateOf(model.name)
    const own = writers(delegate, argument).filter((file) => mayCall(file, schema))
    const takers = own.flatMap((file) => sources.handoversOf(file).filter(({ into }) => isInto(into, delegate)))
    const names = new Set(takers.map(({ by }) => by.split('.')[0] ?? '').filter((name) => name !== ''))
    const callers = [...names].flatMap((name) => [...texts.holding(name).keys()])
    return new Set(takers.length > 0 ? [...own, ...callers] : [])
  }
  const handedTo = (argument: Argument) =>
    createFamily((pair: Pair): readonly HandedWhole[] => {
      const close = near(pair, argument)
      if (close.size === 0) return []
      const { shape, schema, model } = pair
      const key = refKey(shape.aliasOf ?? shape.ref)
      const names = new Set([shape, ...heldBy(shape)].flatMap(namesOf))
      const files = new Set([...names].flatMap((name) => [...texts.holding(name).keys()]))
      return [...files]
        .filter((file) => close.has(file))
        .flatMap((file) => handedIn(file, close))
        .filter(
          ({ type, operation, at }) =>
            type === key &&
            operation.delegate === delegateOf(model.name) &&
            operation.argument === argument &&
            mayCall(at.file, schema),
        )
    }, sameData)
  const handed = { data: handedTo('data'), where: handedTo('where') }
  return (pair, argument) => handed[argument](pair)
}

type Argument = Operation['argument']

/** Where a value has come to: a handover, those files that alone are followed into, and through how many functions. */
interface Step {
  readonly file: FileId
  readonly index: number
  readonly close: ReadonlySet<FileId>
  readonly steps: number
}

function isInto(into: Handover['into'], delegate: string): boolean {
  return into.kind === 'operation' && into.delegate === delegate
}

/** An operation that is reached, the way from what is handed on to what arrives, and what that lacks. */
type Reached = Omit<HandedWhole, 'only'> & { readonly path: readonly string[] }

const WHOLE: Pick<HandedType, 'without' | 'only'> = { without: [], only: undefined }

/** The same seen from one step before: what was left out there is left out of what arrives, unless that is a part. */
function further(reached: Reached, path: readonly string[], without: readonly string[]): Reached {
  const isPart = reached.path.length > 0
  return {
    ...reached,
    path: [...path, ...reached.path],
    without: isPart ? reached.without : [...without, ...reached.without],
  }
}
