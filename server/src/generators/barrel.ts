import { lineBreakOf } from '../text/layout.js'

/** `export * from './user'` on a line of its own, whatever its quotes, extension and end. */
const LINE = /^export (?:type )?\* from (['"])\.\/([^'"]+?)(\.[cm]?[jt]s)?\1;?[^\S\r\n]*$/

/**
 * The text of an index file that also exports a module beside it, in its place where the lines are sorted; the same text
 * where it does so already, or where it is no list of such exports.
 */
export function withExport(text: string, module: string): string {
  const lines = text.split(/\r\n|\n|\r/)
  const exported = lines.flatMap((line, at) => {
    const [, , name] = LINE.exec(line) ?? []
    return name === undefined ? [] : [{ at, line, name }]
  })
  const last = exported.at(-1)
  if (!last || exported.some(({ name }) => name === module)) return text
  const isSorted = exported.every(({ name }, index) => index === 0 || (exported[index - 1]?.name ?? '') <= name)
  const next = isSorted ? exported.find(({ name }) => name > module) : undefined
  const line = last.line.replace(`./${last.name}`, `./${module}`)
  return lines.toSpliced(next ? next.at : last.at + 1, 0, line).join(lineBreakOf(text))
}
