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

interface CheckDefinition extends TaskDefinition {
  readonly command: 'check'
  /** Handed on to `prisma-drift check`. */
  readonly arguments?: readonly string[]
}

/** Offers `prisma-drift check` for each folder, run by the command line that comes with the extension. */
export function createTaskProvider(extensionUri: Uri): TaskProvider {
  return {
    provideTasks: () =>
      (workspace.workspaceFolders ?? []).map((folder) => check({ type: TASK_TYPE, command: 'check' }, folder)),
    resolveTask(task) {
      const definition = task.definition as CheckDefinition
      const folder = isFolder(task.scope) ? task.scope : workspace.workspaceFolders?.[0]
      // The same definition must come back: the editor knows the task by it.
      return folder && definition.command === 'check' ? check(definition, folder) : undefined
    },
  }

  function check(definition: CheckDefinition, folder: WorkspaceFolder): Task {
    const execution = new CustomExecution(async () =>
      createProgramTerminal({
        module: Uri.joinPath(extensionUri, 'dist', 'cli.js').fsPath,
        args: ['check', ...(definition.arguments ?? [])],
        cwd: folder.uri.fsPath,
      }),
    )
    // No problem matcher: the server shows the same findings, and each would stand there twice.
    const task = new Task(definition, folder, 'check', TASK_TYPE, execution, [])
    task.detail = 'Report drift between TypeScript types and the Prisma schema'
    return task
  }
}

function isFolder(scope: Task['scope']): scope is WorkspaceFolder {
  return scope !== undefined && scope !== TaskScope.Global && scope !== TaskScope.Workspace
}
