import assert from 'node:assert/strict'
import {
  commands,
  type Diagnostic,
  DiagnosticSeverity,
  extensions,
  languages,
  type TextEdit,
  type Uri,
  version,
} from 'vscode'
import { checked, codeOf, findings, findingsSuch, open, replace, revert, until, uriOf } from './support.js'

const CUSTOMER = 'backend/src/customers/entities/customer.entity.ts'
const SCHEMA = 'backend/prisma/schema.prisma'

describe(`VS Code ${version}`, () => {
  afterEach(revert)

  it('shows the findings of check, in files that are open and in all others', async () => {
    await open(CUSTOMER)
    const expected = (await checked()).findings.map(({ file, rule, range, message }) =>
      [file, range.start.line, range.start.character, rule, message].join(' '),
    )
    const shown = await until('all findings', languages.onDidChangeDiagnostics, () => {
      const found = everywhere().filter(({ diagnostic }) => !isMirror(diagnostic))
      return found.length >= expected.length ? found : undefined
    })
    assert.deepEqual(shown.map(lineOf).sort(), [...expected].sort())
  })

  it('says nothing twice, and formats no schema, where another extension brings the language, too', async () => {
    const { document } = await open(SCHEMA)
    await findingsSuch(SCHEMA, (all) => all.some(isMirror))
    assert.equal(document.languageId, 'prisma')
    assert.ok(extensions.getExtension('test.other-prisma'))
    const lines = everywhere().map(lineOf)
    assert.deepEqual(lines.toSorted(), [...new Set(lines)].sort())
    const edits = await commands.executeCommand<TextEdit[]>('vscode.executeFormatDocumentProvider', document.uri, {})
    assert.deepEqual(
      edits.map(({ newText }) => newText),
      ['// formatted\n'],
    )
  })

  it('marks a column whose property has drifted', async () => {
    const { document } = await open(SCHEMA)
    const found = await findingsSuch(SCHEMA, (all) => all.some(isMirror))
    const mirror = found.find(({ message }) => isMirror({ message }) && message.includes('CustomerEntity'))
    assert.ok(mirror)
    assert.equal(mirror.severity, DiagnosticSeverity.Information)
    assert.equal(document.getText(mirror.range), 'phone')
    assert.equal(mirror.relatedInformation?.[0]?.location.uri.path, uriOf(CUSTOMER).path)
  })

  it('says which rule, where it is explained and what is on the other side', async () => {
    await open(CUSTOMER)
    const [found] = await findingsSuch(CUSTOMER, (all) => all.length > 0)
    assert.ok(found && typeof found.code === 'object')
    assert.equal(found.code.value, 'nullability-mismatch')
    assert.match(found.code.target.path, /nullability-mismatch/)
    assert.equal(found.relatedInformation?.[0]?.location.uri.path, uriOf(SCHEMA).path)
  })

  it('follows typing into a type, unsaved', async () => {
    const editor = await open(CUSTOMER)
    await findingsSuch(CUSTOMER, (all) => all.length === 1)
    await replace(editor, 'phone: string', 'phone: string | null')
    await findingsSuch(CUSTOMER, (all) => all.length === 0)
    await findingsSuch(SCHEMA, (all) => !all.some(({ message }) => message.includes('CustomerEntity')))
    assert.ok(editor.document.isDirty)
    await revert()
    await findingsSuch(CUSTOMER, (all) => all.length === 1)
  })

  it('follows typing into the schema, unsaved, in a file that is not open', async () => {
    const editor = await open(SCHEMA)
    const review = 'backend/src/reviews/entities/review.entity.ts'
    const before = findings(review).map(codeOf)
    await replace(editor, 'rating    Int ', 'rating    String ')
    const found = await findingsSuch(review, (all) => all.length > before.length)
    assert.ok(found.map(codeOf).includes('field-type-mismatch'))
    await revert()
    await findingsSuch(review, (all) => all.length === before.length)
  })
})

interface Shown {
  readonly uri: Uri
  readonly diagnostic: Diagnostic
}

/** In the example, of which `check` speaks. */
function everywhere(): readonly Shown[] {
  return languages
    .getDiagnostics()
    .filter(([{ path }]) => path.startsWith(uriOf('').path))
    .flatMap(([uri, diagnostics]) => diagnostics.map((diagnostic) => ({ uri, diagnostic })))
    .filter(({ diagnostic }) => diagnostic.source === 'prisma-drift')
}

function lineOf({ uri, diagnostic }: Shown): string {
  const { line, character } = diagnostic.range.start
  const file = uri.path.slice(uriOf('').path.length).replace(/^\//, '')
  return [file, line, character, codeOf(diagnostic), diagnostic.message].join(' ')
}

/** What a schema's side says of drifted types is no finding of its own, and `check` does not report it. */
function isMirror({ message }: Pick<Diagnostic, 'message'>): boolean {
  return / ha(s|ve) drifted from this /.test(message)
}
