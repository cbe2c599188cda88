import { checkPairs } from '../testing/check-pairs.js'
import { TASKS } from '../testing/tasks.js'

describe('the evidence of words and fields', () => {
  it("3: all of the model's words", () =>
    checkPairs(`${TASKS}
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
    checkPairs(`${TASKS}
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
    checkPairs(`${TASKS}
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

  it('3: few fields are enough where the rest of the name are columns', () =>
    checkPairs(`${TASKS}
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

  it('6: what is about me is about the user', () =>
    checkPairs(`${TASKS}
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
      checkPairs(`${TASKS}
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
})
