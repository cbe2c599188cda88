import { check } from '../testing/check.js'
import { checkFix } from '../testing/check-fix.js'

const schema = `
//- /schema.prisma
model Task {
  id              String  @id
  title           String
  state           String
  submittedByUser User    @relation(fields: [submittedBy], references: [id])
  submittedBy     String
}
model User {
  id    String @id
  name  String
  tasks Task[]
}
`

const service = `
//- /server/task.service.ts
export const list = (prisma) => prisma.task.findMany({ orderBy: { title: 'asc' } })
`

describe('field-renamed', () => {
  it('reports a property near a column that the type lacks and that nothing fills', () =>
    checkFix(
      `${schema}${service}
//- /web/task.ts
export interface Task {
  id: string
  taskTitle: string
//^^^^^^^^^ 💡 warning[field-renamed] 'taskTitle' is not in model 'Task', whose column is 'title'
  state: string
  submittedBy: string
}
`,
      {
        title: "Rename 'taskTitle' to 'title'",
        safe: false,
        intents: [{ kind: 'renameMember', at: 'web/task.ts#Task.taskTitle', to: 'title' }],
        after: `
export interface Task {
  id: string
  title: string
  state: string
  submittedBy: string
}
`,
      },
    ))

  it('reports a relation under another name', () =>
    check(`${schema}${service}
//- /web/task.ts
export interface Task {
  id: string
  title: string
  state: string
  submittedBy: string
  submittedUser: { id: string; name: string }
//^^^^^^^^^^^^^ 💡 warning[field-renamed] 'submittedUser' is not in model 'Task', whose column is 'submittedByUser'
}
`))

  it('reports and names a column that was renamed in the case of the type, where the schema keeps to another', () =>
    checkFix(
      `
//- /schema.prisma
model Task {
  id         String @id
  task_title String
  max_points Int
}
//- /schema.prisma base
model Task {
  id         String @id
  task_title String
  top_score  Int
}
//- /types.ts
export interface Task {
  id: string
  taskTitle: string
  topScore: number
//^^^^^^^^ 💡 warning[field-renamed] 'topScore' is not in model 'Task', whose column is 'max_points'
}
`,
      {
        title: "Rename 'topScore' to 'maxPoints'",
        safe: false,
        intents: [{ kind: 'renameMember', at: 'types.ts#Task.topScore', to: 'maxPoints' }],
        after: `
export interface Task {
  id: string
  taskTitle: string
  maxPoints: number
}
`,
      },
    ))

  it('reports a column that was renamed since the earlier schema, in inputs as well', () =>
    check(`
//- /schema.prisma
model Task {
  id     String @id
  title  String
  points Int
}
//- /schema.prisma base
model Task {
  id    String @id
  title String
  score Int
}
//- /server/task.ts
export class TaskResponse {
  id: string
  title: string
  score: number
//^^^^^ 💡 warning[field-renamed] 'score' is not in model 'Task', whose column is 'points'
}
export class CreateTaskDto {
  title: string
  score: number
//^^^^^ 💡 warning[field-renamed] 'score' is not in model 'Task', whose column is 'points'
}
`))

  it('takes no column of a related record for one of its own, where the type has several of these', () => {
    const files = `
//- /schema.prisma
model Pupil {
  id            String @id
  course        String
  year          Int
  guardianPhone String
  person        Person @relation(fields: [personId], references: [id])
  personId      String
}
model Person {
  id     String  @id
  name   String
  email  String
  phone  String
  pupils Pupil[]
}
//- /server/pupil.service.ts
export const list = async (prisma) => {
  const pupils = await prisma.pupil.findMany({ include: { person: true } })
  return pupils.map(({ id, course, year, person }) => {
    const { name, email, phone } = person
    return { id, course, year, name, email, phone }
  })
}
//- /web/pupil.ts
export interface Pupil {
  id: string
  course: string
  year: number
  phone: string`
    check(`${files}
//^^^^^ 💡 hint[field-extra] 'phone' is not in model 'Pupil'
  name: string
//^^^^ 💡 hint[field-extra] 'name' is not in model 'Pupil'
  email: string
//^^^^^ 💡 hint[field-extra] 'email' is not in model 'Pupil'
}
`)
    check(`${files}
//^^^^^ 💡 warning[field-renamed] 'phone' is not in model 'Pupil', whose column is 'guardianPhone'
}
`)
  })

  it('reports it where few columns, or the fields alone, lead from the type to the model', () =>
    check(`
//- /schema.prisma
model Conversation {
  id        String @id
  subject   String
  startedBy String
  channel   String
  language  String
  entries   JournalEntry[]
}
model JournalEntry {
  id             String        @id
  amount         Int
  conversation   Conversation? @relation(fields: [conversationId], references: [id])
  conversationId String?
}
//- /schema.prisma base
model Conversation {
  id        String @id
  title     String
  startedBy String
  channel   String
  language  String
  entries   JournalEntry[]
}
model JournalEntry {
  id             String        @id
  amount         Int
  conversation   Conversation? @relation(fields: [conversationId], references: [id])
  conversationId String?
}
//- /web/page.ts
interface ConversationRef {
  id: string
  title: string
//^^^^^ 💡 warning[field-renamed] 'title' is not in model 'Conversation', whose column is 'subject'
}
export interface JournalEntry {
  id: string
  amount: number
  conversation: ConversationRef | null
}
`))

  it('reports a name that a migration gave up', () =>
    check(`${service}
//- /schema.prisma
model Task {
  id     String @id
  title  String
  state  String
  points Int
}
//- /migrations/1_init/migration.sql
CREATE TABLE "Task" ("id" TEXT NOT NULL, "title" TEXT NOT NULL, "state" TEXT NOT NULL, "score" INTEGER NOT NULL);
//- /migrations/2_points/migration.sql
ALTER TABLE "Task" RENAME COLUMN "score" TO "points";
//- /web/task.ts
export interface Task {
  id: string
  title: string
  state: string
  score: number
//^^^^^ 💡 warning[field-renamed] 'score' is not in model 'Task', whose column is 'points'
}
`))

  it('leaves it at an extra property where the type does not fit or two columns are as near', () =>
    check(`${service}
//- /schema.prisma
model Task {
  id         String @id
  title      String
  state      String
  startPoint Int
  endPoint   Int
}
//- /web/task.ts
export interface Task {
  id: string
  title: string
  taskState: number
//^^^^^^^^^ 💡 warning[field-extra] 'taskState' is not in model 'Task': no server file that works with Task writes 'taskState'
  point: number
//^^^^^ 💡 warning[field-extra] 'point' is not in model 'Task': no server file that works with Task writes 'point'
}
`))

  it('takes no opposite for a misspelt word', () =>
    check(`${service}
//- /schema.prisma
model Task {
  id           String @id
  title        String
  realizedGain Int
}
//- /web/task.ts
export interface Task {
  id: string
  title: string
  unrealizedGain: number
//^^^^^^^^^^^^^^ 💡 warning[field-extra] 'unrealizedGain' is not in model 'Task': no server file that works with Task writes 'unrealizedGain'
}
`))

  it('takes no short word for another one that is misspelt', () =>
    check(`${service}
//- /schema.prisma
model Task {
  id        String @id
  title     String
  stateNote String
}
//- /web/task.ts
export interface Task {
  id: string
  title: string
  stateName: string
//^^^^^^^^^ 💡 warning[field-extra] 'stateName' is not in model 'Task': no server file that works with Task writes 'stateName'
}
export interface TaskView {
  id: string
  title: string
  stateNot: string
//^^^^^^^^ 💡 warning[field-renamed] 'stateNot' is not in model 'Task', whose column is 'stateNote'
}
`))

  it('reports a name that is written elsewhere where a shape that looks the same lacks it', () =>
    check(`${schema}
//- /server/task.ts
export class TaskResponse {
  id: string
  title: string
  state: string
  submittedBy: string
}
//- /server/mail.ts
export const mail = (task: TaskResponse) => ({ subject: 'Done', taskTitle: task.title })
//- /web/task.ts
export interface Task {
  id: string
  taskTitle: string
//^^^^^^^^^ 💡 warning[field-renamed] 'taskTitle' is not in model 'Task', whose column is 'title'
  state: string
  submittedBy: string
}
`))

  it('only hints where the server writes the name and nothing else speaks against it', () =>
    check(`${schema}
//- /server/task.service.ts
export const list = async (prisma) =>
  (await prisma.task.findMany()).map((task) => ({ id: task.id, taskTitle: task.title }))
//- /web/task.ts
export interface Task {
  id: string
  taskTitle: string
//^^^^^^^^^ 💡 hint[field-extra] 'taskTitle' is not in model 'Task'
  state: string
  submittedBy: string
}
`))

  it('only hints where a module of the client itself puts the column under the name', () => {
    const mapped = (value: string, found: string): string => `${schema}
//- /server/task.service.ts
export const list = (prisma) => prisma.task.findMany()
//- /web/task.ts
export interface Task {
  id: string
  taskTitle: string
//^^^^^^^^^ 💡 ${found}
  state: string
  submittedBy: string
}
//- /web/list-tasks.ts
export const toTask = (task) => ({
  id: task.id,
  taskTitle: ${value},
  state: task.state,
  submittedBy: task.submittedBy,
})
`
    check(mapped('task.title', `hint[field-extra] 'taskTitle' is not in model 'Task'`))
    check(mapped('task.title ?? task.id', `hint[field-extra] 'taskTitle' is not in model 'Task'`))
  })

  it('only hints in a view that has a name which the server writes, whatever else lacks it', () =>
    check(`${schema}
//- /server/task.service.ts
export const list = (prisma) => prisma.task.findMany({ select: { id: true, title: true, state: true } })
export const send = (task) => ({ id: task.id, state: task.state, heading: { taskTitle: task.title } })
//- /web/task.ts
export interface Task {
  id: string
  taskTitle: string
//^^^^^^^^^ 💡 hint[field-extra] 'taskTitle' is not in model 'Task'
  state: string
}
`))

  it('counts a near relation only where nothing writes the name', () =>
    check(`${schema}
//- /server/task.ts
export class TaskResponse {
  id: string
  title: string
  state: string
  submittedBy: string
}
//- /server/mail.ts
export const mail = (task: TaskResponse) => ({ ...task, submittedUser: { id: task.submittedBy } })
//- /web/task.ts
export interface Task {
  id: string
  title: string
  state: string
  submittedBy: string
  submittedUser: { id: string; name: string }
//^^^^^^^^^^^^^ 💡 hint[field-extra] 'submittedUser' is not in model 'Task'
}
`))

  it('reports a renamed column in an inline object that has nothing else in common', () =>
    check(`
//- /schema.prisma
model Task {
  id       String @id
  title    String
  author   User   @relation(fields: [authorId], references: [id])
  authorId String
}
model User {
  id    String @id
  label String
  tasks Task[]
}
//- /schema.prisma base
model Task {
  id       String @id
  title    String
  author   User   @relation(fields: [authorId], references: [id])
  authorId String
}
model User {
  id    String @id
  name  String
  tasks Task[]
}
//- /web/task.ts
export interface Task {
  id: string
  title: string
  authorId: string
  author: { name: string }
          //^^^^ 💡 warning[field-renamed] 'name' is not in model 'User', whose column is 'label'
}
`))

  it('reports what looks like a computed value where a column is near that the type lacks', () =>
    check(`
//- /schema.prisma
model Child {
  id              String  @id
  name            String
  born            String
  profilePhotoUrl String?
}
//- /server/child.service.ts
export const list = (prisma) => prisma.child.findMany({ orderBy: { name: 'asc' } })
//- /web/child.ts
export interface Child {
  id: string
  name: string
  born: string
  photoUrl: string | null
//^^^^^^^^ 💡 warning[field-renamed] 'photoUrl' is not in model 'Child', whose column is 'profilePhotoUrl'
  isGrown: boolean
}
`))

  it('reports a property near a column of a mirror whose model nothing of the server works with', () =>
    check(`
//- /schema.prisma
model Notification {
  id     String  @id
  title  String
  body   String
  isRead Boolean
}
//- /web/notification.ts
export interface Notification {
  id: string
  title: string
  body: string
  read: boolean
//^^^^ 💡 warning[field-renamed] 'read' is not in model 'Notification', whose column is 'isRead'
}
//- /web/mocks/notifications.ts
import type { Notification } from '../notification'
export const notifications: Notification[] = [{ id: '1', title: 'Hello', body: 'There', read: false }]
`))

  it('takes one name of a moment for another, where both say when the same happens', () =>
    check(`
//- /schema.prisma
model Expense {
  id         String   @id
  title      String
  amount     Int
  note       String
  createdAt  DateTime
  approvedAt DateTime
}
//- /server/expense.service.ts
export const list = (prisma) => prisma.expense.findMany()
//- /web/expense.ts
export interface Expense {
  id: string
  title: string
  amount: number
  note: string
  createTime: string
//^^^^^^^^^^ 💡 warning[field-renamed] 'createTime' is not in model 'Expense', whose column is 'createdAt'
  payDate: string
//^^^^^^^ 💡 warning[field-extra] 'payDate' is not in model 'Expense': no server file that works with Expense writes 'payDate'
}
`))

  it('knows a number that is shortened to no', () =>
    check(`
//- /schema.prisma
model Repair {
  id          String @id
  plateNumber String
  state       String
  total       Int
}
//- /server/repair.service.ts
export const list = (prisma) => prisma.repair.findMany({ orderBy: { total: 'asc' } })
//- /web/repair.ts
export interface Repair {
  id: string
  plateNo: string
//^^^^^^^ 💡 warning[field-renamed] 'plateNo' is not in model 'Repair', whose column is 'plateNumber'
  state: string
  total: number
}
`))

  it('knows words that are often shortened', () =>
    check(`
//- /schema.prisma
model Holding {
  id      String @id
  amount  Int
  cost    Int
  gainPct Float
}
//- /server/holding.service.ts
export const list = (prisma) => prisma.holding.findMany({ orderBy: { amount: 'asc' } })
//- /web/holding.ts
export interface Holding {
  id: string
  amount: number
  cost: number
  gainPercent: number
//^^^^^^^^^^^ 💡 warning[field-renamed] 'gainPercent' is not in model 'Holding', whose column is 'gainPct'
}
`))

  it('takes no column for renamed where a type adds to the one that it extends', () =>
    check(`
//- /schema.prisma
model Issue {
  id         String @id
  title      String
  text       String
  orderIndex Int
}
//- /server/issue.service.ts
export const list = (prisma) => prisma.issue.findMany({ orderBy: { title: 'asc' } })
//- /web/issue.ts
export interface Issue {
  id: string
  title: string
  text: string
}
export interface IssueNode extends Issue {
  order: number
//^^^^^ 💡 warning[field-extra] 'order' is not in model 'Issue': no server file that works with Issue writes 'order'
}
`))

  it('takes no column for renamed that holds the hash', () =>
    check(`
//- /schema.prisma
model Invitation {
  id        String @id
  email     String
  role      String
  tokenHash String
}
//- /server/invitation.service.ts
export async function invite(prisma, email, role) {
  const token = create()
  const select = { id: true, email: true, role: true }
  const invitation = await prisma.invitation.create({ data: { email, role, tokenHash: hash(token) }, select })
  return { ...invitation, token }
}
//- /web/invitation.ts
export interface Invitation {
  id: string
  email: string
  role: string
  token?: string
//^^^^^ 💡 hint[field-extra] 'token' is not in model 'Invitation'
}
`))
})
