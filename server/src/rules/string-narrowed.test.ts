import { check } from '../testing/check.js'
import { checkFix } from '../testing/check-fix.js'

const schema = `
//- /schema.prisma
model User {
  id    String   @id
  role  String   @default("member")
  state String
  tags  String[]
}
`

describe('string-narrowed', () => {
  it('hints at a union of literals for a String column', () =>
    check(`${schema}
//- /user.ts
export interface User {
  id: string
  state: 'on' | 'off'
       //^^^^^^^^^^^^ hint[string-narrowed] 'state' allows only 'on' | 'off', but column 'User.state' is any String
}
`))

  it('informs where the union excludes the default', () =>
    check(`${schema}
//- /user.ts
export interface User {
  id: string
  role: 'admin' | 'guest'
      //^^^^^^^^^^^^^^^^^ 💡 info[string-narrowed] 'role' excludes "member", the default of column 'User.role'
}
export interface UserDetail {
  id: string
  role: 'admin' | 'member'
      //^^^^^^^^^^^^^^^^^^ hint[string-narrowed] 'role' allows only 'admin' | 'member', but column 'User.role' is any String
}
`))

  const record = (role: string): string => `
//- /web/user.ts
export interface User {
  id: string
  role: ${role}
  state: string
  tags: string[]
}
`
  const admins = record("'admin' | 'guest'")

  it('warns where the record itself excludes the default', () =>
    check(
      `${schema}${admins.replace(
        "'guest'",
        `'guest'
      //^^^^^^^^^^^^^^^^^ 💡 warning[string-narrowed] 'role' excludes "member", the default of column 'User.role'`,
      )}`,
    ))

  it('informs where the value is made on the way', () =>
    check(`${schema}${admins.replace(
      "'guest'",
      `'guest'
      //^^^^^^^^^^^^^^^^^ 💡 info[string-narrowed] 'role' excludes "member", the default of column 'User.role'`,
    )}
//- /web/map.ts
import type { User } from './user'
export const toUser = (row): User => ({ id: row.id, role: roleOf(row), state: row.state, tags: row.tags })
`))

  it('is silent on strings, lists and inputs', () =>
    check(`${schema}
//- /user.ts
export interface User {
  id: string
  role: string
  role: ('a' | 'b')[]
  tags: ('a' | 'b')[]
}
export interface CreateUserInput {
  state: 'on' | 'off'
}
`))

  describe('what the server writes', () => {
    const server = (call: string) => `
//- /server/user.service.ts
export const work = (prisma, id, late) => prisma.${call}
export const start = (prisma) => prisma.user.create({ data: { state: 'on' } })
`
    const states = (offered: string, level: string, text: string) =>
      record(`string`).replace(
        'state: string',
        `state: 'on' | 'off'
       //^^^^^^^^^^^^ ${offered}${level}[string-narrowed] 'state' excludes "${text}", which user.service.ts writes into column 'User.state'`,
      )
    const silent = record('string').replace(
      'state: string',
      `state: 'on' | 'off'
       //^^^^^^^^^^^^ hint[string-narrowed] 'state' allows only 'on' | 'off', but column 'User.state' is any String`,
    )

    it('warns where the record itself excludes it', () => {
      for (const value of ["'gone'", "late ? 'gone' : 'on'", "late.state ?? 'gone'", "'gone' as const"])
        check(
          `${schema}${states('💡 ', 'warning', 'gone')}${server(`user.update({ where: { id }, data: { state: ${value} } })`)}`,
        )
      check(
        `${schema}${states('💡 ', 'warning', 'gone')}${server("user.createMany({ data: [{ role: 'member', state: 'gone' }] })")}`,
      )
      check(
        `${schema}${states('💡 ', 'warning', 'gone')}${server("user.upsert({ where: { id }, create: { id, state: 'gone' }, update: {} })")}`,
      )
    })

    it('informs where others ask for records without it', () =>
      check(`${schema}${states('💡 ', 'info', 'gone')}${server("user.update({ where: { id }, data: { state: 'gone' } })")}
//- /server/list.ts
export const list = (prisma) => prisma.user.findMany({ where: { state: { not: 'gone' } } })
`))

    it('leaves it at a hint where nothing that the union has is written, and at what a seed writes', () => {
      const write = server("user.update({ where: { id }, data: { state: 'gone' } })")
      check(`${schema}${silent}${write.replace("'on'", "'ON'")}`)
      check(`${schema}${silent}${write.replace('/server/user.service.ts', '/server/seed-users.ts')}`)
    })

    it('leaves it at a hint where it is asked for, written elsewhere or into records of others', () => {
      check(`${schema}${silent}${server("user.findMany({ where: { state: 'gone' } })")}`)
      check(`${schema}${silent}${server("user.updateMany({ where: { state: 'gone' }, data: { state: 'on' } })")}`)
      check(`${schema}${silent}${server("order.update({ where: { id }, data: { state: 'gone' } })")}`)
      check(
        `${schema}${silent}${server("user.update({ where: { id }, data: { orders: { create: { state: 'gone' } } } })")}`,
      )
    })

    it('informs in a part of the record, unless it is named for it and no rows are chosen by the column', () => {
      const part = (level: string) => `
//- /web/user.ts
export interface User {
  id: string
  state: 'on' | 'off'
       //^^^^^^^^^^^^ 💡 ${level}[string-narrowed] 'state' excludes "gone", which user.service.ts writes into column 'User.state'
}
`
      const write = "user.create({ data: { id, state: 'gone' } })"
      check(`${schema}${part('warning')}${server(write)}`)
      check(`${schema}${part('info')}${server(write)}
//- /server/list.ts
export const list = (prisma) => prisma.user.findMany({ where: { state: { not: 'gone' } } })
`)
      check(`${schema}${part('info').replace('user.ts', 'page.tsx').replace('export ', '')}${server(write)}`)
    })

    it('offers to add it', () =>
      checkFix(
        `${schema}${states('💡 ', 'warning', 'gone')}${server("user.update({ where: { id }, data: { state: 'gone' } })")}`,
        {
          title: "Add 'gone' to 'state'",
          safe: false,
          intents: [{ kind: 'addValue', at: 'web/user.ts#User.state:type', value: 'gone' }],
          after: record('string')
            .replace('state: string', "state: 'on' | 'off' | 'gone'")
            .replace('\n//- /web/user.ts\n', ''),
        },
      ))
  })

  it("reports what the column's comment lists, beside texts that the union has", () => {
    const listed = (comment: string) => schema.replace('state String', `state String ${comment}`)
    const states = (finding: string) =>
      record('string').replace('state: string', `state: 'on' | 'off'\n       //^^^^^^^^^^^^ ${finding}`)
    const excluded = states(
      `💡 warning[string-narrowed] 'state' excludes "gone", which the comment of column 'User.state' lists`,
    )
    const any = states(`hint[string-narrowed] 'state' allows only 'on' | 'off', but column 'User.state' is any String`)
    check(`${listed('// on, off, gone')}${excluded}`)
    check(`${listed('/// "on" | "off" | "gone"')}${excluded}`)
    for (const comment of ['// on, off', '// ON, OFF', '// red, green', '// on, or as the user likes'])
      check(`${listed(comment)}${any}`)
  })
})
