import { checkPairs } from '../testing/check-pairs.js'

const schema = `
//- /schema.prisma
model User {
  id    String @id
  name  String
  email String
  phone String
  city  String
  posts Post[]
}
model Post {
  id       String @id
  title    String
  author   User   @relation(fields: [authorId], references: [id])
  authorId String
}
`

describe('the role of a type', () => {
  it('is what the tag says', () =>
    checkPairs(`${schema}
//- /types.ts
/** @prisma User command */
export interface CreateUserInput {
               //^^^^^^^^^^^^^^^ pair User command certain: role given by @prisma
  name: string
}
`))

  it('mirrors under the exact name with three fifths of the columns', () =>
    checkPairs(`${schema}
//- /a.ts
export interface User {
               //^^^^ pair User mirror certain: covers 60 % of the columns
  id: string
  name: string
  email: string
}
//- /b.ts
export interface User {
               //^^^^ pair User subset certain: covers 40 % of the columns
  id: string
  name: string
}
`))

  it('mirrors under another name with nearly three quarters', () =>
    checkPairs(`${schema}
//- /types.ts
export interface UserResponse {
               //^^^^^^^^^^^^ pair User mirror certain: covers 80 % of the columns
  id: string
  name: string
  email: string
  phone: string
}
export interface UserDetail {
               //^^^^^^^^^^ pair User subset certain: covers 60 % of the columns
  id: string
  name: string
  email: string
}
`))

  it('mirrors under a partial name only with nine tenths', () =>
    checkPairs(`${schema}
//- /types.ts
export interface UserSummary {
               //^^^^^^^^^^^ pair User subset certain: covers 80 % of the columns
  id: string
  name: string
  email: string
  phone: string
}
export interface PublicUser {
               //^^^^^^^^^^ pair User mirror certain: covers 100 % of the columns
  id: string
  name: string
  email: string
  phone: string
  city: string
}
`))

  it('is a subset where another type holds it, unless the name is exact', () =>
    checkPairs(`${schema}
//- /types.ts
export interface Post {
               //^^^^ pair Post mirror certain: covers 67 % of the columns
  id: string
  title: string
  author: UserDto
}
export interface UserDto {
               //^^^^^^^ pair User subset certain: covers 80 % of the columns, held by another type
  id: string
  name: string
  email: string
  phone: string
}
`))

  it('forgets what came later than the type', () =>
    checkPairs(`${schema}
//- /migrations/1/migration.sql
CREATE TABLE "User" ("id" TEXT, "name" TEXT);
//- /migrations/2/migration.sql
ALTER TABLE "User" ADD COLUMN "email" TEXT, ADD COLUMN "phone" TEXT, ADD COLUMN "city" TEXT;
//- /types.ts
export interface User {
               //^^^^ pair User mirror certain: covers 100 % of the columns
  id: string
  name: string
}
`))

  it('is an input by its verb', () =>
    checkPairs(`${schema}
//- /types.ts
export interface CreateUser {
               //^^^^^^^^^^ pair User create certain: named 'create'
  name: string
}
export interface NewUserRequest {
               //^^^^^^^^^^^^^^ pair User create certain: named 'new'
  name: string
}
export interface EditUserDto {
               //^^^^^^^^^^^ pair User update certain: named 'edit'
  name: string
}
export interface UserUpdateInput {
               //^^^^^^^^^^^^^^^ pair User update certain: named 'update'
  name: string
}
export interface UserCreatePayload {
               //^^^^^^^^^^^^^^^^^ pair User create certain: named 'create'
  name: string
}
`))

  it('is an input by its last word and the lack of an id', () =>
    checkPairs(`${schema}
//- /types.ts
export interface UserInput {
               //^^^^^^^^^ pair User create certain: named 'input', without an id
  name: string
  email: string
}
export interface UserPayload {
               //^^^^^^^^^^^ pair User update certain: named 'payload', without an id
  name?: string
  email?: string
}
export interface UserData {
               //^^^^^^^^ pair User subset certain: covers 40 % of the columns
  id: string
  name: string
}
`))

  it('is an output by its last words, whatever the verb', () =>
    checkPairs(`${schema}
//- /types.ts
export interface CreateUserResponse {
               //^^^^^^^^^^^^^^^^^^ pair User subset certain: covers 40 % of the columns
  id: string
  name: string
}
`))

  it('is a query by its name', () =>
    checkPairs(`${schema}
//- /types.ts
export interface UserFilters {
               //^^^^^^^^^^^ pair User query certain: named as a query
  name?: string
}
export interface QueryUserDto {
               //^^^^^^^^^^^^ pair User query certain: named as a query
  name?: string
}
export interface FindUsersDto {
               //^^^^^^^^^^^^ pair User query certain: named as a query
  name?: string
  page?: number
}
`))

  it('is a command by its verb', () =>
    checkPairs(`${schema}
//- /types.ts
export interface VerifyUserDto {
               //^^^^^^^^^^^^^ pair User command certain: named 'verify'
  name: string
  email: string
  phone: string
}
`))

  it('is an input by where a controller receives it', () =>
    checkPairs(`${schema}
//- /src/user.controller.ts
import { UserDto, UserListDto, UserView } from './user'
export class UserController {
  add(@Body() dto: UserDto) {}
  change(@Body() dto: UserView) {}
  list(@Query() query: UserListDto) {}
}
//- /src/user.ts
export class UserDto {
           //^^^^^^^ pair User create certain: received as @Body()
  name: string
}
export class UserListDto {
           //^^^^^^^^^^^ pair User query certain: received as @Query()
  name: string
}
export class UserView {
           //^^^^^^^^ pair User update certain: received as @Body()
  name?: string
  email?: string
}
`))

  it('is an input where it is validated and has no id', () =>
    checkPairs(`${schema}
//- /user.ts
export class UserDto {
           //^^^^^^^ pair User create certain: validated, without an id
  @IsString()
  name: string
}
export class UserBasicDto {
           //^^^^^^^^^^^^ pair User subset certain: lacks the key 'id'
  @IsString()
  name: string
}
`))

  it('is an input where it is a schema without an id', () =>
    checkPairs(`${schema}
//- /user.ts
import { z } from 'zod'
export const userSchema = z.object({ name: z.string(), email: z.string() })
           //^^^^^^^^^^ pair User create certain: a schema to validate with, without an id
export const getUsersSchema = z.object({ name: z.string(), email: z.string() })
           //^^^^^^^^^^^^^^ pair User query certain: a schema named 'get', without an id
export const userRow = z.object({ id: z.string(), name: z.string(), email: z.string() })
           //^^^^^^^ pair User subset certain: covers 60 % of the columns
`))

  it('is an input where inputs hold it', () =>
    checkPairs(`${schema}
//- /types.ts
export interface CreateUserInput {
               //^^^^^^^^^^^^^^^ pair User create certain: named 'create'
  name: string
  posts: PostItem[]
}
export interface PostItem {
               //^^^^^^^^ pair Post create certain: part of an input
  title: string
}
`))

  it('is an input where a form holds its values', () =>
    checkPairs(`${schema}
//- /types.ts
export interface UserData {
               //^^^^^^^^ pair User create certain: the values of a form
  id: string
  name: string
}
export interface User {
               //^^^^ pair User mirror certain: name-exact; fields 3/3; covers 60 % of the columns
  id: string
  name: string
  email: string
}
export interface UserRow {
               //^^^^^^^ pair User subset certain: covers 60 % of the columns
  id: string
  name: string
  email: string
}
//- /form.tsx
import type { User, UserData, UserRow } from './types'
export const form = useForm<UserData>({ defaultValues: {} })
export function Editor({ setUser }: { setUser: Dispatch<SetStateAction<User>> }) {}
export function Page({ setRow }: { setRow: Dispatch<SetStateAction<UserRow | null>> }) {}
`))

  it("is derived where it names the record by the model's id and not by its own", () =>
    checkPairs(`${schema}
//- /types.ts
export interface UserSummary {
               //^^^^^^^^^^^ pair User derived certain: names the record by its id
  userId: string
  name: string
  email: string
}
`))

  it('is a subset without the key, however much it has', () =>
    checkPairs(`${schema}
//- /types.ts
export interface User {
               //^^^^ pair User subset certain: lacks the key 'id'
  name: string
  email: string
  phone: string
  city: string
}
`))

  it("takes no verb that is one of the model's own words", () =>
    checkPairs(`
//- /schema.prisma
model ImportBatch {
  id    String @id
  label String
  size  Int
}
//- /types.ts
export interface ImportBatchDto {
               //^^^^^^^^^^^^^^ pair ImportBatch mirror certain: covers 100 % of the columns
  id: string
  label: string
  size: number
}
export interface UpdateImportBatchDto {
               //^^^^^^^^^^^^^^^^^^^^ pair ImportBatch update certain: named 'update'
  id: string
  label: string
}
`))

  it('looks past who asks for the verb', () =>
    checkPairs(`${schema}
//- /types.ts
export interface AdminUpdateUserDto {
               //^^^^^^^^^^^^^^^^^^ pair User update certain: named 'update'
  name: string
}
export interface AdminUser {
               //^^^^^^^^^ pair User subset certain: covers 40 % of the columns
  id: string
  name: string
}
`))

  it('is a command where its verb is in the middle', () =>
    checkPairs(`${schema}
//- /types.ts
export interface UserArchiveInput {
               //^^^^^^^^^^^^^^^^ pair User command certain: named 'archive'
  name: string
  email: string
  phone: string
}
`))

  it('is no input where a form holds another type of the same name', () =>
    checkPairs(`${schema}
//- /server/user.ts
export class User {
           //^^^^ pair User mirror certain: covers 60 % of the columns
  id: string
  name: string
  email: string
}
//- /web/form.tsx
interface User {
        //^^^^ pair User create certain: the values of a form
  name: string
}
export const form = useForm<User>()
`))

  it("is told by what is around the model's name, whatever words that has", () =>
    checkPairs(`
//- /schema.prisma
model ProcessingRecord {
  id    String @id
  stage String
  notes String
  score Int
}
model SavedSearch {
  id   String @id
  name String
  text String
}
model OrderItem {
  id    String @id
  name  String
  count Int
  price Int
}
//- /types.ts
export interface CreateProcessingRecordRequest {
               //^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ pair ProcessingRecord create certain: named 'create'
  stage: string
  notes: string
}
export interface CreateSavedSearchInput {
               //^^^^^^^^^^^^^^^^^^^^^^ pair SavedSearch create certain: named 'create'
  name: string
  text: string
}
export interface OrderItemResponse {
               //^^^^^^^^^^^^^^^^^ pair OrderItem mirror certain: covers 75 % of the columns
  id: string
  name: string
  count: number
}
`))

  it('is an input under that name where the key may be there, and the record where it must', () =>
    checkPairs(`${schema}
//- /types.ts
export interface UserInput {
               //^^^^^^^^^ pair User create certain: named 'input', an id may be there
  id?: string
  name: string
  email: string
}
export interface PublicUserInput {
               //^^^^^^^^^^^^^^^ pair User subset certain: covers 40 % of the columns
  id: string
  name: string
}
export interface UserOrderBy {
               //^^^^^^^^^^^ pair User query certain: named as a query
  id?: string
  name?: string
  email?: string
}
`))

  it('is a creation where nearly all is optional but what the record needs', () =>
    checkPairs(`
//- /schema.prisma
model Batch {
  id   String  @id
  kind String
  ${'abcdefghij'.replace(/./g, '$& String?\n  ')}
}
//- /batch.ts
import { z } from 'zod'
export const batchSchema = z.object({
           //^^^^^^^^^^^ pair Batch create certain: a schema to validate with, without an id
  kind: z.string(),
  ${'abcdefghij'.replace(/./g, '$&: z.string().optional(),\n  ')}
})
`))

  it('is an input where a handler takes it from the request', () =>
    checkPairs(`${schema}
//- /server/handlers.ts
interface UserType {
        //^^^^^^^^ pair User create certain: received as @Body()
  name: string
  email: string
}
interface UserChange {
        //^^^^^^^^^^ pair User update certain: named 'change'
  name?: string
  email?: string
  phone?: string
}
interface UserFull {
        //^^^^^^^^ pair User create certain: received as @Body()
  name: string
  phone: string
}
interface UserShown {
        //^^^^^^^^^ pair User subset certain: lacks the key 'id'
  name: string
  email: string
  phone: string
}
export const create = (req, res) => {
  const user: UserType = req.body
}
export const change = async (request) => {
  const body = (await request.json()) as UserChange
}
export const fill = (req: Request<{ id: string }, unknown, UserFull>) => req.body.name
export const show = (): UserShown => ({ name: req.body.name })
`))

  it('mirrors what lacks nothing but secrets, under a name for a part of the record, too', () =>
    checkPairs(`
//- /schema.prisma
model User {
  id           String @id
  name         String
  email        String
  passwordHash String
}
//- /types.ts
export interface PublicUser {
               //^^^^^^^^^^ pair User mirror certain: covers 100 % of the columns
  id: string
  name: string
  email: string
}
export interface ChatUser {
               //^^^^^^^^ pair User mirror certain: covers 75 % of the columns
  id: string
  name: string
  email: string
}
`))

  it('is read where a zod schema tells when the record changed, or records alone hold it', () =>
    checkPairs(`
//- /schema.prisma
model Match {
  id      String        @id
  mode    String
  players MatchPlayer[]
}
model MatchPlayer {
  id      String @id
  color   String
  team    String
  match   Match  @relation(fields: [matchId], references: [id])
  matchId String
}
model Wallet {
  id        String   @id
  available Int
  updatedAt DateTime @updatedAt
}
//- /types.ts
import { z } from 'zod'
export const MatchPlayerSchema = z.object({ color: z.string(), team: z.string() })
           //^^^^^^^^^^^^^^^^^ pair MatchPlayer subset certain: lacks the key 'id'
export const MatchSchema = z.object({ id: z.string(), mode: z.string(), players: z.array(MatchPlayerSchema) })
           //^^^^^^^^^^^ pair Match mirror certain: covers 100 % of the columns
export const WalletSchema = z.object({ available: z.number(), updatedAt: z.string() })
           //^^^^^^^^^^^^ pair Wallet subset certain: lacks the key 'id'
`))

  it('is an input where the key of a zod schema may be left out, but not where the schema is an answer', () =>
    checkPairs(`
//- /schema.prisma
model ClassDay {
  id    String @id
  start Int
  end   Int
}
//- /types.ts
import { z } from 'zod'
export const classDaySchema = z.object({ id: z.string().optional(), start: z.number(), end: z.number() })
           //^^^^^^^^^^^^^^ pair ClassDay create certain: a schema to validate with, an id may be there
export const classDayResponseSchema = z.object({ id: z.string().optional(), start: z.number(), end: z.number() })
           //^^^^^^^^^^^^^^^^^^^^^^ pair ClassDay mirror certain: covers 100 % of the columns
`))

  it('is an input where the server receives a type of the same name as a body, unless it has the key', () =>
    checkPairs(`
//- /schema.prisma
model Visit {
  id     String @id
  page   String
  millis Int
  from   String
}
//- /server/visit.controller.ts
export class VisitController {
  track(@Body() body: TrackVisitDto) {}
  save(@Body() body: Visit) {}
}
export class TrackVisitDto {
           //^^^^^^^^^^^^^ pair Visit create likely: name-counterpart
  page: string
}
//- /web/visit.ts
export interface TrackVisitDto {
               //^^^^^^^^^^^^^ pair Visit create certain: received as @Body()
  page: string
  millis: number
  from: string
}
export interface Visit {
               //^^^^^ pair Visit mirror certain
  id: string
  page: string
  millis: number
  from: string
}
`))
})
