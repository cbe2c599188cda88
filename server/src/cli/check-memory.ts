import { createDiskCache, digestOf } from '../project/disk-cache.js'
import { cacheFolder, makeJournalFolder } from '../project/journal-folder.js'
import { workspaceDigest } from '../project/workspace-digest.js'
import { colours, errorColours } from './colours.js'
import type { CheckOptions, CheckResult } from './commands/check.js'
import type { Project } from './open-project.js'
import { BUILD, VERSION } from './version.js'

/** What earlier checks said of the very same files, on disk. */
export interface CheckMemory {
  /** What was said to the same question; undefined where it was not asked yet. */
  recall(): CheckResult | undefined
  /** Keeps what was found, if that is possible and of use. */
  keep(result: CheckResult): void
}

/** So many answers are kept: one or two for each branch and format. */
const KEPT = 16

/** Reports of many megabytes are not read faster than they are made. */
const LARGEST = 16 * 1024 * 1024

/**
 * The memory for a project and a question: everything that an answer is a function of, the program itself included, is
 * part of the key. Undefined where nothing is to be remembered, or the project has no `node_modules` to keep it in.
 */
export function createCheckMemory(project: Project, options: CheckOptions): CheckMemory | undefined {
  const { root, workspace } = project
  const depends = options.changedSince !== undefined || options.suppressAll || options.pruneSuppressions
  if (!options.cache || depends || cacheFolder(root) === undefined) return undefined
  const key = digestOf(JSON.stringify([workspaceDigest(workspace), question(project, options), program()]))
  const cache = createDiskCache({ folder: () => makeJournalFolder(root), name: 'check', kept: KEPT })
  return {
    recall() {
      const text = cache.read(key)
      return text === undefined ? undefined : (JSON.parse(text) as CheckResult)
    },
    keep(result) {
      const text = JSON.stringify(result)
      if (result.lasting && text.length <= LARGEST) cache.write(key, text)
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
