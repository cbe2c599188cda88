import { checkPairs } from '../testing/check-pairs.js'
import { TASKS } from '../testing/tasks.js'

describe('the evidence of what stands around a type', () => {
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

  it('5: a class in the dto folder of a feature that works with one model', () =>
    checkPairs(`${TASKS}
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
    checkPairs(`${TASKS}
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
    checkPairs(`${TASKS}
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
    checkPairs(`${TASKS}
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
})
