/**
 * Whether a file is of Prisma Next, another language: by its directive `// use prisma-next` above everything else, or by
 * a block that only that has.
 */
export function isPrismaNext(text: string): boolean {
  if (BLOCK.test(text)) return true
  for (const [line] of text.matchAll(LINE)) {
    if (DIRECTIVE.test(line)) return true
    if (!EMPTY.test(line)) return false
  }
  return false
}

const LINE = /[^\r\n]+/g
const DIRECTIVE = /^\uFEFF?[ \t]*\/{2,}[ \t]*use prisma-next\b/
const EMPTY = /^\uFEFF?[ \t]*(?:\/\/.*)?$/
const BLOCK = /^(?:types|namespace[ \t]+\w+)[ \t]*\{/m
