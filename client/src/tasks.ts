import {
  CustomExecution,
  Task,
  type TaskDefinition,
  type TaskProvider,
  TaskScope,
  Uri,
  type WorkspaceFolder,
  workspace,
} from 'vscode'
import { createProgramTerminal } from './program-terminal.js'

/** The type of our tasks in `tasks.json`. */
export const TASK_TYPE = 'prisma-drift'

interface ProgramDefinition extends TaskDefinition {
  readonly command: keyof typeof DETAILS
  /** Handed on to the command. */
  readonly arguments?: readonly string[]
}

/** The commands of `prisma-drift` that can be run as tasks. */
const DETAILS = {
  check: 'Report drift between TypeScript types and the Prisma schema',
  sync: 'Bring types, inputs and code up to the Prisma schema, and check the project',
}

/** Offers commands of `prisma-drift` for each folder, run by the command line that comes with the extension. */
export function createTaskProvider(extensionUri: Uri): TaskProvider {
  return {
    provideTasks: () =>
      (workspace.workspaceFolders ?? []).flatMap((folder) => [
        createProgramTask(extensionUri, { type: TASK_TYPE, command: 'check' }, folder),
        createProgramTask(extensionUri, { type: TASK_TYPE, command: 'sync' }, folder),
      ]),
    resolveTask(task) {
      const definition = task.definition as ProgramDefinition
      const folder = isFolder(task.scope) ? task.scope : workspace.workspaceFolders?.[0]
      // The same definition must come back: the editor knows the task by it.
      return folder && definition.command in DETAILS ? createProgramTask(extensionUri, definition, folder) : undefined
    },
  }
}

/** A command of `prisma-drift` in a terminal. */
export function createProgramTask(extensionUri: Uri, definition: ProgramDefinition, folder: WorkspaceFolder): Task {
  const execution = new CustomExecution(async () =>
    createProgramTerminal({
      module: Uri.joinPath(extensionUri, 'dist', 'cli.js').fsPath,
      args: [definition.command, ...(definition.arguments ?? [])],
      cwd: folder.uri.fsPath,
    }),
  )
  // No problem matcher: the server shows the same findings, and each would stand there twice.
  const task = new Task(definition, folder, definition.command, TASK_TYPE, execution, [])
  task.detail = DETAILS[definition.command]
  return task
}

function isFolder(scope: Task['scope']): scope is WorkspaceFolder {
  return scope !== undefined && scope !== TaskScope.Global && scope !== TaskScope.Workspace
}
