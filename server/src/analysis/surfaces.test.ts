import { check } from '../testing/check.js'

const schema = `
//- /schema.prisma
model User {
  id    String @id
  name  String
  email String
}
`

const service = `
//- /server/user.service.ts
export const list = (prisma) => prisma.user.findMany()
`

const withMood = `
export interface User {
  id: string
  name: string
  email: string
  mood: string
`

const LOUD =
  "//^^^^ 💡 warning[field-extra] 'mood' is not in model 'User': no server file that works with User writes 'mood'\n}"
const QUIET = "//^^^^ 💡 hint[field-extra] 'mood' is not in model 'User'\n}"

describe('the surface of a file', () => {
  it('is the server or a client by its path where the package says nothing', () => {
    check(`${schema}${service}//- /web/user.ts${withMood}${LOUD}`)
    check(`${schema}${service}//- /src/services/user.ts${withMood}${QUIET}`)
    check(`${schema}${service}//- /src/user.entity.ts${withMood}${QUIET}`)
  })

  it('is a client where the file says so', () =>
    check(`${schema}${service}//- /src/services/user.ts\n'use client'\n${withMood}${LOUD}`))

  it('is a client where the file says so below comments', () =>
    check(`${schema}${service}//- /src/services/user.ts
// ${'/'.repeat(100)}
/** Types. */
"use client"${withMood}${LOUD}`))

  it('is what the dependencies of the package say, whatever the path', () => {
    check(`${schema}${service}
//- /app/package.json
{ "name": "app", "dependencies": { "react": "*" } }
//- /app/services/user.ts${withMood}${LOUD}`)
    check(`${schema}${service}
//- /app/package.json
{ "name": "app", "dependencies": { "express": "*" } }
//- /app/web/user.ts${withMood}${QUIET}`)
  })

  it('is told by the path in a package of both', () => {
    const app = `${schema}${service}
//- /app/package.json
{ "name": "app", "dependencies": { "express": "*", "react": "*" } }
`
    check(`${app}//- /app/web/user.ts${withMood}${LOUD}`)
    check(`${app}//- /app/api/user.ts${withMood}${QUIET}`)
  })
})
