import { check } from '../testing/check.js'
import { checkFix } from '../testing/check-fix.js'

describe('type-without-model', () => {
  it('reports a tag whose model is gone', () =>
    check(`
//- /schema.prisma
model User {
  id String @id
}
//- /account.ts
/** @prisma Account */
export interface Account {
               //^^^^^^^ error[type-without-model] 'Account' is tied to 'Account' by @prisma, but no schema has that model
  id: string
}
`))

  it('offers the name in its right case', () =>
    checkFix(
      `
//- /schema.prisma
model User {
  id String @id
}
//- /account.ts
/** @prisma user subset */
export interface Account {
               //^^^^^^^ 💡 error[type-without-model] 'Account' is tied to 'user' by @prisma, but no schema has that model; did you mean 'User'?
  id: string
}
`,
      {
        title: "Tie it to 'User'",
        safe: true,
        intents: [{ kind: 'setTag', at: 'account.ts#Account', tag: '@prisma User subset' }],
        after: `
/** @prisma User subset */
export interface Account {
  id: string
}
`,
      },
    ))

  it('is silent on tags of models and enums, on none and without a tag', () =>
    check(`
//- /schema.prisma
enum Role {
  ADMIN
}
model User {
  id String @id
}
//- /account.ts
/** @prisma User */
export interface Account {
  id: string
}
/** @prisma none */
export interface User {
  name: string
}
/** @prisma Role */
export type Level = 'ADMIN'
export interface Weather {
  rain: string
}
`))
})
