import { type QuickPickItem, tasks, window, workspace } from 'vscode'
import {
  PRISMA_RUN,
  PRISMA_SCHEMAS,
  type PrismaCommandName,
  type PrismaRun,
  type PrismaRunParams,
  type PrismaSchema,
} from '../../../shared/src/prisma.js'
import { createPrismaTask, TITLES } from '../prisma-task.js'
import type { Server } from '../server.js'
import type { Command } from './command.js'

/**
 * Makes the command that runs one of Prisma's in a terminal: for the schema that is given or open, else one that is
 * asked for. Before a database is changed a question names it.
 */
export function prisma(command: PrismaCommandName): Command {
  return async ({ server }, target) => {
    if (!workspace.isTrusted) throw new Error('This runs programs of the workspace, which is not trusted.')
    const schema = await chosenSchema(server, target)
    const answers = schema && (await askedFor(command, schema))
    if (!schema || !answers || !(await saved(schema))) return
    const params: PrismaRunParams = { uri: schema.uri, command, ...answers }
    const run = await server.request<PrismaRun>(PRISMA_RUN, params)
    if (run.changes === null || (await isConfirmed(run, run.changes)))
      await tasks.executeTask(createPrismaTask({ command, schema, run }))
  }
}

/** `{ uri }` from a lens or a quick fix, else the file that is open, else a choice. */
async function chosenSchema(server: Server, target: unknown): Promise<PrismaSchema | undefined> {
  const schemas = await server.request<readonly PrismaSchema[]>(PRISMA_SCHEMAS)
  if (schemas.length === 0) throw new Error('There is no schema that Prisma could be run for.')
  const uri = uriOf(target) ?? window.activeTextEditor?.document.uri.toString()
  const here = schemas.find(({ files }) => uri !== undefined && files.includes(uri))
  if (here || schemas.length === 1) return here ?? schemas[0]
  const items = schemas.map((schema): QuickPickItem & { schema: PrismaSchema } => ({ label: schema.path, schema }))
  return (await window.showQuickPick(items, { title: 'For which schema?' }))?.schema
}

function uriOf(value: unknown): string | undefined {
  const uri = typeof value === 'object' && value !== null && 'uri' in value ? value.uri : undefined
  return typeof uri === 'string' ? uri : undefined
}

type Answers = Pick<PrismaRunParams, 'name' | 'resolution'>

/** What the command needs to know; undefined where the person leaves it. */
async function askedFor(command: PrismaCommandName, { migrations }: PrismaSchema): Promise<Answers | undefined> {
  if (command === 'migrateCreate' || command === 'migrateDev') {
    const prompt = 'What does the migration do? It becomes its name.'
    const validateInput = (name: string) => (/[\p{L}\p{N}]/u.test(name) ? undefined : 'A name is needed.')
    const name = await window.showInputBox({
      title: TITLES[command],
      prompt,
      placeHolder: 'add phone to user',
      validateInput,
    })
    return name === undefined ? undefined : { name }
  }
  if (command !== 'migrateResolve') return {}
  if (migrations.length === 0) throw new Error('There is no migration.')
  const name = await window.showQuickPick(migrations.toReversed(), { title: 'Which migration failed?' })
  if (name === undefined) return undefined
  const choice = await window.showQuickPick(RESOLUTIONS, { title: `What is to be said of ${name}?` })
  return choice && { name, resolution: choice.resolution }
}

const RESOLUTIONS: readonly (QuickPickItem & { resolution: 'applied' | 'rolled-back' })[] = [
  { label: 'It was rolled back', detail: 'It will be applied again.', resolution: 'rolled-back' },
  { label: 'It was applied', detail: 'Somebody has finished it by hand.', resolution: 'applied' },
]

/** Prisma reads files from disk. */
async function saved({ files }: PrismaSchema): Promise<boolean> {
  const open = workspace.textDocuments.filter(({ isDirty, uri }) => isDirty && files.includes(uri.toString()))
  const all = await Promise.all(open.map((document) => document.save()))
  return all.every((isSaved) => isSaved)
}

async function isConfirmed({ words }: PrismaRun, database: string): Promise<boolean> {
  const detail = `It can change ${database}.`
  return (await window.showWarningMessage(`Run '${words.join(' ')}'?`, { modal: true, detail }, 'Run')) === 'Run'
}
