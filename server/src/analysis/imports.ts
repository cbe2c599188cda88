import { createNamedFamily } from '../query/query.js'
import { escapePattern } from '../text/escape-pattern.js'
import { baseName, type FileId, folderOf } from '../text/file-id.js'
import type { Texts } from './texts.js'

/** Whether a file may import another, judged by its text alone: some module that it names ends as that file does. */
export function createImports(texts: Texts): (from: FileId, to: FileId) => boolean {
  const importing = createNamedFamily((key) => {
    const [from = '', module = ''] = key.split('\n')
    return new RegExp(`['"/]${escapePattern(module)}(\\.\\w+)?['"]`).test(texts.get(from) ?? '')
  })
  return (from, to) => importing(`${from}\n${moduleName(to)}`)
}

/** How specifiers end that lead to a file: its name, or its folder's for an `index`. */
function moduleName(file: FileId): string {
  const name = baseName(file).replace(/\.[cm]?[jt]sx?$/, '')
  return name === 'index' ? baseName(folderOf(file)) : name
}
