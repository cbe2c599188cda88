import { checkPairs } from '../testing/check-pairs.js'

const schema = `
//- /schema.prisma
model User {
  id    String @id
  name  String
  email String
  phone String
  city  String
}
model TaskSubmission {
  id     String @id
  answer String
  grade  Int
  task   Task   @relation(fields: [taskId], references: [id])
  taskId String
}
model Task {
  id          String           @id
  title       String
  submissions TaskSubmission[]
}
`

describe('the evidence for a pair', () => {
  it('0: the tag, whatever the name and the fields', () =>
    checkPairs(`${schema}
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
    checkPairs(`${schema}
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
    checkPairs(`${schema}
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
    checkPairs(`${schema}
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

  it("3: all of the model's words", () =>
    checkPairs(`${schema}
//- /types.ts
export interface ArchivedTaskSubmissionCard {
               //^^^^^^^^^^^^^^^^^^^^^^^^^^ pair TaskSubmission subset certain: name-words
  id: string
  answer: string
  grade: number
  colour: string
}
`))

  it('3: the best overlap wins, not the longest name', () =>
    checkPairs(`
//- /schema.prisma
model Event {
  id    String @id
  name  String
  place String
}
model ConcertFormat {
  id      String @id
  label   String
  minutes Int
  seats   Int
}
//- /types.ts
export interface EventFormatDetail {
               //^^^^^^^^^^^^^^^^^ pair ConcertFormat mirror likely: name-word
  id: string
  label: string
  minutes: number
  seats: number
}
`))

  it("4: the tail of the model's name", () =>
    checkPairs(`${schema}
//- /types.ts
export interface Submission {
               //^^^^^^^^^^ pair TaskSubmission mirror likely: name-tail
  id: string
  answer: string
  grade: number
}
`))

  it('4: not where two models have it', () =>
    checkPairs(`
//- /schema.prisma
model TaskSubmission {
  id     String @id
  answer String
}
model FormSubmission {
  id     String @id
  answer String
}
//- /types.ts
export interface Submission {
  id: string
  answer: string
}
`))

  it('5: a class in the dto folder of a feature that works with one model', () =>
    checkPairs(`${schema}
//- /src/people/dto/person.dto.ts
export class PersonDto {
           //^^^^^^^^^ pair User subset likely: used-with-model
  name: string
  email: string
}
//- /src/people/people.service.ts
export const list = (prisma) => prisma.user.findMany()
`))

  it('5: the type that a controller receives', () =>
    checkPairs(`${schema}
//- /src/people/input.interface.ts
export class PersonInput {
           //^^^^^^^^^^^ pair User create likely: used-with-model
  name: string
  email: string
}
//- /src/people/people.controller.ts
import { PersonInput } from './input.interface'
export class PeopleController {
  add(@Body() input: PersonInput) {
    return this.prisma.user.create({ data: input })
  }
}
`))

  it('5: not where the feature works with two models that both fit', () =>
    checkPairs(`
//- /schema.prisma
model Cat {
  id   String @id
  name String
}
model Dog {
  id   String @id
  name String
}
//- /src/pets/dto/pet.dto.ts
export class PetDto {
  name: string
}
//- /src/pets/pets.service.ts
export const list = (prisma) => [prisma.cat.findMany(), prisma.dog.findMany()]
`))

  it('6: some word and nearly all of the fields', () =>
    checkPairs(`
//- /schema.prisma
model TaskSubmission {
  id     String @id
  answer String
  grade  Int
  taskId String
}
//- /types.ts
export interface TaskAnswer {
               //^^^^^^^^^^ pair TaskSubmission mirror likely: name-word
  id: string
  answer: string
  grade: number
  taskId: string
}
`))

  it('6: not by a word that says only what kind of record it is', () =>
    checkPairs(`
//- /schema.prisma
model OrderItem {
  id    String @id
  label String
  price Int
}
//- /types.ts
export interface MenuItem {
  id: string
  label: string
  price: number
}
`))

  it('7: fields alone make it possible', () =>
    checkPairs(`${schema}
//- /types/contact.ts
export interface Contact {
               //^^^^^^^ pair User mirror possible: fields-alone
  id: string
  name: string
  email: string
  phone: string
  city: string
}
export interface Caller {
  name: string
  phone: string
}
`))

  it('5: the relation under which a paired type holds it', () =>
    checkPairs(`
//- /schema.prisma
model Task {
  id       String @id
  title    String
  assignee User   @relation(fields: [userId], references: [id])
  userId   String
}
model User {
  id    String @id
  name  String
  email String
  tasks Task[]
}
//- /types/task.ts
export interface Task {
               //^^^^ pair Task mirror certain: name-exact
  id: string
  title: string
  assignee: Person
}
export interface Person {
               //^^^^^^ pair User mirror likely: used-with-model
  id: string
  name: string
  email: string
}
`))

  it('the same operation on the other side', () =>
    checkPairs(`${schema}
//- /server/sign-up.dto.ts
/** @prisma User create */
export class EnterDto {
           //^^^^^^^^ pair User create certain: @prisma User
  name: string
  email: string
}
//- /web/types/enter.ts
export interface EnterRequest {
               //^^^^^^^^^^^^ pair User create likely: name-counterpart
  name: string
  email: string
}
`))

  it('6: a password is what a hash is made of', () =>
    checkPairs(`
//- /schema.prisma
model User {
  id           String @id
  name         String
  email        String
  passwordHash String
}
model Guest {
  id    String @id
  name  String
  email String
}
//- /auth/register.dto.ts
export class RegisterDto {
           //^^^^^^^^^^^ pair User create likely: name-word
  name: string
  email: string
  password: string
}
//- /auth/guest-access.dto.ts
export class GuestAccessDto {
  name: string
  email: string
  password: string
}
`))

  const submission = `
//- /schema.prisma
model User {
  id    String @id
  name  String
  email String
}
model TaskSubmission {
  id     String   @id
  answer String
  grade  Int
  taskId String
  sentAt DateTime
}`

  it('a local type needs a certain name', () =>
    checkPairs(`${submission}
//- /types.ts
interface User {
        //^^^^ pair User mirror certain: name-exact
  id: string
  name: string
}
interface Submission {
        //^^^^^^^^^^ pair TaskSubmission mirror possible: name-tail
  id: string
  answer: string
  grade: number
  taskId: string
  sentAt: string
  isOpen: boolean
}
`))

  it('or five columns and nothing else', () =>
    checkPairs(`${submission}
//- /page.tsx
interface Submission {
        //^^^^^^^^^^ pair TaskSubmission mirror likely: name-tail
  id: string
  answer: string
  grade: number
  taskId: string
  sentAt: string
}
`))

  it('or folders that say the rest of the name', () => {
    const page = (file: string, confidence: string) =>
      checkPairs(`${submission}
//- /${file}
interface Submission {
        //^^^^^^^^^^ pair TaskSubmission mirror ${confidence}: name-tail
  id: string
  answer: string
  grade: number
  taskId: string
  sentAt: string
  isOpen: boolean
}
`)
    page('pages/tasks/submissions.tsx', 'likely')
    page('pages/submissions.tsx', 'possible')
  })

  it('or eight columns and little else, the key among it as the model has it', () => {
    const types = (key: string, confidence: string) =>
      checkPairs(`
//- /schema.prisma
model SelectedRepository {
  id       String @id
  owner    String
  name     String
  url      String
  language String
  branch   String
  licence  String
  topic    String
}
//- /page.tsx
interface Repository {
        //^^^^^^^^^^ pair SelectedRepository mirror ${confidence}: name-tail
  id: ${key}
  owner: string
  name: string
  url: string
  language: string
  branch: string
  licence: string
  topic: string
  stars: number
}
`)
    types('string', 'likely')
    types('number', 'possible')
  })

  it('a local type, by the relation under which a paired type holds it', () =>
    checkPairs(`
//- /schema.prisma
model SalesOrder {
  id       String           @id
  customer String
  items    SalesOrderItem[]
}
model SalesOrderItem {
  id      String     @id
  qty     Int
  price   Int
  order   SalesOrder @relation(fields: [orderId], references: [id])
  orderId String
}
//- /dto/create-so.dto.ts
class CreateSOItemDto {
    //^^^^^^^^^^^^^^^ pair SalesOrderItem create likely: used-with-model
  qty: number
  price: number
}
export class CreateSalesOrderDto {
           //^^^^^^^^^^^^^^^^^^^ pair SalesOrder create certain: name-affix
  customer: string
  items: CreateSOItemDto[]
}
`))

  it('the file is named for a fuller name of a model', () =>
    checkPairs(`
//- /schema.prisma
model Payment {
  id         String @id
  amount     Int
  customerId String
}
model SupplierPayment {
  id         String @id
  amount     Int
  supplierId String
}
//- /pages/SupplierPaymentsPage.tsx
interface Payment {
        //^^^^^^^ pair SupplierPayment mirror certain: name-words
  id: string
  amount: number
  supplierId: string
}
//- /pages/PaymentsPage.tsx
interface Payment {
        //^^^^^^^ pair Payment mirror certain: name-exact
  id: string
  amount: number
  supplierId: string
}
//- /types/supplier-payment.ts
export interface Payment {
               //^^^^^^^ pair Payment mirror certain: name-exact
  id: string
  amount: number
  customerId: string
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

  it('7: the name of another model that a file gives to what has nothing but the columns of one', () => {
    const files = (exported: string, told: string) => `
//- /schema.prisma
model Invoice {
  id       String @id
  number   String
  amount   Int
  seller   String
  issuedAt DateTime
}
model Payment {
  id      String @id
  number  String
  amount  Int
  dueDate DateTime
  method  String
}
//- /page.tsx
${exported}interface Invoice {
${told}
  id: string
  number: string
  amount: number
  dueDate: string
  method: string
}
`
    checkPairs(files('', '        //^^^^^^^ pair Payment mirror possible: fields-alone'))
    checkPairs(files('export ', '               //^^^^^^^ pair Invoice mirror certain: name-exact'))
  })

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

  it('3: few fields are enough where the rest of the name are columns', () =>
    checkPairs(`${schema}
//- /types.ts
export interface SetTaskSubmissionGradeDto {
               //^^^^^^^^^^^^^^^^^^^^^^^^^ pair TaskSubmission update certain: name-words
  id: string
  grade: number
}
export interface GradeTaskSubmission {
               //^^^^^^^^^^^^^^^^^^^ pair TaskSubmission subset certain: name-words
  id: string
  grade: number
}
export interface LoudTaskSubmission {
  id: string
  grade: number
}
`))

  it('3: another model of the kind, where all fields are its own and half are of the model in the name', () =>
    checkPairs(`
//- /schema.prisma
model Document {
  id        String @id
  title     String
  content   String
  ownerId   String
}
model SystemDocument {
  id        String @id
  slug      String
  title     String
  summary   String
  content   String
  sortOrder Int
}
//- /types.ts
export interface KnowledgeDocumentRecord {
               //^^^^^^^^^^^^^^^^^^^^^^^ pair SystemDocument mirror likely: name-word
  id: string
  slug: string
  title: string
  summary: string
  content: string
  sortOrder: number
}
export interface KnowledgeDocumentView {
               //^^^^^^^^^^^^^^^^^^^^^ pair Document mirror certain: name-words
  id: string
  title: string
  content: string
  ownerId: string
}
`))

  it('6: not by a word that names another model as a whole', () =>
    checkPairs(`
//- /schema.prisma
model Team {
  id    String @id
  motto String
}
model TeamMember {
  id    String @id
  label String
  since Int
}
//- /types.ts
export interface TeamBadge {
  id: string
  label: string
  since: number
}
export interface MemberBadge {
               //^^^^^^^^^^^ pair TeamMember mirror likely: name-word
  id: string
  label: string
  since: number
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

  describe('5: the relation under which a paired type holds it', () => {
    const task = (type: string): string => `
//- /schema.prisma
model Task {
  id       String @id
  title    String
  assignee User   @relation(fields: [userId], references: [id])
  userId   String
}
model User {
  id    String @id
  name  String
  email String
  tasks Task[]
}
model Person {
  id   String @id
  name String
  shoe Int
}
//- /types/task.ts
export interface Task {
               //^^^^ pair Task mirror certain: name-exact
  id: string
  title: string
  assignee: ${type}
}
`
    it('asks for most of the fields, and at least three where no word is shared', () =>
      checkPairs(`${task('Somebody')}
export interface Somebody {
  id: string
  name: string
}
export interface TaskDetail {
               //^^^^^^^^^^ pair Task mirror certain: name-affix
  id: string
  title: string
  userId: string
  assignee: Anybody
}
export interface Anybody {
  id: string
  name: string
  email: string
  colour: string
  shape: string
}
`))

    it('is none where relations to two models hold it', () =>
      checkPairs(`${task('Somebody')}
export interface Pair {
               //^^^^ pair Pair mirror certain: name-exact
  id: string
  person: Somebody
  personId: string
}
export interface Somebody {
  id: string
  name: string
  email: string
}
//- /pair.prisma
model Pair {
  id       String @id
  person   Person @relation(fields: [personId], references: [id])
  personId String
}
`))

    it('overrules words in common, unless the fields speak for those', () => {
      const card = (fields: string, pair: string): string => `
//- /schema.prisma
model Task {
  id      String @id
  title   String
  name    String
  points  Int
  colour  String
  owner   Holder @relation(fields: [ownerId], references: [id])
  ownerId String
}
model Holder {
  id     String @id
  title  String
  name   String
  email  String
  colour String
}
//- /types.ts
export interface Task {
               //^^^^ pair Task mirror certain: name-exact
  id: string
  title: string
  name: string
  colour: string
  owner: TaskBadge
}
export interface TaskBadge {
               //^^^^^^^^^ pair ${pair}
  id: string
  title: string
  name: string
  ${fields}
}
`
      checkPairs(card('email: string', 'Holder subset likely: used-with-model; fields 4/4'))
      checkPairs(card('colour: string; points: number', 'Task subset certain: name-words; fields 5/5'))
    })

    it('asks for two where a word is shared', () =>
      checkPairs(`${task('TaskUserRef')}
export interface TaskUserRef {
               //^^^^^^^^^^^ pair User subset likely: used-with-model; fields 2/2
  id: string
  name: string
}
`))

    it('does not overrule a certain name', () =>
      checkPairs(`${task('Person')}
export interface Person {
               //^^^^^^ pair Person mirror certain: name-exact
  id: string
  name: string
}
`))
  })

  it('the same operation on the other side needs the same fields, most of them', () =>
    checkPairs(`${schema}
//- /server/enter.dto.ts
/** @prisma User create */
export class EnterDto {
           //^^^^^^^^ pair User create certain: @prisma User
  name: string
  email: string
}
//- /web/types/enter.ts
export interface EnterRequest {
  name: string
  colour: string
}
export interface EnterInput {
  name: string
  email: string
  colour: string
  shape: string
}
export interface EnterBody {
               //^^^^^^^^^ pair User create likely: name-counterpart
  name: string
}
`))

  it('is the model with all of its words in the name, whatever their order, and with more of them among equals', () =>
    checkPairs(`
//- /schema.prisma
model ChatGroup {
  id       String @id
  title    String
  passcode String
}
model GroupUsers {
  id       Int    @id
  group_id String
  name     String
  joined   String
}
model Chats {
  id       String @id
  group_id String
  name     String
  joined   String
}
//- /types.ts
export type GroupChatType = {
          //^^^^^^^^^^^^^ pair ChatGroup mirror certain: name-words
  id: string
  title: string
  passcode: string
}
export type GroupChatUserType = {
          //^^^^^^^^^^^^^^^^^ pair GroupUsers mirror certain: name-words
  id: number
  group_id: string
  name: string
  joined: string
  isOnline?: boolean
}
`))

  it("is a model beside it by one property only where it stands under the model's name", () =>
    checkPairs(`
//- /schema.prisma
model Notification {
  id      String @id
  message String
  title   String
}
//- /src/presentation/dto/chat.dto.ts
export class ChatDto {
  message: string
}
//- /src/presentation/list.ts
export const list = () => prisma.notification.findMany()
//- /src/notifications/dto/tell.dto.ts
export class TellDto {
           //^^^^^^^ pair Notification subset likely: used-with-model
  message: string
}
//- /src/notifications/send.ts
export const send = () => prisma.notification.create({ data: {} })
`))

  it('1, 2: a key alone is no record, unless a request names one by it', () =>
    checkPairs(`${schema}
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

  it('6: what is about me is about the user', () =>
    checkPairs(`${schema}
//- /types.ts
export interface UpdateMePayload {
               //^^^^^^^^^^^^^^^ pair User update likely: name-word; fields 3/3
  name?: string
  email?: string
  phone?: string
}
`))

  it('4, 6: a zod schema of its file alone counts beside the handlers of requests, but not in a page', () => {
    const at = (file: string, confidence: string) =>
      checkPairs(`${schema}
//- /${file}
import { z } from 'zod'
const submissionSchema = z.object({ answer: z.string(), grade: z.number() })
    //^^^^^^^^^^^^^^^^ pair TaskSubmission create ${confidence}: name-tail; fields 2/2
`)
    at('src/submission.controller.ts', 'likely')
    at('src/routes/submission.ts', 'likely')
    at('src/routes/submission.tsx', 'possible')
    at('src/submission.service.ts', 'possible')
  })

  it('2: a counterpart with all that the other side takes, whatever it has besides', () => {
    const payload = (name: string, mark: string) =>
      checkPairs(`${schema}
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
