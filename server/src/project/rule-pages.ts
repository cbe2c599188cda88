import { readFileSync } from 'node:fs'

/** Where a rule's page stands, beside the program. */
export function rulePage(code: string): URL {
  return new URL(`./rules/${code}.md`, import.meta.url)
}

/** What stands on a rule's page, as markdown. */
export function readRulePage(code: string): string {
  return readFileSync(rulePage(code), 'utf8')
}
