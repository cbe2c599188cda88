/** A small shop: a schema, and types that agree with it. */
export const SCHEMA = `datasource db {
  provider = "postgresql"
}

generator client {
  provider = "prisma-client-js"
}

enum Role {
  ADMIN
  MEMBER
}

model User {
  id     Int     @id @default(autoincrement())
  email  String  @unique
  name   String?
  role   Role    @default(MEMBER)
  age    Int
  orders Order[]
}

model Order {
  id     Int     @id @default(autoincrement())
  total  Int
  note   String?
  userId Int
  user   User    @relation(fields: [userId], references: [id])
}
`

export const USER_TYPES = `export type Role = 'ADMIN' | 'MEMBER'

export interface User {
  id: number
  email: string
  name: string | null
  role: Role
  age: number
}
`

export const ORDER_TYPES = `export interface Order {
  id: number
  total: number
  note: string | null
  userId: number
}
`

/** Nothing in it has drifted. */
export const SHOP = {
  'package.json': '{ "name": "shop" }\n',
  'prisma/schema.prisma': SCHEMA,
  'src/user.ts': USER_TYPES,
  'src/order.ts': ORDER_TYPES,
}

/** The shop with one error, in `src/order.ts`: a total that is text. */
export const DRIFTED_SHOP = { ...SHOP, 'src/order.ts': ORDER_TYPES.replace('total: number', 'total: string') }

/** That error. */
export const DRIFT = 'field-type-mismatch src/order.ts:3 Order.total'
