import { checkPairs } from '../testing/check-pairs.js'
import { TASKS } from '../testing/tasks.js'

describe('the evidence of names', () => {
  it('0: the tag, whatever the name and the fields', () =>
    checkPairs(`${TASKS}
//- /types.ts
/** @prisma User subset */
export interface Anything {
               //^^^^^^^^ pair User subset certain: @prisma User
  weather: string
}
/** @prisma User */
interface Somebody {
        //^^^^^^^^ pair User subset certain: @prisma User
  name: string
}
`))

  it('1: the exact name, in the plural and in any case too', () =>
    checkPairs(`${TASKS}
//- /types.ts
export interface User {
               //^^^^ pair User subset certain: name-exact
  id: string
  name: string
}
export type Users = { name: string; email: string }
          //^^^^^ pair User subset certain: name-exact
export interface task_submission {
               //^^^^^^^^^^^^^^^ pair TaskSubmission subset certain: name-exact
  id: string
  answer: string
}
`))

  it('2: the name without affixes, stripped repeatedly', () =>
    checkPairs(`${TASKS}
//- /types.ts
export interface UserResponseDto {
               //^^^^^^^^^^^^^^^ pair User subset certain: name-affix
  id: string
  name: string
}
export interface AdminCreateUserInput {
               //^^^^^^^^^^^^^^^^^^^^ pair User create certain: name-affix
  name: string
  email: string
}
export interface IUser {
               //^^^^^ pair User subset certain: name-affix
  name: string
}
export interface UserWithTasks {
               //^^^^^^^^^^^^^ pair User subset certain: name-affix
  id: string
  name: string
}
`))

  it('1 and 2: half of the fields are needed, paging words not counted', () =>
    checkPairs(`${TASKS}
//- /types.ts
export interface User {
  name: string
  ready: boolean
  socket: object
}
export interface UserQuery {
               //^^^^^^^^^ pair User query certain: name-affix
  name?: string
  page?: number
  limit?: number
  sortBy?: string
}
`))

  it('1: more than half of the fields are others, but nearly all of many columns are there', () =>
    checkPairs(`
//- /schema.prisma
model Sale {
  id       String   @id
  number   String
  status   String
  subtotal Int
  tax      Int
  total    Int
  notes    String?
  soldAt   DateTime
  tables   Int
}
model Shop {
  id     String @id
  name   String
  street String
}
//- /types.ts
export interface Sale {
               //^^^^ pair Sale mirror certain: name-exact
  id: string
  number: string
  status: string
  subtotal: number
  tax: number
  total: number
  notes: string
  soldAt: string
  a: string
  b: string
  c: string
  d: string
  e: string
  f: string
  g: string
  h: string
  i: string
}
export interface SaleResponse extends Sale {
  j: string
}
export interface Shop {
  id: string
  name: string
  street: string
  a: string
  b: string
  c: string
  d: string
}
`))

  it('2: a type that is named as a model keeps its suffix', () =>
    checkPairs(`
//- /schema.prisma
model Refund {
  id     String @id
  amount Int
}
model RefundRequest {
  id     String @id
  amount Int
  reason String
}
//- /types.ts
export interface RefundRequest {
               //^^^^^^^^^^^^^ pair RefundRequest mirror certain: name-exact
  id: string
  amount: number
  reason: string
}
`))

  it('1: a name of two words with the key and two columns more is no coincidence, whatever else is there', () =>
    checkPairs(`
//- /schema.prisma
model RepairOrder {
  id          String @id
  orderNumber String
  plateNumber String
  state       String
  customerId  String
  total       Int
}
model Story {
  id    String @id
  title String
  text  String
  by    String
}
//- /dispatch.ts
export interface RepairOrder {
               //^^^^^^^^^^^ pair RepairOrder subset certain: name-exact
  id: string
  orderNumber: string
  state: string
  plate: string
  customer: string
  technician: string
  items: number
}
//- /story.ts
export interface Story {
  id: string
  title: string
  text: string
  seen: boolean
  colour: string
  frames: number
  song: string
}
`))

  it('1 and 2: a name refused for its fields is tried for no other model', () =>
    checkPairs(`
//- /schema.prisma
model User {
  id   String @id
  name String
}
model UserTask {
  id    String @id
  title String
  grade Int
  due   String
}
//- /types.ts
export interface UserResponse {
  id: string
  title: string
  grade: number
  due: string
}
export interface TaskResponse {
               //^^^^^^^^^^^^ pair UserTask mirror likely: name-tail
  id: string
  title: string
  grade: number
  due: string
}
`))

  it('1 and 2: a name refused for its fields is another model whose name ends with it and has nearly all of them', () =>
    checkPairs(`
//- /schema.prisma
model Address {
  id       String @id
  areaId   String
  building String
}
model UserAddress {
  id     String @id
  userId String
  street String
  number String
  city   String
  zip    String
}
//- /types.ts
export interface Address {
               //^^^^^^^ pair UserAddress mirror likely: name-tail
  id: string
  street: string
  number: string
  city: string
  zip: string
  lines: string[]
}
export interface CreateAddressDto {
  street: string
  number: string
  city: string
  zip: string
}
`))

  it('1 to 3: what is joined in from a related record counts neither way', () =>
    checkPairs(`
//- /schema.prisma
model TransferLine {
  id       String @id
  note     String
  status   String
  serialId String
  serial   Serial @relation(fields: [serialId], references: [id])
  shop     Shop?  @relation(fields: [shopId], references: [id])
  shopId   String?
}
model Serial {
  id    String @id
  code  String
  lines TransferLine[]
}
model Shop {
  id    String @id
  name  String
  lines TransferLine[]
}
//- /types.ts
export interface TransferLine {
               //^^^^^^^^^^^^ pair TransferLine subset certain: name-exact; fields 2/6
  id: string
  note: string
  serialCode: string
  serialNumber: string
  shopName: string
  color: string
}
export interface TransferLineRow {
  id: string
  code: string
  shop_name: string
  color: string
}
`))

  it('2: the fuller name of another model, where more of the fields are its own', () =>
    checkPairs(`
//- /schema.prisma
model Notification {
  id   String @id
  text String
}
model SystemAdminNotification {
  id       String @id
  text     String
  severity Int
  source   String
}
//- /types.ts
export interface AdminNotification {
               //^^^^^^^^^^^^^^^^^ pair SystemAdminNotification mirror likely: name-tail; fields 4/4
  id: string
  text: string
  severity: number
  source: string
}
//- /other.ts
export interface AdminNotification {
               //^^^^^^^^^^^^^^^^^ pair Notification mirror certain: name-affix; fields 2/2
  id: string
  text: string
}
`))

  it('former column names keep a pair', () => {
    const types = (pair: string): string => `
//- /schema.prisma
model User {
  id    String @id
  label String
  mail  String
  age   Int
}
//- /types.ts
export interface User {
${pair}  id: string
  name: string
  email: string
}
`
    checkPairs(types(''))
    checkPairs(`${types('               //^^^^ pair User subset certain: name-exact; fields 1/3\n')}
//- /schema.prisma base
model User {
  id    String @id
  name  String
  email String
  age   Int
}
`)
  })

  it('1, 2: a key alone is no record, unless a request names one by it', () =>
    checkPairs(`${TASKS}
//- /types.ts
export interface UserEntry {
  id: string
  role: string
}
export interface DeleteUserRequest {
               //^^^^^^^^^^^^^^^^^ pair User command certain
  id: string
  reason: string
}
`))

  it('2: where the key is of another type, the model of another name that fits as a whole', () =>
    checkPairs(`
//- /schema.prisma
model User {
  id    Int    @id
  email String
  role  String
}
model AuthUser {
  id    String @id
  email String
  role  String
  name  String
}
//- /types.ts
export interface AdminUser {
               //^^^^^^^^^ pair AuthUser mirror likely: name-tail; fields 4/4
  id: string
  email: string
  role: string
  name: string
}
export interface PublicUser {
               //^^^^^^^^^^ pair User mirror certain: name-affix; fields 3/3
  id: number
  email: string
  role: string
}
`))

  it('2: a counterpart with all that the other side takes, whatever it has besides', () => {
    const payload = (name: string, mark: string) =>
      checkPairs(`${TASKS}
//- /server/create-submission.dto.ts
export class CreateSubmissionDto {
           //^^^^^^^^^^^^^^^^^^^ pair TaskSubmission create likely: name-tail
  answer: string
  grade: number
  taskId: string
}
//- /web/submissions.ts
export interface CreateSubmissionPayload {
${mark}  answer: string
  grade: number
  ${name}: string
  photo: string
  video: string
  script: string
}
`)
    payload(
      'taskId',
      '               //^^^^^^^^^^^^^^^^^^^^^^^ pair TaskSubmission create likely: name-counterpart; fields 3/6\n',
    )
    payload('task_id', '')
  })
})
