import { check } from '../testing/check.js'
import { checkFix } from '../testing/check-fix.js'

const schema = `
//- /schema.prisma
model Post {
  id        String   @id
  title     String
  body      String
  rating    Int?
  views     Int
  authorId  String
  author    User     @relation(fields: [authorId], references: [id])
  token     String
  createdAt DateTime
  deletedAt DateTime?
  tenantId  String
}
model User {
  id    String @id
  name  String
  posts Post[]
}
`

const response = `
//- /server/post.ts
export class PostResponse {
  id: string
  title: string
  body: string
  rating: number | null
  views: number
  authorId: string
  token: string
  createdAt: Date
  deletedAt: Date | null
  tenantId: string
}
export const send = (record: PostResponse) => record
`

describe('field-missing', () => {
  it('reports a column that the closest type of the server has', () =>
    checkFix(
      `${schema}${response}
//- /web/post.ts
export interface Post {
               //^^^^ 💡 warning[field-missing] 'Post' lacks column 'Post.rating': the server's PostResponse has it
  id: string
  title: string
  body: string
  views: number
  authorId: string
  token: string
  createdAt: string
  deletedAt: string | null
  tenantId: string
}
`,
      {
        title: "Add 'rating' to 'Post'",
        safe: true,
        intents: [
          {
            kind: 'addMember',
            at: 'web/post.ts#Post',
            name: 'rating',
            after: ['body', 'title', 'id'],
            type: 'number | null',
            optional: false,
          },
        ],
        after: `
export interface Post {
  id: string
  title: string
  body: string
  rating: number | null
  views: number
  authorId: string
  token: string
  createdAt: string
  deletedAt: string | null
  tenantId: string
}
`,
      },
    ))

  it('reports a column that the closest literal of the server has', () =>
    checkFix(
      `
//- /schema.prisma
model User {
  id    String @id
  name  String
  email String
  tags  String[]
}
//- /server/user.service.ts
export const list = (prisma) => prisma.user.findMany({ select: { id: true, name: true, email: true, tags: true } })
//- /web/user.ts
export interface User {
               //^^^^ 💡 warning[field-missing] 'User' lacks column 'User.tags': the select in user.service.ts has it
  id: string
  name: string
  email: string
}
`,
      {
        title: "Mark 'User' as a subset",
        safe: false,
        intents: [{ kind: 'setTag', at: 'web/user.ts#User', tag: '@prisma User subset' }],
        after: `
/** @prisma User subset */
export interface User {
  id: string
  name: string
  email: string
}
`,
      },
    ))

  it('informs in a type that only a component sees', () =>
    check(`
//- /schema.prisma
model User {
  id    String @id
  name  String
  email String
  tags  String[]
}
//- /server/user.service.ts
export const list = (prisma) => prisma.user.findMany({ select: { id: true, name: true, email: true, tags: true } })
//- /web/users.tsx
interface User {
        //^^^^ 💡 info[field-missing] 'User' lacks column 'User.tags': the select in user.service.ts has it
  id: string
  name: string
  email: string
}
`))

  it('is silent where only a guard reads the column', () =>
    check(`
//- /schema.prisma
model User {
  id    String @id
  name  String
  email String
  tags  String[]
}
//- /server/user.guard.ts
export const load = (prisma) => prisma.user.findFirst({ select: { id: true, name: true, email: true, tags: true } })
//- /web/user.ts
export interface User {
  id: string
  name: string
  email: string
}
`))

  describe('an object or a select of the server that has most of another type of the client', () => {
    const post = `
//- /web/post.ts
export interface Post {
               //^^^^ 💡 SAY
  id: string
  title: string
  body: string
  views: number
  authorId: string
  createdAt: string
  tenantId: string
}
`
    const found = (name: string) =>
      post.replace('SAY', `warning[field-missing] 'Post' lacks column 'Post.rating': ${name} has it`)
    const silent = post.replace(/ *\/\/\^.*\n/, '')
    const other = (name: string, field: string) => `
//- /web/other.ts
export interface ${name} {
  id: string
  title: string
  body: string
  views: number
  authorId: string
  createdAt: string
  ${field}
}
`
    const object = `${schema}
//- /server/post.service.ts
export const list = async (prisma) => (await prisma.post.findMany()).map((post) => ({
  id: post.id, title: post.title, body: post.body, views: post.views, authorId: post.authorId, createdAt: post.createdAt, rating: post.rating, price: 1,
}))
`

    it('is sent as that one', () => {
      check(`${object}${found('the object in post.service.ts')}`)
      check(`${object}${silent}${other('PublicPost', '/** @computed */ price: number')}`)
      check(`${object}${silent}${other('PublicPost', 'rating: number | null')}`)
    })

    it('is sent as that one, which leaves what the server takes', () =>
      check(`${object}${post.replace(
        'SAY',
        "info[field-missing] 'Post' lacks column 'Post.rating': the server's CreatePostDto has it",
      )}${other('PublicPost', 'rating: number | null')}
//- /server/create-post.dto.ts
export class CreatePostDto {
  title: string
  body: string
  rating?: number
}
export const create = (dto: CreatePostDto) => dto
`))

    it('is sent as both where both have as much of it, or share the name', () => {
      check(`${object}${found('the object in post.service.ts')}${other('PostSummary', 'deletedAt: string | null')}`)
      check(`${object}${found('the object in post.service.ts')}${other('Post', '/** @computed */ price: number')}`)
    })
  })

  it('reports all but secrets in a type that is declared a mirror, on the server as well', () =>
    check(`
//- /schema.prisma
model User {
  id           String   @id
  name         String
  passwordHash String
  createdAt    DateTime
}
//- /server/user.ts
/** @prisma User mirror */
export interface Account {
               //^^^^^^^ 💡 warning[field-missing] 'Account' lacks column 'User.createdAt': it is declared a mirror
  id: string
  name: string
}
`))

  it('takes no type for what the server sends that none of its code works with', () => {
    const unused = response.replace(/^export const send.*\n/m, '')
    const post = `
//- /web/post.ts
export interface Post {
  id: string
  title: string
  body: string
  views: number
  authorId: string
  token: string
  createdAt: string
  deletedAt: string | null
  tenantId: string
}
`
    check(`${schema}${unused}${post}`)
    check(`${schema}${unused}
//- /server/index.ts
export { PostResponse } from './post'
//- /server/user.ts
export class UserResponse {
  @Type(() => PostResponse)
  posts: PostResponse[]
}
${post}`)
  })

  it('takes no select for what is sent that stands in a module which nobody lists', () => {
    const service = `
//- /server/posts/posts.service.ts
import { PrismaService } from '../prisma.service'
const select = { id: true, title: true, body: true, rating: true, views: true, authorId: true, createdAt: true, deletedAt: true, tenantId: true }
export class PostsService {
  constructor(private readonly prisma: PrismaService) {}
  list() {
    return this.prisma.post.findMany({ select })
  }
}
//- /server/posts/posts.module.ts
import { PostsService } from './posts.service'
@Module({ providers: [PostsService] })
export class PostsModule {}
`
    const post = (found: string): string => `
//- /web/post.ts
export interface Post {
${found}  id: string
  title: string
  body: string
  views: number
  authorId: string
  createdAt: string
  deletedAt: string | null
  tenantId: string
}
`
    check(`${schema}${service}${post('')}`)
    check(`${schema}${service}
//- /server/app.module.ts
import { PostsModule } from './posts/posts.module'
@Module({ imports: [PostsModule] })
export class AppModule {}
${post("               //^^^^ 💡 warning[field-missing] 'Post' lacks column 'Post.rating': the select in posts.service.ts has it\n")}`)
  })

  describe('where nothing of the server looks like the type', () => {
    const tables = `
//- /schema.prisma
model Category {
  id        String @id
  name      String
  color     String
  sortOrder Int
}
`
    const shared = `
//- /shared/types.ts
export interface Category {
  id: string
  name: string
  color: string
}
`
    const informed = (told: string): string =>
      shared.replace(
        'Category {',
        `Category {\n               //^^^^^^^^ 💡 info[field-missing] 'Category' lacks column 'Category.sortOrder': ${told} has it`,
      )

    it('informs about a column that another type of the same name has', () =>
      check(`${tables}${informed('the Category in page.ts')}
//- /web/page.ts
export interface Category {
  id: string
  name: string
  color: string
  sortOrder: number
}
`))

    it('is silent in a type of an app about what another app has', () => {
      const apps = (own: string, other: string) => `${tables}
//- /admin/package.json
{ "dependencies": { "react": "19" } }
//- /mobile/package.json
{ "dependencies": { "expo": "54" } }
${own.replace('/shared/', '/admin/')}
//- ${other}
export interface Category {
  id: string
  name: string
  color: string
  sortOrder: number
}
`
      check(apps(shared, '/mobile/types.ts'))
      check(apps(informed('the Category in types.ts'), '/admin/other/types.ts'))
    })

    it('warns about a column that a component reads by a type of its own', () =>
      check(`${tables}${informed('the Category in page.tsx').replace('info[', 'warning[')}
//- /web/page.tsx
interface Category {
  id: string
  name: string
  color: string
  sortOrder: number
}
export const show = (category: Category) => category.sortOrder
`))

    it('informs about a column that the server takes', () =>
      check(`${tables}${informed("the server's CreateCategoryDto")}
//- /server/category.ts
export class CreateCategoryDto {
  name: string
  color: string
  sortOrder: number
}
export const create = (dto: CreateCategoryDto) => dto
`))

    it('is silent about what the server takes in a type with more than the name of the model', () =>
      check(`${tables}${shared.replace('Category {', 'PublicCategory {')}
//- /server/category.ts
export class CreateCategoryDto {
  name: string
  color: string
  sortOrder: number
}
export const create = (dto: CreateCategoryDto) => dto
`))
  })
})
