import type { FileId } from '../text/file-id.js'

/**
 * A small workspace with something of everything that findings depend on: two schemas of which one has two files, a
 * twin, an earlier text and migrations; a server and a client; entities, inputs, schemas of zod, lists of values,
 * mapped types, types held by others, tags, suppressions; files that call Prisma, map values and write names.
 */
export const EDITED_WORKSPACE: ReadonlyMap<FileId, string> = new Map([
  ['package.json', '{ "name": "shop", "dependencies": {} }'],
  ['api/package.json', '{ "name": "@shop/api", "dependencies": { "@prisma/client": "6", "@nestjs/core": "11" } }'],
  ['web/package.json', '{ "name": "@shop/web", "dependencies": { "react": "19", "@shop/api": "*" } }'],
  ['stats/package.json', '{ "name": "@shop/stats", "dependencies": { "@prisma/client": "6" } }'],
  [
    'api/prisma/schema.prisma',
    `datasource db {
  provider = "postgresql"
}

/// Someone who buys.
model User {
  id           String    @id @default(cuid())
  email        String    @unique
  displayName  String?   @map("display_name")
  passwordHash String
  role         Role      @default(CUSTOMER)
  createdAt    DateTime  @default(now())
  updatedAt    DateTime  @updatedAt
  orders       Order[]
  addresses    Address[]

  @@map("users")
}

enum Role {
  CUSTOMER
  STAFF
  ADMIN
}
`,
  ],
  [
    'api/prisma/order.prisma',
    `model Order {
  id         Int         @id @default(autoincrement())
  number     Int
  total      Decimal
  note       String?
  status     OrderStatus @default(PENDING)
  placedAt   DateTime
  shippedAt  DateTime?
  tags       String[]
  user       User        @relation(fields: [userId], references: [id])
  userId     String
  items      OrderItem[]
}

model OrderItem {
  id       Int     @id
  quantity Int
  price    Decimal
  order    Order   @relation(fields: [orderId], references: [id])
  orderId  Int
}

model Address {
  id      Int     @id
  street  String
  zipCode String
  country String?
  user    User    @relation(fields: [userId], references: [id])
  userId  String
}

enum OrderStatus {
  PENDING
  PAID
  SHIPPED
  CANCELLED
}
`,
  ],
  [
    'api/prisma/schema.prisma base',
    `datasource db {
  provider = "postgresql"
}

model User {
  id           String   @id @default(cuid())
  email        String   @unique
  name         String?  @map("display_name")
  passwordHash String
  role         Role     @default(CUSTOMER)
  createdAt    DateTime @default(now())
}

enum Role {
  USER
  ADMIN
}
`,
  ],
  [
    'api/prisma/schema.test.prisma twin',
    `datasource db {
  provider = "sqlite"
}

model User {
  id           String    @id @default(cuid())
  email        String
  displayName  String?   @map("display_name")
  passwordHash String?
  role         String    @default("CUSTOMER")
  createdAt    DateTime  @default(now())
  updatedAt    DateTime  @updatedAt
  orders       Order[]
}
`,
  ],
  [
    'api/prisma/migrations/1_init/migration.sql',
    'CREATE TABLE "users" ("id" TEXT NOT NULL, "email" TEXT NOT NULL, "display_name" TEXT);\n',
  ],
  [
    'api/prisma/migrations/2_more/migration.sql',
    'ALTER TABLE "Order" RENAME COLUMN "remark" TO "note";\nALTER TABLE "users" ADD COLUMN "updatedAt" TIMESTAMP;\n',
  ],
  [
    'stats/schema.prisma',
    `model Visit {
  id     Int      @id
  path   String
  userId String?
  at     DateTime
  kind   Kind
}

enum Kind {
  PAGE
  API
}
`,
  ],
  [
    'stats/src/visit.ts',
    `import type { Kind } from '@prisma/client'

export interface Visit {
  id: number
  path: string
  userId: string
  at: Date
  kind: Kind
}

export type VisitRow = Pick<Visit, 'id' | 'path' | 'when'>
`,
  ],
  [
    'api/src/users/user.entity.ts',
    `import { Role } from './role'
import type { Address } from '../../../web/src/types/address'

export class UserEntity {
  id: string
  email: string
  displayName: string
  passwordHash?: string
  role: Role
  createdAt: Date
  updatedAt: Date
  addresses: Address[]
}

export class PublicUser extends UserEntity {
  orderCount: number
}
`,
  ],
  [
    'api/src/users/role.ts',
    `export enum Role {
  CUSTOMER = 'CUSTOMER',
  STAFF = 'STAFF',
  OWNER = 'OWNER',
}

export const ROLE_LABELS = { CUSTOMER: 'customer', STAFF: 'staff', ADMIN: 'admin' }
`,
  ],
  [
    'api/src/users/dto/create-user.dto.ts',
    `import { IsEmail, IsOptional, IsString, MaxLength } from 'class-validator'
import { Role } from '../role'

export class CreateUserDto {
  @IsEmail()
  email: string

  @IsString()
  @IsOptional()
  displayName?: string

  @IsString()
  @MaxLength(20)
  password: string

  role: Role
}

export class UpdateUserDto extends PartialType(CreateUserDto) {
  createdAt: Date
}
`,
  ],
  [
    'api/src/users/users.service.ts',
    `import { UserEntity } from './user.entity'
import type { CreateUserDto } from './dto/create-user.dto'

export class UsersService {
  constructor(private readonly prisma: PrismaService) {}

  async create(dto: CreateUserDto) {
    const user = await this.prisma.user.create({ data: { email: dto.email, displayName: dto.displayName, role: dto.role } })
    return { id: user.id, email: user.email, displayName: user.displayName, role: user.role.toLowerCase(), orderCount: 0 }
  }

  async list(): Promise<UserEntity[]> {
    return this.prisma.user.findMany({ include: { orders: true, addresses: { select: { street: true, zipCode: true } } } })
  }
}
`,
  ],
  [
    'api/src/users/users.controller.ts',
    `import { CreateUserDto, UpdateUserDto } from './dto/create-user.dto'

export class UsersController {
  @Post()
  create(@Body() dto: CreateUserDto) {
    return this.users.create(dto)
  }

  @Patch()
  update(@Body() dto: UpdateUserDto) {
    return this.users.update(dto)
  }
}
`,
  ],
  [
    'api/src/orders/order.schema.ts',
    `import { z } from 'zod'

export const orderSchema = z.object({
  id: z.number(),
  number: z.string(),
  total: z.number(),
  note: z.string(),
  status: z.enum(['PENDING', 'PAID', 'SENT']),
  placedAt: z.string().datetime(),
  tags: z.array(z.string()).nullable(),
})

export type OrderInput = z.infer<typeof orderSchema>
`,
  ],
  [
    'api/src/orders/orders.service.ts',
    `export class OrdersService {
  async list() {
    const orders = await this.prisma.order.findMany({ include: { items: true, user: true } })
    return orders.map((order) => ({ id: order.id, number: order.number, total: Number(order.total), customer: order.user.displayName, placedAt: order.placedAt.toISOString() }))
  }

  labelOf(status: string) {
    switch (status) {
      case 'SHIPPED':
        return 'SENT'
      default:
        return status.toLowerCase()
    }
  }
}
`,
  ],
  [
    'web/src/types/order.ts',
    `import type { User } from './user'

export type OrderStatus = 'PENDING' | 'PAID' | 'SENT' | 'CANCELLED'

export interface Order {
  id: number
  number: string
  total: number
  note: string
  status: OrderStatus
  placedAt: string
  shippedAt: string
  tags: string
  user: User
  customer: string
  items: OrderItem[]
}

export interface OrderItem {
  id: number
  amount: number
  price: number
  // prisma-drift-disable-next-line field-extra
  label: string
  order?: { id: number; number: string }
}

export interface OrderSummary extends Pick<Order, 'id' | 'number' | 'totals'> {
  itemCount: number
}
`,
  ],
  [
    'web/src/types/user.ts',
    `/** @prisma User */
export interface Account {
  id: string
  email: string
  name: string
  role: 'CUSTOMER' | 'STAFF'
  createdAt: string
}

export type User = Omit<Account, 'role'> & { role: string; updatedAt: Date }

export type UserPatch = Partial<User>
`,
  ],
  [
    'web/src/types/address.ts',
    `export interface Address {
  id: number
  street: string
  zip: string
  country: string
  userId: string
}

export type AddressForm = Omit<Address, 'id' | 'userID'>
`,
  ],
  [
    'web/src/types/index.ts',
    `export * from './order'\nexport * from './user'\nexport type { Address as Place } from './address'\n`,
  ],
  [
    'web/src/pages/orders.tsx',
    `import type { Order, OrderSummary, Place } from '../types'

interface OrderRow {
  id: number
  total: number
  placedAt: Date
}

export function Orders({ orders, place }: { orders: Order[]; place: Place }) {
  const rows: OrderRow[] = orders.map(({ id, total, placedAt }) => ({ id, total, placedAt: new Date(placedAt) }))
  const form = useForm<OrderSummary>({ defaultValues: { id: 0, number: '', itemCount: rows.length } })
  return <Table rows={rows} form={form} street={place.street} />
}
`,
  ],
  [
    'web/src/pages/Users.vue',
    `<template><p>{{ user.email }}</p></template>

<script setup lang="ts">
interface UserView {
  id: string
  email: string
  displayName: string
  role: string
}
defineProps<{ user: UserView }>()
</script>
`,
  ],
])
