import { type QuickPickItem, window } from 'vscode'
import {
  GENERATE_TARGETS,
  type GenerateTargets,
  type GenerateTargetsParams,
  SERVER_COMMANDS,
} from '../../../shared/src/requests.js'
import type { Command } from './command.js'

/**
 * Asks what to generate for a model and has the server write it. The model is the one that is given, else the one that
 * the cursor is in, else asked for.
 */
export const generate: Command = async ({ server }, target) => {
  const given = isModel(target) ? target : undefined
  const targets = await server.request<GenerateTargets>(GENERATE_TARGETS, given ? NOWHERE : placeOfCursor())
  const model = given ?? (await chosenModel(targets))
  if (!model) return
  const outputs = targets.outputs.map(({ name, label }) => ({
    label: label.replace(/^./, (c) => c.toUpperCase()),
    name,
  }))
  const output = await window.showQuickPick(outputs, { title: `Generate what for ${model.model}?` })
  if (!output) return
  const argument = { ...model, output: output.name }
  const isDone = await server.request<boolean>('workspace/executeCommand', {
    command: SERVER_COMMANDS.generate,
    arguments: [argument],
  })
  if (!isDone) window.setStatusBarMessage(`Prisma Drift: nothing was changed for ${model.model}`, 5_000)
}

interface ChosenModel {
  /** Of the schema. */
  readonly uri: string
  readonly model: string
}

async function chosenModel({ at, models }: GenerateTargets): Promise<ChosenModel | undefined> {
  if (models.length === 0) throw new Error('No schema has a model.')
  const here = models.find(({ name }) => name === at)
  const choices = models.map((each): QuickPickItem & { each: typeof each } => {
    return { label: each.name, description: each.schema, each }
  })
  const found = here ?? (await window.showQuickPick(choices, { title: 'Generate code for which model?' }))?.each
  return found && { uri: found.uri, model: found.name }
}

const NOWHERE: GenerateTargetsParams = { uri: undefined, range: undefined }

function placeOfCursor(): GenerateTargetsParams {
  const editor = window.activeTextEditor
  if (!editor) return NOWHERE
  const { line, character } = editor.selection.active
  const at = { line, character }
  return { uri: editor.document.uri.toString(), range: { start: at, end: at } }
}

/** The argument of a code action, or a line of the tree. */
function isModel(value: unknown): value is ChosenModel {
  return typeof value === 'object' && value !== null && 'uri' in value && 'model' in value
}
