import { refKey } from '../model/element.js'
import type { Shape } from '../model/shape.js'
import { createFamily } from '../query/query.js'
import type { FileId } from '../text/file-id.js'
import type { Sources } from './sources.js'
import type { Texts } from './texts.js'

export interface ServersTypesInput {
  readonly texts: Texts
  readonly sources: Sources
  readonly isServer: (file: FileId) => boolean
}

/**
 * Whether the server works with the very type, by its own name or another one that its file gives it
 * (`z.infer<typeof userSchema>`): then the compiler keeps both in step.
 */
export function createServersTypes({ texts, sources, isServer }: ServersTypesInput): (shape: Shape) => boolean {
  const means = (file: FileId, name: string, shape: Shape) => {
    const named = sources.shapeNamed(file, name)
    return named !== undefined && [named.ref, named.aliasOf].some((ref) => ref && refKey(ref) === refKey(shape.ref))
  }
  const namesOf = (shape: Shape) => {
    const declared = (sources.summaryOf(shape.file)?.declarations ?? []).map(({ name }) => name)
    return new Set([shape.name, ...declared.filter((name) => means(shape.file, name, shape))])
  }
  return createFamily((shape: Shape) =>
    [...namesOf(shape)].some((name) =>
      [...texts.holding(name).keys()].some((file) => file !== shape.file && isServer(file) && means(file, name, shape)),
    ),
  )
}
