import { type FileDecoration, type FileDecorationProvider, ThemeColor, Uri } from 'vscode'
import type { Counts } from '../../../shared/src/requests.js'
import { count } from '../status-text.js'
import { loudest } from './nodes.js'

/** Lines of the tree have addresses of their own, which hold all that their decoration needs. */
const SCHEME = 'prisma-drift-tree'

/** The address of a line with these findings below it. */
export function decoratedUri({ error, warning, info, hint }: Counts): Uri {
  return Uri.from({ scheme: SCHEME, path: `/${error}/${warning}/${info}/${hint}` })
}

/** Colours lines with errors and warnings, and gives them the number of these as a badge. */
export const decorations: FileDecorationProvider = {
  provideFileDecoration({ scheme, path }): FileDecoration | undefined {
    if (scheme !== SCHEME) return undefined
    const [error = 0, warning = 0, info = 0, hint = 0] = path.slice(1).split('/').map(Number)
    const severity = loudest({ error, warning, info, hint })
    if (severity !== 'error' && severity !== 'warning') return undefined
    return {
      badge: error + warning > 99 ? '99' : String(error + warning),
      tooltip: [count(error, 'error'), count(warning, 'warning')].join(', '),
      color: new ThemeColor(severity === 'error' ? 'list.errorForeground' : 'list.warningForeground'),
      propagate: false,
    }
  },
}
