import { check } from '../testing/check.js'
import { checkFix } from '../testing/check-fix.js'

const schema = `
//- /schema.prisma
model User {
  id    String @id
  name  String
  email String
  age   Int
  chief User?  @relation("chief", fields: [chiefId], references: [id])
  chiefId String?
  staff User[] @relation("chief")
}
`

const service = `
//- /server/user.service.ts
export const list = (prisma) => prisma.user.findMany({ where: { name: 'x' } })
`

describe('field-extra: computed and joined values', () => {
  it('offers to mark the property as computed', () =>
    checkFix(
      `${schema}
//- /web/user.ts
export interface User {
  id: string
  name: string
  email: string
  age: number
  mood: string
//^^^^ 💡 hint[field-extra] 'mood' is not in model 'User'
}
`,
      {
        title: "Mark 'mood' as computed",
        safe: false,
        intents: [{ kind: 'setTag', at: 'web/user.ts#User.mood', tag: '@computed' }],
        after: `
export interface User {
  id: string
  name: string
  email: string
  age: number
  /** @computed */
  mood: string
}
`,
      },
    ))

  it('is silent on names of computed and joined values that somebody may fill', () =>
    check(`${schema}${service}
//- /server/show.ts
export const show = ({ posts, user }) => [posts.postCount, posts.totalPosts, user.avatarUrl]
export const more = (user) => ({ ...user, chiefName: user.chief.name })
//- /web/user.ts
export interface User {
  id: string
  name: string
  email: string
  age: number
  _count: object
  postCount: number
  totalPosts: number
  isOnline: boolean
}
export interface UserDetail {
  id: string
  name: string
  email: string
  age: number
  hasPosts: boolean
  avatarUrl: string
  chiefName: string
}
`))

  it('warns of a joined name that the server writes for other records only', () => {
    const joined = `
export interface UserDetail {
  id: string
  name: string
  email: string
  age: number
  chiefName: string
//^^^^^^^^^ 💡 warning[field-extra] 'chiefName' is not in model 'User': no server file that works with User writes 'chiefName'
}
`
    check(`${schema}${service}
//- /server/show.ts
export const mail = (user) => ({ subject: 'News', text: '', chiefName: user.chief.name })
//- /web/user.ts
${joined}`)
    check(`${schema}
model Letter {
  id        String @id
  chiefName String
}
${service}
//- /server/rows.ts
export const rows = (user, sheet) => ({ ...sheet, rows: [], columns: 3, colour: 'red', chiefName: user.chief.name })
//- /web/user.ts
${joined}`)
  })

  it('is silent on a joined name that a client makes, or that a type adds to the one that it extends', () => {
    check(`${schema}${service}
//- /server/show.ts
export const mail = (user) => ({ subject: 'News', text: '', chiefName: user.chief.name })
//- /web/user.ts
export interface User {
  id: string
  name: string
  email: string
  age: number
}
export interface UserWithChief extends User {
  chiefName: string
}
`)
    check(`${schema}${service}
//- /web/package.json
{ "dependencies": { "react": "19" } }
//- /web/user.ts
export interface UserDetail {
  id: string
  name: string
  email: string
  age: number
  chiefName: string
}
//- /web/fetch.ts
export const toRow = ({ id, name, email, age, chief }) => ({ id, name, email, age, chiefName: chief.name })
`)
  })

  it('reports names of computed and joined values that nobody fills, flags aside', () =>
    check(`${schema}${service}
//- /web/user.ts
export interface User {
  id: string
  name: string
  email: string
  age: number
  postCount: number
//^^^^^^^^^ 💡 warning[field-extra] 'postCount' is not in model 'User': no server file that works with User writes 'postCount'
  isOnline: boolean
}
export interface UserDetail {
  id: string
  name: string
  email: string
  age: number
  chiefName: string
//^^^^^^^^^ 💡 warning[field-extra] 'chiefName' is not in model 'User': no server file that works with User writes 'chiefName'
  totalPosts: number
}
export const show = (user) => ({ ...user, totalPosts: user.posts.length })
`))

  it('is silent on what is marked as computed and in queries', () =>
    check(`${schema}${service}
//- /web/user.ts
export interface User {
  id: string
  name: string
  email: string
  age: number
  /** @computed from the last posts */
  mood: string
}
export interface UserQuery {
  name: string
  email: string
  mood: string
}
`))

  it('is silent on what is marked as computed even where it was a column', () =>
    check(`
//- /schema.prisma
model User {
  id   String @id
  name String
}
//- /schema.prisma base
model User {
  id   String @id
  name String
  mood String
}
//- /web/user.ts
export interface User {
  id: string
  name: string
  /** @computed */
  mood: string
}
`))
})
