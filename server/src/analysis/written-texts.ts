import { sameData } from '../query/equality.js'
import { createNamedFamily } from '../query/query.js'
import type { WrittenText } from '../rules/corroboration.js'
import { escapePattern } from '../text/escape-pattern.js'
import { readWrittenTexts } from '../typescript/read-written-texts.js'
import { delegateOf } from './delegates.js'
import type { Texts } from './texts.js'

/**
 * The texts that operations of Prisma write into a column of a model, by file. Files are asked by their texts first; only
 * those are parsed that may write one there.
 */
export function createWrittenTexts(texts: Texts): (model: string, column: string) => readonly WrittenText[] {
  const mayWrite = texts.scan((key) => {
    const [delegate = '', column = ''] = key.split('\n')
    const call = new RegExp(`\\.\\s*${delegate}\\s*\\??\\.\\s*(?:create|update|upsert)\\w*\\s*[(<]`)
    const value = new RegExp(`\\b${escapePattern(column)}['"]?\\s*:[^,;\\n]*\\n?[^,;\\n]*['"]`)
    return { names: [delegate, column], ask: (text) => (call.test(text) && value.test(text)) || undefined }
  })
  const leavingOut = texts.scan((column) => {
    const excluding = new RegExp(`\\b${escapePattern(column)}['"]?\\s*:\\s*\\{\\s*(?:not|notIn)\\s*:([^}]*)\\}`, 'g')
    const ask = (text: string) => [...text.matchAll(excluding)].map(([, values = '']) => values).join(' ')
    return { names: [column], ask: (text) => ask(text) || undefined }
  })
  const writtenIn = createNamedFamily((file) => readWrittenTexts(file, texts.get(file) ?? ''), sameData)
  const written = createNamedFamily((key): readonly WrittenText[] => {
    const [delegate = '', column = ''] = key.split('\n')
    const files = [...mayWrite(key).keys()].filter((file) => !ASIDE.test(file))
    const leftOut = [...leavingOut(column).values()].join(' ')
    return files.flatMap((file) =>
      writtenIn(file)
        .filter((each) => each.delegate === delegate && each.column === column)
        .map(({ text }) => ({ file, text, isLeftOut: isQuoted(leftOut, text) })),
    )
  }, sameData)
  return (model, column) => written(`${delegateOf(model)}\n${column}`)
}

/** Files that serve nobody: what they write need not be what the program knows. */
const ASIDE = /(^|[/._-])(seed\w*|tests?|spec|e2e|scripts?|examples?|demo|playground|migrations?)([/._-]|$)/i

function isQuoted(text: string, value: string): boolean {
  return ["'", '"', '`'].some((quote) => text.includes(`${quote}${value}${quote}`))
}
