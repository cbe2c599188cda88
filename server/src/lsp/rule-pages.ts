/** Where a rule's page stands, beside the program. */
export function rulePage(code: string): URL {
  return new URL(`./rules/${code}.md`, import.meta.url)
}
