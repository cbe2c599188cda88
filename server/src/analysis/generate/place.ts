import {
  dependsOnModel,
  fillPattern,
  type NameExample,
  type NameKind,
  usualPattern,
} from '../../generators/name-pattern.js'
import { baseName, type FileId, folderOf } from '../../text/file-id.js'
import { joinPath } from './project.js'

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
    file: fileIn(here.length > 0 ? here : neighbours, usual.file),
    name: name && dependsOnModel(name) ? name : usual.name,
  }
}

/** A file that is called neither for its one model nor for what it holds is no place for another model. */
function fileIn(neighbours: readonly Neighbour[], usual: string): string {
  const found = pattern(neighbours, ({ file }) => baseName(file))
  if (found === undefined || dependsOnModel(found) || COLLECTIVE.test(found)) return found ?? usual
  const held = new Set(neighbours.flatMap(({ file, model }) => (baseName(file) === found ? [model] : [])))
  if (held.size > 1) return found
  const suffix = /\.[a-z-]+\.[cm]?tsx?$/.exec(found)?.[0]
  return suffix ? `{kebab}${suffix}` : usual
}

/** Names of files that hold declarations of whatever models: words for all of them, and those in the plural. */
const COLLECTIVE =
  /^(?:[\w-]*s|index|type|typing|common|shared|global|core|domain|api|database|db|prisma|data|client)\b/i

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
  return { file: joinPath(fillPattern(folder, model), fillPattern(file, model)), name: fillPattern(name, model) }
}
