import { ShellExecution, ShellQuoting, Task, TaskPanelKind, TaskRevealKind, TaskScope, Uri, workspace } from 'vscode'
import type { PrismaCommandName, PrismaRun, PrismaSchema } from '../../shared/src/prisma.js'

/** The type of these tasks in `tasks.json`. */
export const PRISMA_TASK_TYPE = 'prisma'

export interface PrismaTaskInput {
  readonly command: PrismaCommandName
  readonly schema: PrismaSchema
  readonly run: PrismaRun
}

/** A command of Prisma in a visible terminal; its complaints about the schema become problems. */
export function createPrismaTask({ command, schema, run }: PrismaTaskInput): Task {
  const [program = '', ...args] = run.words
  const folder = workspace.getWorkspaceFolder(Uri.parse(schema.uri)) ?? workspace.workspaceFolders?.[0]
  const execution = new ShellExecution(program, args.map(asArgument), {
    cwd: run.folder,
    env: { PRISMA_HIDE_UPDATE_MESSAGE: '1' },
  })
  // Prisma names files from the folder that it runs in, the matcher from the workspace folder.
  const matchers = folder?.uri.fsPath === run.folder ? ['$prisma'] : []
  const definition = { type: PRISMA_TASK_TYPE, command, schema: schema.path }
  const task = new Task(
    definition,
    folder ?? TaskScope.Workspace,
    nameOf(command, schema),
    'prisma',
    execution,
    matchers,
  )
  task.presentationOptions = { reveal: TaskRevealKind.Always, panel: TaskPanelKind.Dedicated, clear: true }
  task.detail = run.words.join(' ')
  return task
}

function nameOf(command: PrismaCommandName, { path }: PrismaSchema): string {
  return `${TITLES[command].toLowerCase()} (${path})`
}

/** As they are called in questions and lists. */
export const TITLES: Readonly<Record<PrismaCommandName, string>> = {
  generate: 'Generate client',
  migrateCreate: 'Create migration',
  migrateDev: 'Migrate development database',
  migrateDeploy: 'Apply migrations',
  migrateStatus: 'Migration status',
  migrateDiff: 'Diff of database and schema',
  migrateResolve: 'Resolve migration',
  studio: 'Studio',
  seed: 'Seed',
  format: 'Format schema',
  validate: 'Validate schema',
}

/** What is the same to every shell stays as it is, for people to read. */
function asArgument(value: string) {
  return /^[\w./:@=-]+$/.test(value) ? value : { value, quoting: ShellQuoting.Strong }
}
