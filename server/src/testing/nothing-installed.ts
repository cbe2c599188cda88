import type { CheckedWorkspace } from '../checker/input.js'

/** A disk without a single package. */
export const NOTHING_INSTALLED: CheckedWorkspace['installed'] = {
  fileExists: () => false,
  folderExists: () => false,
  read: () => undefined,
  realPath: (path) => path,
}
