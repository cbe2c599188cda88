import path from 'node:path'
import type { Locator, Page } from 'playwright-core'
import { openWindow, workbenchUrl } from './browser.js'
import { copyExample } from './example.js'
import type { HostName } from './install.mjs'
import { makeProfile } from './profile.js'
import { installExtension, startServer } from './server.js'

/** A VS Code on a screen, used by keyboard as a person would. Everything waits for what it asks for, within limits. */
export interface Workbench {
  readonly page: Page
  /** The folder that is open: a copy of the example. */
  readonly folder: string
  /** Presses keys, `Control+S`. */
  press(keys: string): Promise<void>
  /** Closes what stands over the editor, and waits until keys reach the editor again. */
  close(widget: Locator): Promise<void>
  /** Opens a file by a part of its path that only this file has. */
  openFile(name: string): Promise<void>
  /** Runs a command by its whole title, `Prisma Drift: Check Workspace`. */
  runCommand(title: string): Promise<void>
  /** Puts the cursor at a place of the open file; lines and columns count from 1. */
  goTo(line: number, column: number): Promise<void>
  /** Waits until the open file has errors or warnings. */
  problems(): Promise<Locator>
  /** Waits for a squiggle in the part of the file that can be seen. */
  squiggle(severity: 'error' | 'warning' | 'info' | 'hint'): Promise<Locator>
  /** Goes to the next problem of a file that has one, and returns the view in which its message stands. */
  nextProblem(): Promise<Locator>
  /** Opens the quick fixes at the cursor, and returns their menu. */
  quickFixes(): Promise<Locator>
  /** Waits until a status item of the open file's language says this, and returns all that it says. */
  languageStatus(text: string | RegExp): Promise<string>
  /** Waits for a notification that holds this text. */
  toast(text: string): Promise<Locator>
  /** Writes a picture of the window, when TypeScript has read its projects and no animation runs any more. */
  picture(file: string): Promise<void>
}

export interface WorkbenchOptions {
  readonly host?: HostName
  /** The packaged extension. */
  readonly vsix: string
  readonly settings?: Readonly<Record<string, unknown>>
  /** Changes the copy of the example before it is opened. */
  readonly prepare?: (folder: string) => void
  /** Opens the folder in restricted mode. */
  readonly restricts?: boolean
  /** Where the server's log goes, and a picture of the window when `body` fails. */
  readonly logs: string
}

const LIMIT = 30_000

/** Folders are not trusted until somebody says so, and nobody is asked. */
const RESTRICTING = {
  'security.workspace.trust.enabled': true,
  'security.workspace.trust.startupPrompt': 'never',
}

/** Opens a copy of the example in a VS Code that has the packaged extension, and closes it when `body` is done. */
export async function inWorkbench(options: WorkbenchOptions, body: (workbench: Workbench) => Promise<void>) {
  const host = options.host ?? 'newest'
  const profile = makeProfile({ ...options.settings, ...(options.restricts && RESTRICTING) })
  await installExtension(host, options.vsix, profile)
  const server = await startServer(host, { ...options, profile, log: path.join(options.logs, 'server.log') })
  const { browser, page } = await openWindow()
  page.setDefaultTimeout(LIMIT)
  try {
    const folder = copyExample(profile.root, 'storefront')
    options.prepare?.(folder)
    await page.goto(workbenchUrl(server.origin, folder))
    await page.locator('.explorer-folders-view .monaco-list-row').first().waitFor()
    await page.waitForFunction(partsExist)
    await body(workbenchOn(page, folder))
  } catch (error) {
    await page.screenshot({ path: path.join(options.logs, 'failure.png') })
    throw error
  } finally {
    await browser.close()
    await server.stop()
    profile.remove()
  }
}

function workbenchOn(page: Page, folder: string): Workbench {
  const press = (keys: string) => page.keyboard.press(keys)
  const shown = async (locator: Locator) => {
    await locator.waitFor()
    return locator
  }
  return {
    page,
    folder,
    press,
    async close(widget) {
      await press('Escape')
      await widget.first().waitFor({ state: 'hidden' })
      await page.locator('.monaco-editor.focused').first().waitFor()
    },
    async openFile(name) {
      await choose(page, 'Control+P', name, path.basename(name))
      await page.locator('.tab.active', { hasText: path.basename(name) }).waitFor()
    },
    runCommand: (title) => choose(page, 'F1', `>${title}`, title),
    async goTo(line, column) {
      await choose(page, 'Control+G', `:${line}:${column}`, `${line}`)
      await page.locator('.statusbar-item', { hasText: `Ln ${line}, Col ${column}` }).waitFor()
    },
    problems: () => shown(page.locator('.tab.active [aria-label*="in this file"]')),
    squiggle: (severity) => shown(page.locator(`.view-overlays .squiggly-${severity}`).first()),
    async nextProblem() {
      await press('F8')
      return shown(page.locator('.zone-widget .marker-widget'))
    },
    async quickFixes() {
      await press('Control+.')
      return shown(page.locator('.action-widget:not(.action-list-submenu-panel)'))
    },
    languageStatus: (text) => languageStatus(page, text),
    toast: (text) => shown(page.locator('.notification-toast', { hasText: text })),
    async picture(file) {
      await page.locator('.statusbar-item', { hasText: /(Initializing|Analyzing) '/ }).waitFor({ state: 'hidden' })
      await page.evaluate(animationsEnd)
      await page.screenshot({ path: file })
    },
  }
}

/** The status bar shows the items of a file's language when the mouse is over their common sign. */
async function languageStatus(page: Page, hasText: string | RegExp): Promise<string> {
  await page.locator('[id="status.languageStatus"]').hover()
  const item = page.locator('.hover-language-status .element', { hasText })
  const text = await item.innerText()
  await page.mouse.move(500, 784)
  await item.waitFor({ state: 'hidden' })
  return text
}

/** Types into the box that `keys` open, and takes the first row with this text. What it runs may ask in the same box. */
async function choose(page: Page, keys: string, text: string, row: string): Promise<void> {
  await page.keyboard.press(keys)
  const box = page.locator('.quick-input-widget')
  await box.locator('input.input').fill(text)
  const chosen = box.locator('.monaco-list-row.focused', { hasText: row })
  await chosen.waitFor()
  await page.keyboard.press('Enter')
  await chosen.waitFor({ state: 'hidden' })
}

/**
 * Runs in the page. VS Code makes the last of its parts when it has nothing to do, and one of them registers code
 * actions: a menu of quick fixes that is asked for at that moment never opens.
 */
const partsExist = `performance.getEntriesByName('code/didCreateWorkbenchContributions/4').length > 0`

/** Runs in the page, where a spinner never ends. */
const animationsEnd = `Promise.allSettled(document.getAnimations()
  .filter((animation) => Number.isFinite(animation.effect?.getComputedTiming().endTime))
  .map((animation) => animation.finished))`
