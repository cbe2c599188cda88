import path from 'node:path'
import { digestOf } from '../project/disk-cache.js'
import { cacheFolder, makeJournalFolder } from '../project/journal-folder.js'
import { createLookedAt, type LookedAt } from '../project/looked-at.js'
import { workspaceDigest } from '../project/workspace-digest.js'
import { workspaceLooks } from '../project/workspace-looks.js'
import { colours, errorColours } from './colours.js'
import type { CheckOptions, CheckResult } from './commands/check.js'
import type { Delivery } from './deliver.js'
import type { Project } from './open-project.js'
import { answersIn, keepQuickAnswer } from './quick-answer.js'
import { BUILD, VERSION } from './version.js'

/** What earlier checks said of the very same files, on disk. */
export interface CheckMemory {
  /** What was said to the same question; undefined where it was not asked yet. */
  recall(): CheckResult | undefined
  /** Keeps what was found, if that is possible and of use. */
  keep(result: CheckResult): void
}

/** Reports of many megabytes are not read faster than they are made. */
const LARGEST = 16 * 1024 * 1024

/**
 * What is to be noted for {@link createCheckMemory}. Undefined where nothing is to be remembered, or the project has no
 * `node_modules` to keep it in.
 */
export function startNoting(options: CheckOptions): LookedAt | undefined {
  const depends = options.changedSince !== undefined || options.suppressAll || options.pruneSuppressions
  if (!options.cache || depends || cacheFolder(path.resolve(options.cwd)) === undefined) return undefined
  const looked = createLookedAt()
  // What else git takes for a revision depends on more than a few files.
  if (options.base !== 'HEAD') looked.doubt()
  return looked
}

/**
 * The memory for a project and a question: everything that an answer is a function of, the program itself included, is
 * part of the key. What was `looked` at allows the next one to do without reading it.
 */
export function createCheckMemory(project: Project, options: CheckOptions, looked: LookedAt): CheckMemory {
  const { root, workspace } = project
  const key = digestOf(JSON.stringify([workspaceDigest(workspace), question(project, options), program()]))
  const folder = () => makeJournalFolder(root)
  const keepLooks = () => {
    const looks = workspaceLooks(workspace, { root, looked })
    if (looks) keepQuickAnswer(folder, { key, delivery: deliveryOf(options), looks })
  }
  return {
    recall() {
      const text = answersIn(folder).read(key)
      if (text === undefined) return undefined
      keepLooks()
      return JSON.parse(text) as CheckResult
    },
    keep(result) {
      const text = JSON.stringify(result)
      if (!result.lasting || text.length > LARGEST) return
      answersIn(folder).write(key, text)
      keepLooks()
    },
  }
}

function question({ root, prefix }: Project, options: CheckOptions) {
  const { format, paths, base, shard, failOn, maxWarnings, verbose, quiet } = options
  const coloured = [colours.isColorSupported, errorColours.isColorSupported]
  return [root, prefix, coloured, format, paths, base, { shard, failOn, maxWarnings, verbose, quiet }]
}

function program() {
  return [VERSION, BUILD, process.version]
}

function deliveryOf({ format, output, cwd }: CheckOptions): Delivery {
  return { format, cwd, ...(output !== undefined && { output }) }
}
