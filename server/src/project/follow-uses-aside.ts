import { fileURLToPath } from 'node:url'
import { Worker } from 'node:worker_threads'
import type { FollowedUses } from '../analysis/mend.js'
import type { RenamePlan } from '../analysis/rename-plan.js'
import type { Schema } from '../model/schema.js'
import type { FileId } from '../text/file-id.js'
import type { FollowOptions } from './follow-uses.js'
import type { Workspace } from './load-workspace.js'

/** What the thread is given: copies of plain values. */
export interface UsesRequest extends Pick<FollowOptions, 'root' | 'documents'> {
  readonly plan: RenamePlan
  readonly files: ReadonlySet<FileId>
  readonly written: ReadonlySet<FileId>
  readonly modules: Workspace['modules']
}

export interface AsideOptions extends Omit<FollowOptions, 'workspace' | 'cache'> {
  readonly workspace: Pick<Workspace, 'files' | 'written' | 'modules'>
  /** Asked now and then; where it says so the answer is a rejection with {@link Cancelled}. */
  readonly isCancelled: () => boolean
}

/** Nobody waits for an answer any more. */
export class Cancelled extends Error {}

/**
 * Finds the uses of what a plan renames in a thread of its own, so that whoever asks can go on answering others. The
 * thread ends with the answer, or at once where nobody waits any more.
 */
export function followUsesAside(plan: RenamePlan, options: AsideOptions): Promise<FollowedUses> {
  const { root, documents, workspace, isCancelled } = options
  const { files, written, modules } = workspace
  const clients = plan.clients.map(({ before, after }) => ({ before: plainSchema(before), after: plainSchema(after) }))
  const request: UsesRequest = {
    root,
    files,
    written,
    modules,
    plan: { ...plan, clients },
    ...(documents && { documents }),
  }
  return new Promise((resolve, reject) => {
    const worker = new Worker(fileURLToPath(new URL('./uses-worker.js', import.meta.url)), { workerData: request })
    const end = () => {
      clearInterval(timer)
      void worker.terminate()
    }
    const timer = setInterval(() => {
      if (!isCancelled()) return
      end()
      reject(new Cancelled())
    }, ASKED_EVERY_MS)
    worker.on('message', (found: FollowedUses) => {
      end()
      resolve(found)
    })
    worker.on('error', (error) => {
      end()
      reject(error)
    })
    worker.on('exit', () => {
      end()
      reject(new Error('the search for uses ended without an answer'))
    })
  })
}

/** How often it is asked whether somebody still waits. */
const ASKED_EVERY_MS = 50

/** A schema's maps may follow the text that is typed; copies are of what they hold now. */
function plainSchema(schema: Schema): Schema {
  return { ...schema, models: new Map(schema.models), enums: new Map(schema.enums) }
}
