import assert from 'node:assert/strict'
import { compilerErrors } from '../../testing/compiled.js'
import { EVERY_KIND, EVERY_MODEL } from '../../testing/every-kind.js'
import { findingsIn, generated } from '../../testing/generated.js'

const SCHEMA = `
//- /api/package.json
{ "name": "api", "dependencies": { "@prisma/client": "6" } }
//- /web/package.json
{ "name": "web", "dependencies": { "react": "19" } }
//- /api/prisma/schema.prisma
enum OrderState {
  OPEN
  IN_WORK
}
model Customer {
  id    Int     @id @default(autoincrement())
  name  String
  phone String?
  since DateTime
  orders Order[]
}
model OrderItem {
  id      Int     @id @default(autoincrement())
  orderId Int
  note    String?
  price   Decimal
  order   Order   @relation(fields: [orderId], references: [id])
}
model Order {
  id         Int        @id @default(autoincrement())
  state      OrderState @default(OPEN)
  note       String?
  secretHash String
  placedAt   DateTime
  customerId Int
  customer   Customer   @relation(fields: [customerId], references: [id])
  items      OrderItem[]
}
`

describe('generate interface', () => {
  it('writes what compiles and in which nothing is found, for every kind of column', () => {
    const { texts, world } = generated(`//- /schema.prisma\n${EVERY_KIND}`, 'interface', ...EVERY_MODEL)
    assert.deepEqual(compilerErrors(texts), [])
    assert.deepEqual(findingsIn(world), [])
    assert.equal(texts.size, EVERY_MODEL.length)
  })

  it('looks like neighbours without semicolons that allow null', () => {
    const { texts, world } = generated(
      `${SCHEMA}//- /web/src/types/customer.ts
export interface Customer {
  id: number
  name: string
  phone: string | null
  since: string
}
//- /web/src/types/index.ts
export * from './customer'
`,
      'interface',
      'Order',
      'OrderItem',
    )
    assert.equal(
      texts.get('web/src/types/order.ts'),
      `import type { Customer } from './customer'
import type { OrderItem } from './order-item'

export type OrderState = 'OPEN' | 'IN_WORK'

export interface Order {
  id: number
  state: OrderState
  note: string | null
  placedAt: string
  customerId: number
  customer?: Customer
  items?: OrderItem[]
}
`,
    )
    assert.match(texts.get('web/src/types/order-item.ts') ?? '', /^ {2}price: string$/m)
    assert.equal(
      texts.get('web/src/types/index.ts'),
      "export * from './customer'\nexport * from './order'\nexport * from './order-item'\n",
    )
    assert.deepEqual(compilerErrors(world.texts), [])
    assert.deepEqual(findingsIn(world), [])
  })

  it('looks like neighbours with semicolons, aliases, enums and optional properties', () => {
    const { texts, world } = generated(
      `${SCHEMA}//- /web/src/models/ICustomer.ts
export enum Tier {
    Basic = "BASIC",
    VeryHigh = "VERY_HIGH",
}

export type ICustomer = {
    id: number;
    name: string;
    phone?: string;
    since: Date;
};
`.replace('enum OrderState', 'enum Tier {\n  BASIC\n  VERY_HIGH\n}\nenum OrderState'),
      'interface',
      'Order',
      'OrderItem',
    )
    assert.equal(
      texts.get('web/src/models/IOrder.ts'),
      `import type { ICustomer } from "./ICustomer";
import type { IOrderItem } from "./IOrderItem";

export enum OrderState {
    Open = "OPEN",
    InWork = "IN_WORK",
}

export type IOrder = {
    id: number;
    state: OrderState;
    note?: string;
    placedAt: string;
    customerId: number;
    customer?: ICustomer;
    items?: IOrderItem[];
};
`,
    )
    assert.deepEqual(compilerErrors(world.texts), [])
    assert.deepEqual(findingsIn(world), [])
  })

  it('adds to the one file that holds all types, with its line breaks', () => {
    const types = `import type { Money } from './money'

export interface Customer {
  id: number,
  name: string,
  phone?: string | null,
  since: Date,
}

export interface OrderItem {
  id: number,
  orderId: number,
  note?: string | null,
  price: Money,
}
`
    const { texts, world } = generated(
      `${SCHEMA}//- /web/src/types.ts\n${types.replaceAll('\n', '\r\n')}//- /web/src/money.ts\nexport type Money = string\n`,
      'interface',
      'Order',
    )
    const added = `
export type OrderState = 'OPEN' | 'IN_WORK'

export interface Order {
  id: number,
  state: OrderState,
  note?: string | null,
  placedAt: string,
  customerId: number,
  customer?: Customer,
  items?: OrderItem[],
}
`
    assert.deepEqual([...texts], [['web/src/types.ts', (types + added).replaceAll('\n', '\r\n')]])
    assert.deepEqual(compilerErrors(world.texts), [])
    assert.deepEqual(findingsIn(world), [])
  })

  it('stands in a file of its own where that of the only neighbour is about something else', () => {
    const beside = (file: string) => {
      const customer = 'export interface Customer {\n  id: number\n  name: string\n  phone: string | null\n}\n'
      return [...generated(`${SCHEMA}//- /web/src/${file}\n${customer}`, 'interface', 'Order').texts.keys()]
    }
    assert.deepEqual(beside('types/sidebar.types.ts'), ['web/src/types/order.types.ts'])
    assert.deepEqual(beside('types/customer.ts'), ['web/src/types/order.ts'])
    assert.deepEqual(beside('contracts.ts'), ['web/src/contracts.ts'])
  })

  it('imports from another package by its name', () => {
    const { texts } = generated(
      `${SCHEMA}//- /xshared/package.json
{ "name": "@shop/shared", "main": "src/index.ts" }
//- /xshared/src/index.ts
export * from './types/customer'
//- /xshared/src/types/customer.ts
export interface Customer {
  id: number
  name: string
  phone: string | null
  since: string
}
//- /web/src/types/order-item.ts
export interface OrderItem {
  id: number
  orderId: number
  note: string | null
  price: string
}
`,
      'interface',
      'Order',
    )
    const order = [...texts].find(([file]) => file.endsWith('order.ts'))?.[1] ?? ''
    assert.match(order, /^import type \{ Customer \} from '@shop\/shared'$/m)
  })

  it('stands beside what a package has, be it in src or not', () => {
    const besides = (file: string) => {
      const { texts } = generated(`${SCHEMA}//- /web/${file}\nexport const a = 1\n`, 'interface', 'Order')
      return [...texts.keys()]
    }
    assert.deepEqual(besides('app/page.tsx'), ['web/types/order.ts'])
    assert.deepEqual(besides('src/app/page.tsx'), ['web/src/types/order.ts'])
    assert.deepEqual(besides('vite.config.ts'), ['web/src/types/order.ts'])
  })

  it('completes a type that is there and keeps what a person wrote in it', () => {
    const { texts, world, notes } = generated(
      `${SCHEMA}//- /web/src/order.ts
/** An order, as the shop shows it. */
export interface Order {
  id: number
  /** In cents. */
  shown?: boolean // by hand
  placedAt: number
  customerId: number
}
`,
      'interface',
      'Order',
    )
    assert.equal(
      texts.get('web/src/order.ts'),
      `/** An order, as the shop shows it. */
export interface Order {
  id: number
  state: OrderState
  note: string | null
  /** In cents. */
  shown?: boolean // by hand
  placedAt: string
  customerId: number
}

export type OrderState = 'OPEN' | 'IN_WORK'
`,
    )
    assert.deepEqual(notes, [])
    assert.deepEqual(compilerErrors(world.texts), [])
  })

  it('lets what is missing be absent as the type itself does, whatever others do', () => {
    const { texts } = generated(
      `${SCHEMA.replace('  note       String?\n', '  note       String?\n  coupon     String?\n')}//- /web/src/order.ts
export interface Order {
  id: number
  state: 'OPEN' | 'IN_WORK'
  note?: string
  placedAt: string
  customerId: number
}
//- /web/src/customer.ts
export interface Customer {
  id: number
  name: string
  phone: string | null
  since: string
}
//- /web/src/order-item.ts
export interface OrderItem {
  id: number
  orderId: number
  note: string | null
  price: string
}
`,
      'interface',
      'Order',
    )
    assert.match(texts.get('web/src/order.ts') ?? '', /note\?: string\n {2}coupon\?: string\n/)
  })

  it('tells the names that no schema has', () => {
    assert.deepEqual(generated(SCHEMA, 'interface', 'Ordr').unknown, ['Ordr'])
  })
})
