import { type QuickPickItem, window } from 'vscode'
import type { Range } from 'vscode-languageserver-protocol'
import {
  LINK_TARGETS,
  type LinkTargets,
  type LinkTargetsParams,
  SERVER_COMMANDS,
} from '../../../shared/src/requests.js'
import type { Command } from './command.js'

/**
 * Asks which model a type describes and has the server write that above it. The type is the one at a place, or else one
 * of its file's.
 */
export const linkType: Command = async ({ server }, target) => {
  const place = isPlace(target) ? { uri: target.uri, range: target.range } : placeOfCursor()
  if (!place) throw new Error('There is no open file with a type to link.')
  const targets = (place: LinkTargetsParams) => server.request<LinkTargets>(LINK_TARGETS, place)
  const near = await targets(place)
  const { types, models } = near.types.length > 0 ? near : await targets({ uri: place.uri, range: undefined })
  if (types.length === 0) throw new Error('No type is declared in this file.')
  const type = types.length === 1 ? types[0] : await pick(types, { title: 'Link which type?', describe: () => '' })
  if (!type) return
  const title = `Which model does ${type.name} describe?`
  const model = await pick([...models, NO_MODEL], { title, describe: ({ schema }) => schema })
  if (!model) return
  const argument = { uri: place.uri, id: type.id, model: model.name }
  await server.request('workspace/executeCommand', { command: SERVER_COMMANDS.linkType, arguments: [argument] })
}

/** `@prisma none` keeps a type from being compared. */
const NO_MODEL = { name: 'none', schema: 'this type describes no model' }

interface PickOptions<T> {
  readonly title: string
  readonly describe: (item: T) => string
}

async function pick<T extends { readonly name: string }>(
  items: readonly T[],
  { title, describe }: PickOptions<T>,
): Promise<T | undefined> {
  const choices = items.map((item): QuickPickItem & { item: T } => {
    return { label: item.name, description: describe(item), item }
  })
  return (await window.showQuickPick(choices, { title, matchOnDescription: true }))?.item
}

/** The argument of a code action, or a line of the tree. */
function isPlace(value: unknown): value is { uri: string; range: Range | undefined } {
  return typeof value === 'object' && value !== null && 'uri' in value && typeof value.uri === 'string'
}

/** Where the cursor is. */
function placeOfCursor(): LinkTargetsParams | undefined {
  const editor = window.activeTextEditor
  if (!editor) return undefined
  const { start, end } = editor.selection
  const range = {
    start: { line: start.line, character: start.character },
    end: { line: end.line, character: end.character },
  }
  return { uri: editor.document.uri.toString(), range }
}
