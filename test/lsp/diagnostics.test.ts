import assert from 'node:assert/strict'
import { eventually, isMirror, lineOf, linesOfReport, linesOfServer, pulledAgain } from '../support/language-client.js'
import { inStorefront } from '../support/storefront.js'

const ORDER = 'frontend/src/types/order.ts'
const SCHEMA = 'backend/prisma/schema.prisma'

describe('diagnostics', () => {
  it('are the findings of check', () =>
    inStorefront(async ({ client, workspace }) => {
      const expected = linesOfReport(await workspace.report())
      assert.ok(expected.length > 30)
      assert.deepEqual(await linesOfServer(client), expected)
    }))

  it('follow what is typed into a type', () =>
    inStorefront(async ({ client, read, linesIn }) => {
      client.open(ORDER)
      assert.ok((await linesIn(ORDER)).some((each) => each.includes('[field-type-mismatch]')))
      client.edit(ORDER, read(ORDER).replace('orderNumber: number', 'orderNumber: string'))
      assert.ok(!(await linesIn(ORDER)).some((each) => each.includes('[field-type-mismatch]')))
      client.close(ORDER)
      assert.ok((await linesIn(ORDER)).some((each) => each.includes('[field-type-mismatch]')))
    }))

  it('follow what is typed into the schema, in open and in closed files', () =>
    inStorefront(async ({ client, workspace, read }) => {
      client.open(SCHEMA)
      client.open(ORDER)
      const text = read(SCHEMA).replace(/(orderNumber\s+)String/, '$1Int')
      assert.notEqual(text, read(SCHEMA))
      client.edit(SCHEMA, text)
      const told = await linesOfServer(client)
      workspace.write({ [SCHEMA]: text })
      assert.deepEqual(told, linesOfReport(await workspace.report()))
    }))

  it('mark the column that types have drifted from', () =>
    inStorefront(async ({ client, diagnosticsIn }) => {
      const mirrors = (await diagnosticsIn(SCHEMA)).filter(isMirror)
      const lines = mirrors.map((each) => lineOf(client, client.uri(SCHEMA), each).replace(/^.*?:/, ''))
      assert.ok(
        lines.includes('158:3-158:14 info[field-type-mismatch] 1 type has drifted from this column: Order'),
        lines.join('\n'),
      )
      const column = mirrors.find(({ code }) => code === 'field-type-mismatch')
      assert.ok(column?.relatedInformation?.some(({ location }) => location.uri === client.uri(ORDER)))
    }))

  it('are told as unchanged to who knows them', () =>
    inStorefront(async ({ client }) => {
      client.open(ORDER)
      const first = await client.pull(ORDER)
      assert.equal(first.kind, 'full')
      const second = await client.pull(ORDER, first.resultId)
      assert.deepEqual(second, { kind: 'unchanged', resultId: first.resultId })
    }))

  it('are to be asked for again in an open document, although all were asked for meanwhile', () =>
    inStorefront(async ({ client, read }) => {
      for (const file of [ORDER, SCHEMA]) client.open(file)
      for (const file of [ORDER, SCHEMA]) await client.pull(file)
      const before = client.refreshes()
      client.edit(SCHEMA, read(SCHEMA).replace(/(orderNumber\s+)String/, '$1Int'))
      await pulledAgain(client)
      await client.pull(SCHEMA)
      await eventually(() => assert.ok(client.refreshes() > before))
    }))
})
