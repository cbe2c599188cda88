import {
  dependsOnModel,
  fillPattern,
  type NameExample,
  type NameKind,
  usualPattern,
} from '../../generators/name-pattern.js'
import { baseName, type FileId, folderOf } from '../../text/file-id.js'

/** A declaration of the project that something like it is to stand beside. */
export interface Neighbour {
  readonly file: FileId
  readonly name: string
  readonly model: string
}

/** Where declarations of a kind stand and how they are called, as patterns of the model's name. */
export interface Convention {
  readonly folder: string
  readonly file: string
  readonly name: string
}

/** What most neighbours do; where there are none, and for names that tell nothing, what is given. */
export function conventionOf(neighbours: readonly Neighbour[], usual: Convention): Convention {
  const folder = pattern(neighbours, ({ file }) => folderOf(file)) ?? usual.folder
  const here = neighbours.filter((each) => pattern([each], ({ file }) => folderOf(file)) === folder)
  const name = pattern(neighbours, (each) => each.name, 'identifier')
  return {
    folder,
    file: pattern(here.length > 0 ? here : neighbours, ({ file }) => baseName(file)) ?? usual.file,
    name: name && dependsOnModel(name) ? name : usual.name,
  }
}

function pattern(
  neighbours: readonly Neighbour[],
  textOf: (neighbour: Neighbour) => string,
  kind: NameKind = 'path',
): string | undefined {
  const examples = neighbours.map((each): NameExample => ({ name: textOf(each), model: each.model }))
  return usualPattern(examples, kind)
}

/** A declaration that is to be. */
export interface Place {
  readonly file: FileId
  readonly name: string
}

export function placeFor(model: string, { folder, file, name }: Convention): Place {
  const path = [fillPattern(folder, model), fillPattern(file, model)].filter((part) => part !== '')
  return { file: path.join('/'), name: fillPattern(name, model) }
}
