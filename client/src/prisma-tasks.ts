import type { Task, TaskProvider } from 'vscode'
import { workspace } from 'vscode'
import {
  PRISMA_RUN,
  PRISMA_SCHEMAS,
  type PrismaCommandName,
  type PrismaRun,
  type PrismaSchema,
} from '../../shared/src/prisma.js'
import { createPrismaTask } from './prisma-task.js'
import type { Server } from './server.js'

/** What changes a database is no task: nothing would ask before it. */
const HARMLESS: readonly PrismaCommandName[] = [
  'generate',
  'migrateStatus',
  'migrateDiff',
  'studio',
  'format',
  'validate',
]

/** Offers the commands of Prisma that change no database, for each schema of a trusted workspace. */
export function createPrismaTasks(server: Server): TaskProvider {
  const taskOf = async (command: PrismaCommandName, schema: PrismaSchema): Promise<Task> => {
    const run = await server.request<PrismaRun>(PRISMA_RUN, { uri: schema.uri, command })
    return createPrismaTask({ command, schema, run })
  }
  const schemas = async () => (workspace.isTrusted ? server.request<readonly PrismaSchema[]>(PRISMA_SCHEMAS) : [])
  return {
    async provideTasks() {
      const installed = (await schemas()).filter(({ version }) => version !== null)
      return Promise.all(installed.flatMap((schema) => HARMLESS.map((command) => taskOf(command, schema))))
    },
    async resolveTask({ definition }) {
      const command = HARMLESS.find((name) => name === definition.command)
      const all = await schemas()
      const schema = definition.schema === undefined ? all[0] : all.find(({ path }) => path === definition.schema)
      if (!command || !schema) return undefined
      const task = await taskOf(command, schema)
      // The same definition must come back: the editor knows the task by it.
      task.definition = definition
      return task
    },
  }
}
