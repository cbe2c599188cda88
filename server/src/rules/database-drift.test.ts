import { check } from '../testing/check.js'

describe('database-drift', () => {
  it('tells migrations that are not here, and a schema without migrations', () => {
    check(`
//- /prisma/schema.prisma
model User {
//@0-0 warning[database-drift] Database shop on localhost:5432 is not what the schema describes: it creates table 'Old', it drops index 'x'; it has had migration '9_theirs', which is not here
  id Int @id
}
//- /found database
{ "comparedWith": "schema", "foreign": ["9_theirs"], "drift": "CREATE TABLE \\"Old\\" (); DROP INDEX \\"x\\";" }
`)
  })
})
