import assert from 'node:assert/strict'
import { rmSync } from 'node:fs'
import type { Counts, LinkTargets, Status, TreeSchema } from '../../shared/src/requests.js'
import { eventually } from '../support/language-client.js'
import { inStorefront } from '../support/storefront.js'

const ORDER = 'frontend/src/types/order.ts'

describe('requests of our own', () => {
  it('give the status once the workspace is read', () =>
    inStorefront(async ({ client, workspace }) => {
      const { summary, schemas, pairs } = await workspace.report()
      const { errors: error, warnings: warning, infos: info, hints: hint } = summary
      const expected = {
        state: 'ready',
        schemas: schemas.length,
        types: pairs.length,
        counts: { error, warning, info, hint },
        problems: [],
        trust: 'trusted',
      }
      await eventually(() => assert.deepEqual(client.told<Status>('prismaDrift/status').at(-1), expected))
      assert.ok(client.told('prismaDrift/changed').length > 0)
    }))

  it('give the tree of schemas, models and types', () =>
    inStorefront(async ({ client, workspace }) => {
      const { findings } = await workspace.report()
      const [schema, ...others] = await client.connection.sendRequest<TreeSchema[]>('prismaDrift/tree')
      assert.deepEqual(others, [])
      assert.equal(schema?.uri, client.uri('backend/prisma/schema.prisma'))
      const order = schema?.models.find(({ name }) => name === 'Order')
      assert.deepEqual(
        order?.types.map(({ name, path, role }) => `${name} ${path} ${role}`),
        [
          'CreateOrderDto backend/src/orders/dto/create-order.dto.ts create',
          'ListOrdersQuery backend/src/orders/dto/list-orders.query.ts query',
          'UpdateOrderDto backend/src/orders/dto/update-order.dto.ts update',
          'OrderEntity backend/src/orders/entities/order.entity.ts mirror',
          'Order frontend/src/types/order.ts mirror',
          'OrderSummary frontend/src/types/order.ts subset',
          'CreateOrderRequest frontend/src/types/order.ts create',
        ],
      )
      const inTypes = schema?.models.flatMap(({ types }) => types.flatMap((type) => type.findings)) ?? []
      const known = new Set(inTypes.map(({ message }) => message))
      const elsewhere = ['model-without-type', 'schema-twin-differs', 'type-without-model', 'unused-suppression']
      const expected = findings.filter(({ rule }) => !elsewhere.includes(rule)).map(({ message }) => message)
      assert.deepEqual([...known].sort(), [...new Set(expected)].sort())
    }))

  it('give a report', () =>
    inStorefront(async ({ client }) => {
      const text = await client.connection.sendRequest<string>('prismaDrift/report')
      assert.match(text, /^# Prisma Drift\n\n7 errors, 20 warnings, 4 infos, 6 hints\.\n\n### /)
      assert.match(text, /- line 14, error, `field-type-mismatch`: 'orderNumber' is typed number/)
      assert.match(text, / {2}- paired with 'Order': the same name, \d+ of \d+ fields/)
    }))

  it('link a report to the places, from the folder that is said', () =>
    inStorefront(async ({ client }) => {
      const ask = (linkedFrom: string) =>
        client.connection.sendRequest<string>('prismaDrift/report', { linkedFrom: client.uri(linkedFrom) })
      assert.match(await ask(''), /- \[line 14\]\(\/frontend\/src\/types\/order\.ts#L14,16\), error, /)
      assert.match(await ask('backend'), /- \[line 14\]\(\/\.\.\/frontend\/src\/types\/order\.ts#L14,16\), error, /)
    }))

  it('explain the rules', () =>
    inStorefront(async ({ client }) => {
      const rules = await client.connection.sendRequest<{ code: string }[]>('prismaDrift/rules')
      assert.ok(rules.length > 20)
      for (const { code } of rules) {
        const page = await client.connection.sendRequest<string>('prismaDrift/explain', { code })
        assert.ok(page.startsWith(`# ${code}`), code)
      }
      assert.equal(await client.connection.sendRequest('prismaDrift/explain', { code: '../../README' }), null)
    }))

  it('give what a type could be linked to', () =>
    inStorefront(async ({ client }) => {
      const ask = (character: number, line: number) =>
        client.connection.sendRequest<LinkTargets>('prismaDrift/linkTargets', {
          uri: client.uri(ORDER),
          range: { start: { line, character }, end: { line, character } },
        })
      const { types, models } = await ask(4, 13)
      assert.deepEqual(types, [{ name: 'Order', id: 'Order' }])
      assert.deepEqual(models[0], { name: 'Order', schema: 'backend/prisma/schema.prisma' })
      const all = await client.connection.sendRequest<LinkTargets>('prismaDrift/linkTargets', {
        uri: client.uri(ORDER),
      })
      assert.ok(all.types.length > 1)
    }))

  it('check the workspace anew', () =>
    inStorefront(async ({ client, workspace, read }) => {
      const check = () => client.connection.sendRequest<Counts>('prismaDrift/checkWorkspace')
      assert.deepEqual(await check(), { error: 7, warning: 20, info: 4, hint: 6 })
      workspace.write({ [ORDER]: read(ORDER).replace('orderNumber: number', 'orderNumber: string') })
      assert.deepEqual(await check(), { error: 6, warning: 20, info: 4, hint: 6 })
    }))

  it('check the workspace anew, where nobody told of files that came and went', () =>
    inStorefront(async ({ client, workspace, read, linesIn }) => {
      const check = () => client.connection.sendRequest<Counts>('prismaDrift/checkWorkspace')
      const before = await check()
      const made = ORDER.replace(/(\w+)\.ts$/, 'copy-of-$1.ts')
      workspace.write({ [made]: read(ORDER) })
      assert.notDeepEqual(await check(), before)
      assert.notDeepEqual(await linesIn(made), [])
      rmSync(workspace.at(made))
      assert.deepEqual(await check(), before)
      assert.deepEqual(await linesIn(made), [])
    }))
})
