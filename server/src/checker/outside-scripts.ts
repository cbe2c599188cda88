import { escapePattern } from '../text/escape-pattern.js'
import type { FileId } from '../text/file-id.js'
import { scriptOf } from '../typescript/script-blocks.js'
import type { LeftPlace, NewName } from './input.js'

/** Where a component names a member outside of its scripts, as in `{{ user.email }}`: the checker does not look there. */
export function outsideScripts(file: FileId, text: string, names: readonly NewName[]): readonly LeftPlace[] {
  const script = scriptOf(file, text)
  if (script === text) return []
  return names.flatMap(({ from }) =>
    [...text.matchAll(mentionOf(from))]
      .filter(({ index }) => script.charAt(index) !== text.charAt(index))
      .map(({ index }) => ({
        file,
        line: text.slice(0, index).split('\n').length,
        reason: 'unknown',
        message: `'${from}' outside of a script`,
      })),
  )
}

/** `.email`, `'email'`, `{ email`. */
function mentionOf(name: string): RegExp {
  return new RegExp(`(?<=[.'"\`{,]\\s*)${escapePattern(name)}(?![\\w$])`, 'g')
}
