import { type Browser, chromium as driver, type Page } from 'playwright-core'
import { chromium } from './chromium.mjs'

export interface Window {
  readonly browser: Browser
  readonly page: Page
}

const FLAGS = [
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-gpu',
  '--disable-sync',
  '--no-first-run',
  '--no-sandbox',
]

/** Opens an empty window of 1280 by 800. */
export async function openWindow(): Promise<Window> {
  const { executablePath, env } = chromium()
  const browser = await driver.launch({ executablePath, args: FLAGS, env: { ...process.env, ...env } })
  const context = await browser.newContext({ viewport: { width: 1280, height: 800 } })
  return { browser, page: await context.newPage() }
}

/** The page of a workbench in which a folder, or the folders that a file names, are open. */
export function workbenchUrl(origin: string, opened: string, payload: readonly (readonly string[])[] = []): string {
  const query = new URLSearchParams({ [opened.endsWith('.code-workspace') ? 'workspace' : 'folder']: opened })
  if (payload.length > 0) query.set('payload', JSON.stringify(payload))
  return `${origin}/?${query}`
}
