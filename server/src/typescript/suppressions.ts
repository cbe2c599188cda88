import type { Suppression } from '../model/suppression.js'
import { detached } from './intern.js'

const COMMENT = /(?:\/\/|\/\*|<!--|\*)[^\S\r\n]*prisma-drift-disable-(next-line|file)(?![\w-])([^\r\n]*)/g

/** The comments that silence findings, in the order they stand. Takes the text of the whole file. */
export function suppressionsOf(text: string): readonly Suppression[] {
  if (!text.includes('prisma-drift-disable-')) return []
  return [...text.matchAll(COMMENT)].map((match) => suppressionOf(text, match))
}

function suppressionOf(text: string, match: RegExpExecArray): Suppression {
  const content = (match[2] ?? '').replace(/\*\/.*|-->.*/, '')
  const dashes = /(?:^|\s)--(?=\s|$)/.exec(content)
  const rules = content.slice(0, dashes?.index).split(/[\s,]+/)
  const reason = dashes ? content.slice(dashes.index + dashes[0].length).trim() : ''
  return {
    rules: rules.filter((rule) => rule !== '').map(detached),
    scope: match[1] === 'file' ? 'file' : lineOf(text, match.index) + 1,
    reason: detached(reason) || undefined,
    span: { start: match.index, end: match.index + match[0].trimEnd().length },
  }
}

function lineOf(text: string, offset: number): number {
  return text.slice(0, offset).match(/\r\n|\n|\r/g)?.length ?? 0
}
