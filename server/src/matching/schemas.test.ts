import { check } from '../testing/check.js'
import { checkPairs } from '../testing/check-pairs.js'

const two = `
//- /shop/package.json
{ "name": "shop" }
//- /shop/prisma/schema.prisma
model User {
  id    String @id
  cart  String
  shoes Int
}
//- /blog/package.json
{ "name": "blog" }
//- /blog/prisma/schema.prisma
model User {
  id    String  @id
  posts Int
  shoes String?
}
`

describe('several schemas in one workspace', () => {
  it('the nearest package decides', () =>
    check(`${two}
//- /shop/src/user.ts
export interface User {
  id: string
  cart: string
  shoes: number
}
//- /blog/src/user.ts
export interface User {
  id: string
  posts: number
  shoes: number
       //^^^^^^ 💡 error[field-type-mismatch] 'shoes' is typed number, but column 'User.shoes' is String
       //^^^^^^ 💡 warning[nullability-mismatch] 'shoes' excludes null, but column 'User.shoes' is nullable
}
`))

  it('a package without a schema takes that of a dependency', () =>
    check(`${two}
//- /web/package.json
{ "name": "web", "dependencies": { "middle": "*" } }
//- /middle/package.json
{ "name": "middle", "dependencies": { "blog": "*" } }
//- /web/src/user.ts
export interface User {
  id: string
  shoes: number
       //^^^^^^ 💡 error[field-type-mismatch] 'shoes' is typed number, but column 'User.shoes' is String
       //^^^^^^ 💡 warning[nullability-mismatch] 'shoes' excludes null, but column 'User.shoes' is nullable
}
`))

  it('else that of its siblings, and of several the one that it overlaps best', () =>
    check(`${two}
//- /shop/web/package.json
{ "name": "shop-web" }
//- /shop/web/user.ts
export interface User {
  id: string
  shoes: string
       //^^^^^^ 💡 error[field-type-mismatch] 'shoes' is typed string, but column 'User.shoes' is Int
}
//- /other/package.json
{ "name": "other" }
//- /other/user.ts
export interface User {
  id: string
  posts: string
       //^^^^^^ 💡 error[field-type-mismatch] 'posts' is typed string, but column 'User.posts' is Int
  shoes: string
       //^^^^^^ 💡 warning[nullability-mismatch] 'shoes' excludes null, but column 'User.shoes' is nullable
}
`))

  it('or those of the packages that depend on it, beside its siblings', () =>
    check(`
//- /apps/api/package.json
{ "name": "api", "dependencies": { "@prisma/client": "*", "types": "*" } }
//- /apps/api/prisma/schema.prisma
model Group {
  id        String   @id
  name      String
  updatedAt DateTime @updatedAt
}
//- /packages/configs/package.json
{ "name": "configs", "dependencies": { "@prisma/client": "*" } }
//- /packages/configs/prisma/schema.prisma
model Group {
  id   String @id
  name String
}
//- /packages/types/package.json
{ "name": "types" }
//- /packages/types/group.ts
export interface Group {
  id: string
  name: string
  updatedAt: string
}
`))

  it('a schema that no package works with gives way to one that a package does', () =>
    check(`
//- /package.json
{ "name": "all" }
//- /docs/schema.prisma
model User {
  id   String @id
  shoes String
}
//- /api/package.json
{ "name": "api", "dependencies": { "@prisma/client": "*" } }
//- /api/prisma/schema.prisma
model User {
  id    String @id
  shoes Int
}
//- /src/user.ts
export interface User {
  id: string
  shoes: string
       //^^^^^^ 💡 error[field-type-mismatch] 'shoes' is typed string, but column 'User.shoes' is Int
}
`))

  it('what stands beside the program has a schema for its own application alone', () =>
    check(`
//- /package.json
{ "name": "all" }
//- /dev-packages/integration-tests/package.json
{ "name": "integration-tests" }
//- /dev-packages/integration-tests/suites/orm/prisma/schema.prisma
model User {
  id    Int @id
  shoes Int
}
//- /dev-packages/integration-tests/suites/user.ts
export interface User {
  id: number
  shoes: string
       //^^^^^^ 💡 error[field-type-mismatch] 'shoes' is typed string, but column 'User.shoes' is Int
}
//- /dev-packages/e2e-tests/test-applications/router/package.json
{ "name": "router" }
//- /dev-packages/e2e-tests/test-applications/router/app/user.ts
export interface User {
  id: string
  shoes: number
}
//- /packages/core/package.json
{ "name": "core" }
//- /packages/core/user.ts
export interface User {
  id: string
  shoes: number
}
/** @prisma User */
export interface Account {
  id: string
    //^^^^^^ 💡 error[field-type-mismatch] 'id' is typed string, but column 'User.id' is Int
  shoes: number
}
`))

  it('a front end beside the program takes that of its back end', () =>
    check(`
//- /examples/shop/next-server/package.json
{ "name": "server" }
//- /examples/shop/next-server/schema.prisma
model User {
  id    Int @id
  shoes Int
}
//- /examples/shop/next-frontend/package.json
{ "name": "frontend" }
//- /examples/shop/next-frontend/user.ts
export interface User {
  id: number
  shoes: string
       //^^^^^^ 💡 error[field-type-mismatch] 'shoes' is typed string, but column 'User.shoes' is Int
}
//- /examples/blog/frontend/package.json
{ "name": "blog" }
//- /examples/blog/frontend/user.ts
export interface User {
  id: number
  shoes: string
}
`))

  it('of many projects side by side none judges a package that none of them has to do with', () =>
    check(`${two}
//- /news/package.json
{ "name": "news", "dependencies": { "brand": "*" } }
//- /news/prisma/schema.prisma
model Page {
  id String @id
}
//- /strapi/package.json
{ "name": "strapi" }
//- /strapi/user.ts
export interface User {
  id: string
  posts: string
}
//- /web/package.json
{ "name": "site" }
//- /web/user.ts
export interface User {
  id: string
  posts: string
       //^^^^^^ 💡 error[field-type-mismatch] 'posts' is typed string, but column 'User.posts' is Int
}
//- /brand/package.json
{ "name": "brand" }
//- /brand/page.ts
export interface Page {
  id: number
    //^^^^^^ 💡 error[field-type-mismatch] 'id' is typed number, but column 'Page.id' is String
}
`))

  it('a schema of several files is one', () =>
    checkPairs(`
//- /prisma/user.prisma
model User {
  id   String @id
  role Role
}
//- /prisma/role.prisma
enum Role {
  ADMIN
  USER
}
//- /types.ts
export interface User {
               //^^^^ pair User mirror certain
  id: string
  role: Role
}
export enum Role {
          //^^^^ pair Role certain
  ADMIN = 'ADMIN',
  USER = 'USER',
}
`))
})
