import type { FileId } from '../text/file-id.js'

/**
 * The script of a file. For `.vue` and `.svelte` everything outside `<script>` blocks of JavaScript or TypeScript is
 * replaced by spaces, line breaks aside, so that every offset stays what it was.
 */
export function scriptOf(file: FileId, text: string): string {
  return isComponent(file) ? blankedOutsideScripts(text) : text
}

/** Whether a file holds more than a script. */
export function isComponent(file: FileId): boolean {
  return /\.(vue|svelte)$/i.test(file)
}

const BLOCK = /<!--[\s\S]*?(?:-->|$)|<script\b((?:[^>"']|"[^"]*"|'[^']*')*)>([\s\S]*?)(?:<\/script\s*>|$)/gi

function blankedOutsideScripts(text: string): string {
  let result = ''
  let end = 0
  for (const match of text.matchAll(BLOCK)) {
    const body = match[2]
    if (body === undefined || !isScript(match[1] ?? '')) continue
    const start = match.index + match[0].indexOf('>', 7 + (match[1]?.length ?? 0)) + 1
    result += blank(text.slice(end, start)) + body
    end = start + body.length
  }
  return result + blank(text.slice(end))
}

function isScript(attributes: string): boolean {
  const language = /\blang\s*=\s*["']?([\w-]+)/i.exec(attributes)?.[1]
  return language === undefined || /^(ts|tsx|js|jsx|typescript)$/i.test(language)
}

function blank(text: string): string {
  return text.replace(/[^\r\n]/g, ' ')
}
