/** Whether a file is of Prisma Next, another language, by its directive `// use prisma-next` above everything else. */
export function isPrismaNext(text: string): boolean {
  return DIRECTIVE.test(text)
}

const DIRECTIVE = /^\uFEFF?(?:[ \t]*(?:\/\/[^\r\n]*)?(?:\r\n|\n|\r))*[ \t]*\/\/+[ \t]*use prisma-next\b/
