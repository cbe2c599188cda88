import { checkPairs } from '../testing/check-pairs.js'

const schema = `
//- /schema.prisma
model User {
  id    String @id
  name  String
  email String
}
`

describe('types that are never paired', () => {
  it('state, properties, contexts and forms of an interface', () =>
    checkPairs(`${schema}
//- /types.ts
export interface UserProps {
  id: string
  name: string
  email: string
}
export interface UserState {
  id: string
  name: string
  email: string
}
export interface UserContext {
  id: string
  name: string
  email: string
}
export interface UserForm {
  id: string
  name: string
  email: string
}
export interface UserEditor {
  id: string
  name: FormControl<string>
  email: FormControl<string>
}
`))

  it('what says which columns are selected or shown, flags of the record aside', () =>
    checkPairs(`
//- /schema.prisma
model Choice {
  id    String @id
  email Boolean
  phone Boolean
  post  Boolean
}
model User {
  id    String @id
  name  String
  email String
}
//- /types.ts
export interface UserSelectFields {
  id: boolean
  name: boolean
  email: boolean
}
export interface Choice {
               //^^^^^^ pair Choice mirror certain
  id: string
  email: boolean
  phone: boolean
  post: boolean
}
`))

  it('forms, unless they are named for what is sent', () =>
    checkPairs(`
//- /schema.prisma
model Order {
  id     String @id
  street String
  city   String
  note   String
}
//- /types.ts
export interface OrderForm {
  street: string
  city: string
  note: string
}
export interface CreateOrderForm {
               //^^^^^^^^^^^^^^^ pair Order create certain
  street: string
  city: string
  note: string
}
`))

  it('envelopes around records', () =>
    checkPairs(`
//- /schema.prisma
model Report {
  id    String @id
  data  Json
  total Int
  page  Int
}
//- /types.ts
export interface ReportResponse {
  data: Report[]
  total: number
  page: number
}
export interface Report {
               //^^^^^^ pair Report mirror certain
  id: string
  total: number
  page: number
}
`))

  it('what a Json column holds that the name ends with', () =>
    checkPairs(`
//- /schema.prisma
model File {
  id       String @id
  name     String
  mimeType String
  size     Int
  metadata Json?
}
//- /types.ts
export interface FileMetadata {
  name: string
  mimeType: string
  size: number
  encoding: string
}
export interface FileRecord {
               //^^^^^^^^^^ pair File mirror certain
  id: string
  name: string
  mimeType: string
  size: number
}
`))

  it('answers that say how it went and hold records', () =>
    checkPairs(`
//- /schema.prisma
model Order {
  id      String @id
  status  String
  message String
  total   Int
}
//- /types.ts
export interface Order {
               //^^^^^ pair Order mirror certain
  id: string
  status: string
  total: number
}
export interface GetOrderResponse {
  status: string
  order: Order
}
export interface ListOrdersResponse {
  status: string
  orders: Order[]
}
export interface DeleteOrderResponseDto {
  status: string
  message: string
}
export interface OrderStatusResponse {
               //^^^^^^^^^^^^^^^^^^^ pair Order subset certain
  status: string
}
`))

  it('wrappers of records that refer to records of their own kind', () =>
    checkPairs(`
//- /schema.prisma
model Category {
  id         String     @id
  name       String
  parentId   String?
  parent     Category?  @relation("tree", fields: [parentId], references: [id])
  categories Category[] @relation("tree")
}
//- /types.ts
export interface CategoriesResponse {
  categories: Category[]
}
export interface Category {
               //^^^^^^^^ pair Category mirror certain
  id: string
  name: string
}
`))

  it('credentials and claims of a token', () =>
    checkPairs(`${schema}
//- /types.ts
export interface LoginUserDto {
  id: string
  name: string
  email: string
}
export interface UserTokenPayload {
  id: string
  name: string
  email: string
}
`))

  it('masked, mock and template types', () =>
    checkPairs(`${schema}
//- /types.ts
export interface MaskedUser {
  id: string
  name: string
  email: string
}
export interface TemplateUser {
  id: string
  name: string
  email: string
}
`))

  it('template types, unless a model is called one', () =>
    checkPairs(`
//- /schema.prisma
model User {
  id    String @id
  name  String
  email String
}
model MailTemplate {
  id    String @id
  title String
  text  String
}
model MailTemplateField {
  id    String @id
  label String
  place Int
}
//- /types.ts
export interface Template {
               //^^^^^^^^ pair MailTemplate mirror likely
  id: string
  title: string
  text: string
}
export interface TemplateField {
               //^^^^^^^^^^^^^ pair MailTemplateField mirror likely
  id: string
  label: string
  place: number
}
export interface TemplateUser {
  id: string
  name: string
  email: string
}
`))

  it("types made of Prisma's own", () =>
    checkPairs(`${schema}
//- /types.ts
import type { Prisma, User as Row } from '@prisma/client'
export type User = Row
export type UserSummary = Pick<Row, 'id' | 'name'>
export type UserDetail = Prisma.UserGetPayload<{ include: { posts: true } }>
export interface UserRow extends Row {
  name: string
  mood: string
}
`))

  it('payloads of other services, which spell names otherwise', () =>
    checkPairs(`${schema}
//- /types.ts
export interface StripeUserObjectEvent {
  id: string
  name: string
  email: string
  customer_id: string
}
`))

  it('types tied to nothing, and without any property', () =>
    checkPairs(`${schema}
//- /types.ts
/** @prisma none */
export interface User {
  id: string
  name: string
}
export interface UserDto {}
`))

  it('another name for a schema or a list of values', () =>
    checkPairs(`${schema}
//- /types.ts
import { z } from 'zod'
export const userSchema = z.object({ id: z.string(), name: z.string() })
           //^^^^^^^^^^ pair User subset certain
export type UserDto = z.infer<typeof userSchema>
export interface UserRow {
               //^^^^^^^ pair User subset certain
  id: string
  name: string
}
export type UserView = UserRow
          //^^^^^^^^ pair User subset certain
`))

  it('files that a program wrote', () =>
    checkPairs(`${schema}
//- /types.ts
// This file is auto-generated. Do not edit.
export interface User {
  id: string
  name: string
}
`))

  it("unless the word that excludes is a model's own last word", () =>
    checkPairs(`
//- /schema.prisma
model Service {
  id    String @id
  label String
  price Int
}
//- /types.ts
export interface Service {
               //^^^^^^^ pair Service mirror certain
  id: string
  label: string
  price: number
}
export interface ExtraService {
               //^^^^^^^^^^^^ pair Service mirror certain
  id: string
  label: string
  price: number
}
export interface ServiceProps {
  id: string
  label: string
  price: number
}
`))

  it('events around a record', () =>
    checkPairs(`${schema}
//- /types.ts
export interface UserPayload {
  id: string
  event: string
  email: string
  data: object
}
`))

  it('but for events of a project that keeps them', () =>
    checkPairs(`
//- /schema.prisma
model OutboxEvent {
  id        String @id
  eventType String
  topic     String
  payload   Json
}
//- /types.ts
export interface OutboxEvent {
               //^^^^^^^^^^^ pair OutboxEvent mirror certain
  id: string
  eventType: string
  topic: string
  payload: unknown
}
`))

  it('what a device keeps by itself', () =>
    checkPairs(`${schema}
//- /database.ts
export interface LocalUser {
  id: string
  name: string
  email: string
}
`))

  it('no record that has items and a total of its own', () =>
    checkPairs(`
//- /schema.prisma
model Cart {
  id    String @id
  total Int
  items Item[]
}
model Item {
  id     String @id
  label  String
  cart   Cart   @relation(fields: [cartId], references: [id])
  cartId String
}
//- /types.ts
export interface Cart {
               //^^^^ pair Cart mirror certain
  id: string
  total: number
  items: Item[]
}
export interface Item {
               //^^^^ pair Item mirror certain
  id: string
  label: string
}
export interface CartList {
  total: number
  items: Cart[]
}
`))

  it('payloads in another case than the schema, unless it writes all names in that case', () =>
    checkPairs(`
//- /schema.prisma
model User {
  id         Int    @id
  name       String
  email      String
  oauth_id   String
  created_at DateTime
}
model Shop {
  id      Int    @id
  name    String
  email   String
  ownedBy Int
}
//- /types.ts
export interface AuthUser {
               //^^^^^^^^ pair User subset certain
  id: number
  name: string
  email: string
  google_id: string
}
export interface PaidShop {
  id: number
  name: string
  email: string
  paid_at: string
}
`))

  it('the user of a session, of whom nothing is sure', () =>
    checkPairs(`
//- /schema.prisma
model User {
  id    Int    @id
  name  String
  email String
}
//- /options.ts
export interface CustomUser {
  id?: string | null
  name?: string | null
  email?: string | null
}
export interface PartialUser {
               //^^^^^^^^^^^ pair User mirror certain
  id?: number
  name?: string | null
  email?: string | null
}
`))

  it('figures about records', () =>
    checkPairs(`
//- /schema.prisma
model Reaction {
  id     String @id
  emoji  String
  postId String
}
//- /types.ts
export interface ReactionSummary {
  emoji: string
  count: number
}
export interface ReactionFilters {
               //^^^^^^^^^^^^^^^ pair Reaction query certain
  emoji?: string
  since?: string
}
`))

  it('what is read from services of others', () =>
    checkPairs(`
//- /schema.prisma
model Chapter {
  id    String @id
  title String
  text  String
}
//- /src/novel-crawler/dto/chapter.ts
export interface Chapter {
  id: number
  title: string
}
//- /src/novel/chapter.ts
export interface Chapter {
               //^^^^^^^ pair Chapter mirror certain
  id: string
  title: string
}
`))

  it('what tells others that something has happened to a record', () =>
    checkPairs(`${schema}
//- /types.ts
export interface UserCreatedPayload {
  id: string
  name: string
  email: string
}
export interface UserChangedEvent {
  id: string
  name: string
  email: string
}
export interface UserPayload {
               //^^^^^^^^^^^ pair User mirror certain
  id: string
  name: string
  email: string
}
`))
})
