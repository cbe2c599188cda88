import { fileStamp } from './file-stamp.js'
import { hasChanged, type OutsideFiles } from './outside-files.js'

/** Installed and generated files are in folders that editors do not watch, so they are looked at this often. */
const LOOK_MS = 300

/**
 * Calls back when files that were looked at have changed, once they have stayed the same from one look to the next: a
 * generator writes many files, one after the other. `seen` is asked at each look; undefined means there is nothing to
 * look at. A look costs some twenty questions to the file system. Returns what ends it.
 */
export function watchOutside(seen: () => OutsideFiles['seen'] | undefined, onChange: () => void): () => void {
  let last: string | undefined
  const timer = setInterval(() => {
    const files = seen()
    if (!files || !hasChanged(files)) {
      last = undefined
      return
    }
    const state = [...files.keys()].map((absolute) => fileStamp(absolute)?.text).join('\n')
    if (state === last) onChange()
    last = state
  }, LOOK_MS)
  timer.unref()
  return () => clearInterval(timer)
}
