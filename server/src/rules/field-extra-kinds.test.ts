import { check } from '../testing/check.js'

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

describe('field-extra: what kind of type it stands in', () => {
  it('only hints in what a store keeps that asks nobody for it', () => {
    const store = (level: string, body: string) => `${schema}${service}
//- /web/user-store.ts
import { create } from 'zustand'
export interface User {
  id: string
  name: string
  email: string
  mood: string
//^^^^ 💡 ${level}[field-extra] 'mood' is not in model 'User'${level === 'hint' ? '' : ": no server file that works with User writes 'mood'"}
}
export const useUser = create((set) => (${body}))
`
    check(store('hint', '{ users: [], add: (user: User) => set({ user }) }'))
    check(store('warning', "{ users: [], load: async () => set({ users: await get('/users') }) }"))
  })

  it('warns where what the server writes the name into has too little of the model to be its record', () => {
    check(`${schema}
//- /server/user.service.ts
export const list = async (prisma, mailer) => {
  mailer.send({ subject: 'News', mood: 'good', age: 3 })
  return prisma.user.findMany()
}
export interface Mail {
  parts: { mood: string; text: string }[]
}
//- /web/user.ts
export interface User {
  id: string
  name: string
  email: string
  age: number
  mood: string
//^^^^ 💡 warning[field-extra] 'mood' is not in model 'User': no server file that works with User writes 'mood'
}
`)
    check(`${schema}
//- /server/user.service.ts
export const list = async (prisma) => (await prisma.user.findMany()).map(({ id }) => ({ id, mood: 'good' }))
//- /web/user.ts
export interface User {
  id: string
  name: string
  email: string
  age: number
  mood: string
//^^^^ 💡 hint[field-extra] 'mood' is not in model 'User'
}
`)
  })

  it('only hints where the client builds the type with it', () =>
    check(`${schema}${service}
//- /web/user.ts
export interface User {
  id: string
  name: string
  email: string
  age: number
  mood: string
//^^^^ 💡 hint[field-extra] 'mood' is not in model 'User'
}
export const empty: User = { id: '', name: '', email: '', age: 0, mood: '' }
`))

  it('warns where the client only sets it to null or undefined', () =>
    check(`${schema}${service}
//- /web/user.ts
export interface User {
  id: string
  name: string
  email: string
  age: number
  mood: string | null
//^^^^ 💡 warning[field-extra] 'mood' is not in model 'User': no server file that works with User writes 'mood'
  song?: string
//^^^^ 💡 warning[field-extra] 'song' is not in model 'User': no server file that works with User writes 'song'
}
export function toUser(view: View): User {
  return { id: view.id, name: view.name, email: view.email, age: view.age, mood: null, song: undefined }
}
`))

  it('only hints in types of the server and of components that are handed their records, and warns in those that ask', () =>
    check(`${schema}${service}
//- /server/user.ts
export interface User {
  id: string
  name: string
  email: string
  age: number
  mood: string
//^^^^ 💡 hint[field-extra] 'mood' is not in model 'User'
}
//- /web/user.tsx
interface User {
  id: string
  name: string
  email: string
  age: number
  humour: string
//^^^^^^ 💡 warning[field-extra] 'humour' is not in model 'User': no server file that works with User writes 'humour'
}
export const load = async (): Promise<User[]> => (await fetch('/users')).json()
//- /web/card.tsx
interface User {
  id: string
  name: string
  email: string
  age: number
  corners: number
//^^^^^^^ 💡 hint[field-extra] 'corners' is not in model 'User'
}
export const Card = ({ user }: { user: User }) => user.name
`))

  it('only hints where a literal in the file of the type looks like it and has the name', () =>
    check(`${schema}${service}
//- /web/user.ts
export interface User {
  id: string
  name: string
  email: string
  age: number
  mood: string
//^^^^ 💡 hint[field-extra] 'mood' is not in model 'User'
}
export const load = (row) => ({ id: row.key, name: row.title, email: row.mail, mood: row.feeling })
`))

  it('only hints where a store in the file of the type adds the name to a record', () =>
    check(`${schema}${service}
//- /web/user.ts
export interface User {
  id: string
  name: string
  email: string
  age: number
  mood: string
//^^^^ 💡 hint[field-extra] 'mood' is not in model 'User'
}
export const cheer = (user) => set({ ...user, mood: 'good' })
`))

  it('only hints where the file of the type sets it', () =>
    check(`${schema}${service}
//- /web/user.ts
export interface User {
  id: string
  name: string
  email: string
  age: number
  mood?: string
//^^^^ 💡 hint[field-extra] 'mood' is not in model 'User'
}
export function parse(text: string): User {
  const user = read(text)
  if (text.includes('!')) user.mood = 'good'
  return user
}
`))

  it('warns in a type that is mostly other names only where a client asks for what it describes', () => {
    const files = (page: string, level: string) => {
      const why = (name: string) =>
        level === 'hint' ? '' : `: no server file that works with JobAlert writes '${name}'`
      return check(`
//- /schema.prisma
model JobAlert {
  id     String @id
  userId String
  words  String
  active Boolean
}
//- /server/alert.service.ts
export const list = (prisma) => prisma.jobAlert.findMany({ where: { active: true } })
//- /web/types.ts
export interface JobAlert {
  id: string
  userId: string
  active: boolean
  places: string[]
//^^^^^^ 💡 ${level}[field-extra] 'places' is not in model 'JobAlert'${why('places')}
  salary: number
//^^^^^^ 💡 ${level}[field-extra] 'salary' is not in model 'JobAlert'${why('salary')}
  rhythm: string
//^^^^^^ 💡 ${level}[field-extra] 'rhythm' is not in model 'JobAlert'${why('rhythm')}
  remote: boolean
//^^^^^^ 💡 ${level}[field-extra] 'remote' is not in model 'JobAlert'${why('remote')}
}
//- /web/page.tsx
${page}
`)
    }
    files(
      `import type { JobAlert } from './types'
export const load = async (): Promise<JobAlert[]> => (await fetch('/alerts')).json()`,
      'warning',
    )
    files('export const load = async () => (await fetch("/JobAlert")).json()', 'hint')
  })

  it('warns where it sets it in a form or in what it asks for, which no record is', () =>
    check(`${schema}${service}
//- /web/user.tsx
interface User {
  id: string
  name: string
  email: string
  age: number
  mood: string
//^^^^ 💡 warning[field-extra] 'mood' is not in model 'User': no server file that works with User writes 'mood'
}
export function edit(form, body, user: User) {
  form.mood = user.mood || 'good'
  form.rows[0].mood = 'bad'
  body.mood = form.mood
  return fetch('/users', { body })
}
`))

  it('warns where a component makes what looks like it without the key, as forms do', () =>
    check(`${schema}${service}
//- /web/user.tsx
interface User {
  id: string
  name: string
  email: string
  age: number
  mood: string
//^^^^ 💡 warning[field-extra] 'mood' is not in model 'User': no server file that works with User writes 'mood'
}
const [form, setForm] = useState({ name: '', email: '', age: 0, mood: 'good' })
export const load = async (): Promise<User[]> => (await fetch('/users')).json()
`))

  it('only hints where the server writes a column of such a type under the name', () => {
    const files = (mapped: string) => `
//- /schema.prisma
model Message {
  id      String   @id
  content String
  chat    String
  sentAt  DateTime
}
//- /server/message.ts
export const list = async (prisma) => (await prisma.message.findMany()).map((each) => (${mapped}))
//- /web/message.ts
export interface Message {
  id: string
  content: string
  chat: string
  createdAt: string
`
    check(`${files('{ ...each, createdAt: each.sentAt }')}//^^^^^^^^^ 💡 hint[field-extra] 'createdAt' is not in model 'Message'
}
`)
    check(`${files('{ ...each, createdAt: each.id }')}//^^^^^^^^^ 💡 warning[field-extra] 'createdAt' is not in model 'Message': its records keep no such time
}
`)
  })

  it('only hints where types of other models inherit the property and have its column', () =>
    check(`
//- /schema.prisma
model Shop {
  id        String   @id
  name      String
  createdAt DateTime
  updatedAt DateTime
}
model Visit {
  id        String   @id
  path      String
  createdAt DateTime
}
//- /server/visit.ts
export const list = (prisma) => [prisma.visit.findMany(), prisma.shop.findMany()]
//- /web/types.ts
export interface BaseEntity {
  id: string
  createdAt: string
  updatedAt: string
//^^^^^^^^^ 💡 hint[field-extra] 'updatedAt' is not in model 'Visit'
}
export interface Shop extends BaseEntity {
  name: string
}
export interface Visit extends BaseEntity {
  path: string
}
`))

  it('only hints at columns of a related record that the server spreads into this one', () => {
    const files = (mapped: string) => `
//- /schema.prisma
model User {
  id      String   @id
  name    String
  email   String
  profile Profile?
}
model Profile {
  userId  String @id
  user    User   @relation(fields: [userId], references: [id])
  bio     String
  address String
  gender  String
}
//- /server/user.ts
export const list = async (prisma) => (await prisma.user.findMany({ include: { profile: true } })).map((user) => (${mapped}))
//- /web/user.ts
export interface User {
  id: string
  name: string
  email: string
`
    check(`${files('{ ...user, ...user.profile }')}  bio: string
//^^^ 💡 hint[field-extra] 'bio' is not in model 'User'
  address: string
//^^^^^^^ 💡 hint[field-extra] 'address' is not in model 'User'
  gender: string
//^^^^^^ 💡 hint[field-extra] 'gender' is not in model 'User'
}
`)
    check(`${files('{ ...user, profile: user.profile }')}  bio: string
//^^^ 💡 warning[field-extra] 'bio' is not in model 'User': no server file that works with User writes 'bio'
  address: string
//^^^^^^^ 💡 warning[field-extra] 'address' is not in model 'User': no server file that works with User writes 'address'
  gender: string
//^^^^^^ 💡 warning[field-extra] 'gender' is not in model 'User': no server file that works with User writes 'gender'
}
`)
  })

  it('only hints in one of several shapes', () =>
    check(`${schema}${service}
//- /web/user.ts
export type User =
  | { id: string; name: string; email: string; age: number; kind: 'calm' }
                                                          //^^^^ 💡 hint[field-extra] 'kind' is not in model 'User'
  | { id: string; name: string; email: string; age: number; mood: string }
                                                          //^^^^ 💡 hint[field-extra] 'mood' is not in model 'User'
`))

  it('only hints in types that have little of the model and more besides', () => {
    const large = `
//- /schema.prisma
model User {
  id    String @id
  a     String
  b     String
  c     String
  d     String
  e     String
  f     String
  g     String
  h     String
  i     String
  j     String
}
//- /server/user.service.ts
export const list = (prisma) => prisma.user.findMany()
//- /web/user.ts
`
    check(`${large}
export interface PaidUserBadge {
  id: string
  a: string
  b: string
  mood: string
//^^^^ 💡 hint[field-extra] 'mood' is not in model 'User'
  shape: string
//^^^^^ 💡 hint[field-extra] 'shape' is not in model 'User'
}
`)
    check(`${large}
export interface PaidUserBadge {
  id: string
  a: string
  b: string
  mood: string
//^^^^ 💡 warning[field-extra] 'mood' is not in model 'User': no server file that works with User writes 'mood'
}
export interface UserSummary {
  id: string
  a: string
  b: string
  mood: string
//^^^^ 💡 warning[field-extra] 'mood' is not in model 'User': no server file that works with User writes 'mood'
  shape: string
//^^^^^ 💡 warning[field-extra] 'shape' is not in model 'User': no server file that works with User writes 'shape'
}
`)
  })

  it('warns in a single shape that may be null', () =>
    check(`${schema}${service}
//- /web/user.ts
export type User = { id: string; name: string; email: string; age: number; mood: string } | null
                                                                         //^^^^ 💡 warning[field-extra] 'mood' is not in model 'User': no server file that works with User writes 'mood'
`))

  it('hints at what the server declares as optional, and at what a client keeps beside a record', () =>
    check(`${schema}${service}
//- /package.json
{ "name": "all", "dependencies": { "@prisma/client": "*", "next": "*" } }
//- /server/user.dto.ts
export class UserDto {
  id: string
  name: string
  leader?: string
//^^^^^^ 💡 hint[field-extra] 'leader' is not in model 'User'
}
//- /app/users/page.tsx
interface Row {
  user: string
  nickname?: string
}
//- /app/user.ts
export interface User {
  id: string
  name: string
  email: string
  age: number
  leader: string
//^^^^^^ 💡 hint[field-extra] 'leader' is not in model 'User'
  nickname: string
//^^^^^^^^ 💡 warning[field-extra] 'nickname' is not in model 'User': no server file that works with User writes 'nickname'
}
export interface OfflineUser {
  id: string
  name: string
  email: string
  age: number
  seen: number
//^^^^ 💡 hint[field-extra] 'seen' is not in model 'User'
}
`))

  it('only hints at a mark that a client itself sets', () => {
    const marked = (say: string) => `${schema}${service}
//- /server/package.json
{ "name": "server", "dependencies": { "express": "*" } }
//- /web/package.json
{ "name": "web", "dependencies": { "react": "*" } }
//- /web/user.ts
export interface User {
  id: string
  name: string
  email: string
  age: number
  pending?: boolean
//^^^^^^^ 💡 ${say}
}
`
    check(`${marked("hint[field-extra] 'pending' is not in model 'User'")}
//- /web/queue.ts
export const queue = (id) => ({ id, pending: true })
`)
    check(`${marked(
      "warning[field-extra] 'pending' is not in model 'User': no server file that works with User writes 'pending'",
    )}
//- /web/show.tsx
export const show = (user) => draw({ id: user.id, pending: user.pending })
`)
  })

  it('warns where the server has the name only in a type that has nothing of the record', () => {
    const member = (type: string) => `
//- /schema.prisma
model User {
  id    String @id
  name  String
  email String
}
model Team {
  id     String @id
  colour String
}
//- /server/user.service.ts
export const list = (prisma) => prisma.user.findMany()
export interface ${type}
//- /web/user.ts
export interface User {
  id: string
  name: string
  email: string
  colour: string`
    check(`${member('Alarm { colour: string; text: string }')}
//^^^^^^ 💡 warning[field-extra] 'colour' is not in model 'User': no server file that works with User writes 'colour'
}
`)
    check(`${member('UserPart { colour: string; text: string }')}
//^^^^^^ 💡 hint[field-extra] 'colour' is not in model 'User'
}
`)
    check(`${member('Part { colour: string; email: string }')}
//^^^^^^ 💡 hint[field-extra] 'colour' is not in model 'User'
}
`)
  })

  it('is a hint in a type that gathers several objects around a part of the record', () =>
    check(`
//- /schema.prisma
model Recipient {
  id    String @id
  name  String
  email String
  age   Int
  a     String
  b     String
  c     String
  d     String
  e     String
  f     String
  g     String
}
//- /server/service.ts
export const list = (prisma) => prisma.recipient.findMany({ where: { name: 'x' } })
//- /web/certificate.ts
export interface CertificateRecipient {
  id: string
  name: string
  email: string
  age: number
  a: string
  level: string
//^^^^^ 💡 hint[field-extra] 'level' is not in model 'Recipient'
  signature: { image: string }
//^^^^^^^^^ 💡 hint[field-extra] 'signature' is not in model 'Recipient'
  logs: { sent: string }
//^^^^ 💡 hint[field-extra] 'logs' is not in model 'Recipient'
}
//- /web/team.ts
export interface TeamRecipient {
  id: string
  name: string
  email: string
  age: number
  a: string
  rank: string
//^^^^ 💡 warning[field-extra] 'rank' is not in model 'Recipient': no server file that works with Recipient writes 'rank'
  mood: string
//^^^^ 💡 warning[field-extra] 'mood' is not in model 'Recipient': no server file that works with Recipient writes 'mood'
}
`))

  it('only hints at what a client adds to records that it asks for by the type, not where it makes records', () => {
    const user = (level: string) => `
//- /web/package.json
{ "dependencies": { "react": "19" } }
//- /web/user.ts
export interface User {
  id: string
  name: string
  email: string
  age: number
  mood: Mood
//^^^^ 💡 ${level}
}
`
    const hint = user("hint[field-extra] 'mood' is not in model 'User'")
    const warning = user(
      "warning[field-extra] 'mood' is not in model 'User': no server file that works with User writes 'mood'",
    )
    const api = (literal: string) => `
//- /web/api.ts
export const list = async () => (await client.get<User[]>('/users')).data.map((user) => (${literal}))
`
    check(`${schema}${service}${hint}${api('{ ...user, mood: moodOf(user) }')}`)
    check(`${schema}${service}${warning}${api('{ ...user, age: 1, mood: moodOf(user) }')}`)
    check(
      `${schema}${service}${warning}${api('{ ...user, mood: moodOf(user) }').replace('client.get<User[]>', 'client.get')}`,
    )
  })

  it('only hints at optional names in another case, several of which are what other builds send', () => {
    const item = (mark: string, severity: string, because: string): string => `
//- /schema.prisma
model Shop {
  id          String @id
  shopName    String
  address     String
  openedAt    String
}
//- /server/shop.service.ts
export const list = (prisma) => prisma.shop.findMany()
//- /web/shop.ts
export interface ShopItem {
  id: string
  shopName: string
  address: string
  openedAt: string
  distance_km${mark}: number
//^^^^^^^^^^^ 💡 ${severity}[field-extra] 'distance_km' is not in model 'Shop'${because.replace('NAME', 'distance_km')}
  prep_time${mark}: number
//^^^^^^^^^ 💡 ${severity}[field-extra] 'prep_time' is not in model 'Shop'${because.replace('NAME', 'prep_time')}
  opening_hour${mark}: number
//^^^^^^^^^^^^ 💡 ${severity}[field-extra] 'opening_hour' is not in model 'Shop'${because.replace('NAME', 'opening_hour')}
}
`
    check(item('?', 'hint', ''))
  })

  it('only hints where a client adds to a record what the type adds to the one that it extends', () => {
    const added = (client: string, severity: string, because: string): string => `
//- /schema.prisma
model Product {
  id    String @id
  name  String
  price Float
  stock Int
}
//- /server/product.service.ts
export const list = (prisma) => prisma.product.findMany()
//- /web/product.ts
export interface Product {
  id: string
  name: string
  price: number
  stock: number
}
//- /web/cart.ts
import type { Product } from './product'
export interface CartProduct extends Product {
  quantity: number
//^^^^^^^^ 💡 ${severity}[field-extra] 'quantity' is not in model 'Product'${because}
}
//- /web/use-cart.ts
import type { CartProduct } from './cart'
import type { Product } from './product'
export const useCart = (cart: CartProduct[]) => ({ add: (product: Product) => [...cart, ${client}] })
`
    check(added('{ ...product, quantity: 1 }', 'hint', ''))
    check(added('product', 'warning', `: no server file that works with Product writes 'quantity'`))
  })

  it('only hints where a module of a client makes the whole type of what it is sent, not where a component does', () => {
    const move = (level: string, file: string, keys: string) =>
      check(`${schema}${service}
//- /web/package.json
{ "dependencies": { "react": "19" } }
//- /web/user.ts
export interface User {
  id: string
  name: string
  actor: string
//^^^^^ 💡 ${level}
  email?: string
}
//- /web/${file}
import type { User } from './user'
export const list = async (): Promise<User[]> => (await get('/users')).map((raw) => ({ ${keys} }))
`)
    const all = 'id: raw.id, name: raw.name, actor: raw.by.name'
    const unwritten = "'actor' is not in model 'User': no server file that works with User writes 'actor'"
    move("hint[field-extra] 'actor' is not in model 'User'", 'repository.ts', all)
    move(`warning[field-extra] ${unwritten}`, 'page.tsx', all)
    move(`warning[field-extra] ${unwritten}`, 'repository.ts', 'id: raw.id, actor: raw.by.name')
  })
})
