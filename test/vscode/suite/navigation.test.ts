import assert from 'node:assert/strict'
import {
  type CodeLens,
  type CompletionList,
  commands,
  type Hover,
  type Location,
  type LocationLink,
  type MarkdownString,
  Position,
  type TextDocument,
  type WorkspaceEdit,
} from 'vscode'
import { findingsSuch, open, replace, revert, uriOf } from './support.js'

const CUSTOMER = 'backend/src/customers/entities/customer.entity.ts'
const SCHEMA = 'backend/prisma/schema.prisma'

describe('navigation', () => {
  afterEach(revert)

  it('shows both sides on hover, beside what TypeScript says', async () => {
    const { document } = await open(CUSTOMER)
    const hovers = await ask<Hover[]>('vscode.executeHoverProvider', document, '  phon')
    const texts = hovers.flatMap(({ contents }) => contents).map((each) => (each as MarkdownString).value)
    assert.ok(
      texts.some((text) => text.includes('```prisma\nphone String?\n```')),
      texts.join('\n'),
    )
  })

  it('leads to the column and back', async () => {
    const { document } = await open(CUSTOMER)
    const there = await ask<(Location | LocationLink)[]>('vscode.executeDefinitionProvider', document, '  phon')
    assert.ok(there.some((each) => pathOf(each) === uriOf(SCHEMA).path))
    const schema = await open(SCHEMA)
    const back = await ask<Location[]>('vscode.executeReferenceProvider', schema.document, '  phon')
    assert.ok(back.some((each) => pathOf(each) === uriOf(CUSTOMER).path))
  })

  it('shows lenses above models and types', async () => {
    await findingsSuch(CUSTOMER, (all) => all.length > 0)
    const titles = async (file: string) => {
      await open(file)
      const lenses = await persist<CodeLens[]>('vscode.executeCodeLensProvider', uriOf(file), 50)
      return lenses.map(({ command }) => command?.title ?? '')
    }
    const schema = await titles(SCHEMA)
    assert.ok(
      schema.some((title) => /^\d types, \d drifts?$/.test(title)),
      schema.join('; '),
    )
    assert.ok((await titles(CUSTOMER)).includes('mirrors Customer, 1 drift'))
  })

  it('renames a column with its properties, and leaves names in TypeScript to TypeScript', async () => {
    const schema = await open(SCHEMA)
    const column = await ask<WorkspaceEdit>('vscode.executeDocumentRenameProvider', schema.document, '  phon', 'mobile')
    const files = column.entries().map(([uri]) => uri.path)
    assert.ok(files.includes(uriOf(SCHEMA).path) && files.includes(uriOf(CUSTOMER).path), files.join(' '))
    const { document } = await open(CUSTOMER)
    const property = await ask<WorkspaceEdit>('vscode.executeDocumentRenameProvider', document, '  phon', 'mobile')
    const renamed = property.entries().map(([uri]) => uri.path)
    assert.ok(renamed.includes(uriOf(CUSTOMER).path) && !renamed.includes(uriOf(SCHEMA).path), renamed.join(' '))
  })

  it('completes the columns that a type lacks', async () => {
    const editor = await open(CUSTOMER)
    await replace(editor, '  phone: string', '  pho')
    const list = await ask<CompletionList>('vscode.executeCompletionItemProvider', editor.document, '\n  pho')
    assert.ok(list.items.some(({ label, detail }) => label === 'phone' && detail === 'string | null'))
  })
})

function pathOf(place: Location | LocationLink): string {
  return 'uri' in place ? place.uri.path : place.targetUri.path
}

/** Asks at the place behind the first occurrence of a text. */
function ask<T>(command: string, document: TextDocument, before: string, ...rest: readonly unknown[]): Promise<T> {
  const offset = document.getText().indexOf(before)
  assert.ok(offset >= 0, `'${before}' does not stand in ${document.fileName}`)
  const { line, character } = document.positionAt(offset + before.length)
  return persist(command, document.uri, new Position(line, character), ...rest)
}

const LIMIT = 30_000

/** VS Code cancels requests while providers of other extensions still register, and rename waits for TypeScript. */
async function persist<T>(command: string, ...args: readonly unknown[]): Promise<T> {
  for (const end = Date.now() + LIMIT; ; ) {
    try {
      return await commands.executeCommand<T>(command, ...args)
    } catch (error) {
      const isPassing = error instanceof Error && /Canceled|can't be renamed|cannot rename/i.test(error.message)
      if (!isPassing || Date.now() > end) throw error
      await new Promise((resolve) => setTimeout(resolve, 200))
    }
  }
}
