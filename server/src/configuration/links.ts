import picomatch from 'picomatch'
import { ROLES, type Role } from '../model/role.js'
import type { FileId } from '../text/file-id.js'
import { globProblem, matchGlobs } from './globs.js'
import { isRecord } from './is-record.js'
import { type KeyPath, problemAt, type SettingsProblem, unknownKey } from './problem.js'
import { readList } from './read-list.js'
import { readOneOf } from './read-one-of.js'

/** Ties types to a model from the configuration, as `@prisma MODEL [ROLE]` does in their JSDoc. */
export interface Link {
  /** `path#Name`, where both may be globs; without a path the name stands for itself in any file. */
  readonly type: string
  /** The model, or `none` for types that describe no model. */
  readonly model: string
  readonly role: Role | undefined
}

/** Reads the links, adding what is wrong with them to `problems`; undefined where they are not set. */
export function readLinks(value: unknown, problems: SettingsProblem[]): readonly Link[] | undefined {
  return readList(['links'], value, problems, {
    wanted: 'must be a list, such as [{ "type": "src/api.ts#UserDto", "model": "User" }]',
    read: (at, link) => readLink(at, link, problems),
  })
}

function readLink(at: KeyPath, value: unknown, problems: SettingsProblem[]): Link | undefined {
  if (!isRecord(value)) {
    problems.push(problemAt(at, 'must be an object with "type" and "model"'))
    return undefined
  }
  const { type, model, role, ...others } = value
  const found = Object.keys(others).map((name) => unknownKey([...at, name]))
  const wrongType = typeProblem(type)
  if (wrongType) found.push(problemAt([...at, 'type'], wrongType))
  if (typeof model !== 'string' || !/^\w+$/.test(model))
    found.push(problemAt([...at, 'model'], 'must be the name of a model, or none'))
  const knownRole = readOneOf([...at, 'role'], role, ROLES, found)
  problems.push(...found)
  return found.length > 0 ? undefined : { type: String(type), model: String(model), role: knownRole }
}

function typeProblem(value: unknown): string | undefined {
  if (typeof value !== 'string' || value.trim() === '') return 'must be a type, such as "src/api.ts#UserDto" or "*Dto"'
  const { path, name } = partsOf(value)
  if (!/^[\w$*?{},[\]|()!+@.-]+$/.test(name)) return `"${name}" is no name of a type`
  return path === undefined ? undefined : globProblem(path)
}

/** The link of a type, the first that fits; undefined for most. */
export function createLinkLookup(links: readonly Link[]): (file: FileId, name: string) => Link | undefined {
  const matchers = links.map((link) => {
    const { path, name } = partsOf(link.type)
    return { link, isFile: path === undefined ? () => true : matchGlobs([path]), isName: picomatch(name) }
  })
  return (file, name) => matchers.find(({ isFile, isName }) => isName(name) && isFile(file))?.link
}

/** Folders may have a `#` in their name, names of types cannot. */
function partsOf(type: string): { readonly path: string | undefined; readonly name: string } {
  const at = type.lastIndexOf('#')
  return { path: at < 0 ? undefined : type.slice(0, at), name: type.slice(at + 1) }
}
