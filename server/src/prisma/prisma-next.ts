/** Whether a file is of Prisma Next, another language, by its directive `// use prisma-next` above everything else. */
export function isPrismaNext(text: string): boolean {
  for (const [line] of text.matchAll(LINE)) {
    if (DIRECTIVE.test(line)) return true
    if (!EMPTY.test(line)) return false
  }
  return false
}

const LINE = /[^\r\n]+/g
const DIRECTIVE = /^\uFEFF?[ \t]*\/{2,}[ \t]*use prisma-next\b/
const EMPTY = /^\uFEFF?[ \t]*(?:\/\/.*)?$/
