import { commands, window } from 'vscode'
import type { Command } from './command.js'

/** Selects in the view what the cursor is at: a finding, a type or a model. */
export const reveal: Command = async ({ models }) => {
  const editor = window.activeTextEditor
  if (!editor) throw new Error('There is no open file.')
  await commands.executeCommand('prismaDrift.tree.focus')
  const isThere = await models.reveal(editor.document.uri, editor.selection.active)
  if (!isThere) throw new Error('No model is declared in this file, nor a type that describes one.')
}
