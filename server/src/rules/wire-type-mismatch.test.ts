import { check } from '../testing/check.js'
import { checkFix } from '../testing/check-fix.js'

const schema = `
//- /schema.prisma
model Order {
  id      String   @id
  placed  DateTime
  paid    DateTime
  shipped DateTime
  total   Decimal
  serial  BigInt
  picture Bytes
}
`

describe('wire-type-mismatch', () => {
  it('reports every type that differs from the configured wire format', () =>
    checkFix(
      `${schema}
//- /prisma-drift.config.json
{ "wire": "json" }
//- /order.ts
export interface Order {
  id: string
  placed: Date
        //^^^^ 💡 warning[wire-type-mismatch] 'placed' is typed Date, but DateTime column 'Order.placed' arrives as string through JSON
  paid: string
  shipped: string | Date
  total: number
       //^^^^^^ 💡 warning[wire-type-mismatch] 'total' is typed number, but Decimal column 'Order.total' arrives as string through JSON
}
`,
      {
        title: "Change the type of 'placed' to string",
        safe: true,
        intents: [{ kind: 'setType', at: 'order.ts#Order.placed:type', type: 'string' }],
        after: `
export interface Order {
  id: string
  placed: string
  paid: string
  shipped: string | Date
  total: number
}
`,
      },
    ))

  it('knows what superjson and the server itself hand on', () => {
    check(`${schema}
//- /prisma-drift.config.json
{ "wire": "superjson" }
//- /order.ts
export interface Order {
  id: string
  placed: string
        //^^^^^^ 💡 warning[wire-type-mismatch] 'placed' is typed string, but DateTime column 'Order.placed' arrives as Date through superjson
  paid: Date
  total: number
       //^^^^^^ 💡 warning[wire-type-mismatch] 'total' is typed number, but Decimal column 'Order.total' arrives as string through superjson
  serial: string
        //^^^^^^ 💡 warning[wire-type-mismatch] 'serial' is typed string, but BigInt column 'Order.serial' arrives as bigint through superjson
}
`)
    check(`${schema}
//- /prisma-drift.config.json
{ "wire": "native" }
//- /order.ts
import type { Prisma } from '@prisma/client'
export interface Order {
  id: string
  placed: string
        //^^^^^^ 💡 warning[wire-type-mismatch] 'placed' is typed string, but DateTime column 'Order.placed' arrives as Date through the server itself
  paid: Date
  total: Prisma.Decimal
  serial: bigint
}
`)
  })

  it('hints, once a declaration, where a type differs from most of its surface', () =>
    check(`${schema}
//- /order.ts
export interface Order {
  id: string
  placed: string
  paid: string
  shipped: string
}
export interface OrderDetail {
  id: string
  placed: string
  paid: string
  shipped: string
}
export interface OrderSummary {
  id: string
  placed: Date
        //^^^^ 💡 hint[wire-type-mismatch] 'placed' is typed Date, but 'Order.placed' is DateTime, and most types here have string for that
  paid: Date
}
`))

  it('takes no type that can never hold the values for usual', () =>
    check(`${schema}
//- /order.ts
export interface Order {
  id: string
  placed: number
        //^^^^^^ 💡 error[field-type-mismatch] 'placed' is typed number, but column 'Order.placed' is DateTime
  paid: number
      //^^^^^^ 💡 error[field-type-mismatch] 'paid' is typed number, but column 'Order.paid' is DateTime
  shipped: number
         //^^^^^^ 💡 error[field-type-mismatch] 'shipped' is typed number, but column 'Order.shipped' is DateTime
}
export interface OrderSummary {
  id: string
  placed: number
        //^^^^^^ 💡 error[field-type-mismatch] 'placed' is typed number, but column 'Order.placed' is DateTime
  paid: string
}
`))

  it('lets each surface have its own usage', () =>
    check(`${schema}
//- /web/order.ts
export interface Order {
  placed: string
  paid: string
  shipped: string
}
export interface OrderSummary {
  id: string
  placed: string
}
//- /server/order.ts
export interface Order {
  placed: Date
  paid: Date
  shipped: Date
}
export interface OrderSummary {
  id: string
  placed: Date
}
`))

  it('changes all of a type at once where the usage says it', () => {
    const types = (placed: string, paid = placed) => `
export interface Order {
  id: string
  placed: string
  paid: string
  shipped: string
}
export interface OrderDetail {
  id: string
  placed: string
  paid: string
  shipped: string
}
export interface OrderSummary {
  id: string
  placed: ${placed}
  paid: ${paid}
}
`
    const told =
      "Date\n        //^^^^ 💡 hint[wire-type-mismatch] 'placed' is typed Date, but 'Order.placed' is DateTime, and most types here have string for that"
    checkFix(`${schema}\n//- /order.ts${types(told, 'Date')}`, {
      title: "Change the type of 'placed' and 'paid' to string",
      safe: true,
      intents: [
        { kind: 'setType', at: 'order.ts#OrderSummary.placed:type', type: 'string' },
        { kind: 'setType', at: 'order.ts#OrderSummary.paid:type', type: 'string' },
      ],
      after: types('string'),
    })
  })

  it('asks the surface where a property is declared, whoever takes it from there', () =>
    check(`${schema}
//- /server/order.ts
export interface Order {
  id: string
  placed: Date
  paid: Date
}
export interface OrderSummary {
  id: string
  placed: Date
  shipped: Date
}
//- /web/order.ts
import type { Order as Stored } from '../server/order'
export interface Order extends Stored {
  shipped: string
}
export interface OrderSummary {
  id: string
  placed: string
  paid: string
  shipped: string
}
export interface OrderDetail {
  id: string
  placed: string
  paid: string
  shipped: string
}
export interface OrderRow {
  id: string
  placed: string
  paid: string
  shipped: string
}
`))

  it('is silent where too few types show the usage, or they differ', () =>
    check(`${schema}
//- /order.ts
export interface Order {
  id: string
  placed: string
  paid: Date
  shipped: string
}
`))

  it('is silent in inputs and on unknown types', () =>
    check(`${schema}
//- /prisma-drift.config.json
{ "wire": "json" }
//- /order.ts
import type { Moment } from 'somewhere'
export interface CreateOrderInput {
  placed: Date
}
export interface OrderSummary {
  id: string
  placed: Moment
  paid: any
}
`))
})
