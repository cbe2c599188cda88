import { check } from '../testing/check.js'

const project = `
//- /prisma-drift.config.json
{ "rules": { "unused-suppression": "warning", "string-narrowed": "off" } }
//- /schema.prisma
model User {
  id    String  @id
  name  String
  email String?
}
`

describe('unused-suppression', () => {
  it('reports comments that silence nothing, and rules of which they do not', () =>
    check(`${project}
//- /user.ts
export interface User {
  // prisma-drift-disable-next-line
//^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ warning[unused-suppression] This comment silences nothing
  id: string
  // prisma-drift-disable-next-line field-type-mismatch, field-extra -- numbers once
//^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ warning[unused-suppression] Nothing of 'field-extra' is silenced here
  name: number
  // prisma-drift-disable-next-line field-mising
//^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ warning[unused-suppression] No rule is called 'field-mising'
  email: string | null
}
`))

  it('says nothing of comments that do their work, or name rules that are off', () =>
    check(`${project}
//- /user.ts
// prisma-drift-disable-file string-narrowed
export interface User {
  id: string
  // prisma-drift-disable-next-line -- shown as a number
  name: number
  // prisma-drift-disable-next-line nullability-mismatch
  email: string
}
`))

  it('looks at schemas, at files without types, and is itself silenced like any rule', () =>
    check(`
//- /prisma-drift.config.json
{ "rules": { "unused-suppression": "info" } }
//- /schema.prisma
/// prisma-drift-disable field-missing
//@0-38 info[unused-suppression] Nothing of 'field-missing' is silenced here
model User {
  id String @id
}
//- /util.ts
// prisma-drift-disable-file
export const a = 1
//- /other.ts
// prisma-drift-disable-file field-extra
//@0-40 info[unused-suppression] Nothing of 'field-extra' is silenced here
export const b = 1
//- /kept.ts
// prisma-drift-disable-file unused-suppression, field-extra -- as in the template
export const c = 1
`))

  it('is off unless it is asked for', () =>
    check(`
//- /schema.prisma
model User {
  id String @id
}
//- /user.ts
// prisma-drift-disable-file field-extra
export interface User {
  id: string
}
`))
})
