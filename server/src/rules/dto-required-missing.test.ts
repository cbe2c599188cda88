import { check } from '../testing/check.js'
import { checkFix } from '../testing/check-fix.js'

const schema = `
//- /schema.prisma
model Post {
  id        String   @id
  title     String
  slug      String
  rating    Int?
  views     Int      @default(0)
  tags      String[]
  createdAt DateTime @default(now())
  updatedAt DateTime @updatedAt
  author    User     @relation(fields: [authorId], references: [id])
  authorId  String
  tenantId  String
}
model User {
  id    String @id
  posts Post[]
}
`

describe('dto-required-missing', () => {
  it('reports a required column that the server never writes', () =>
    checkFix(
      `${schema}
//- /server/post.ts
export class CreatePostDto {
           //^^^^^^^^^^^^^ 💡 warning[dto-required-missing] 'CreatePostDto' lacks the required column 'Post.slug': no server file that works with Post writes 'slug'
  title: string
}
export const create = (prisma, dto: CreatePostDto) => prisma.post.create({ data: dto })
`,
      {
        title: "Add 'slug' to 'CreatePostDto'",
        safe: true,
        intents: [
          {
            kind: 'addMember',
            at: 'server/post.ts#CreatePostDto',
            name: 'slug',
            after: ['title', 'id'],
            type: 'string',
            optional: false,
          },
        ],
        after: `
export class CreatePostDto {
  title: string
  slug: string
}
export const create = (prisma, dto: CreatePostDto) => prisma.post.create({ data: dto })
`,
      },
    ))

  it('is silent where the server fills it in', () =>
    check(`${schema}
//- /server/post.ts
export class CreatePostDto {
  title: string
}
export const create = (prisma, dto: CreatePostDto) => prisma.post.create({ data: { ...dto, slug: slugOf(dto) } })
`))

  it('is silent where no file works with the model, in open types, on the client and in updates', () =>
    check(`${schema}
//- /server/post.ts
export class UpdatePostDto {
  title?: string
}
export class CreatePostDto {
  title: string;
  [key: string]: unknown
}
export const create = (prisma, dto) => prisma.post.create({ data: dto })
//- /web/post.ts
export interface CreatePostRequest {
  title: string
}
`))

  it('is silent on an input that acts on a record: it gives none of the required columns', () =>
    check(`${schema}
//- /server/post.ts
export class AddPostDto {
  rating: number
  views: number
}
export const open = (prisma, dto: AddPostDto) => prisma.post.create({ data: dto })
`))

  it('is silent where the server creates no such record: something is reckoned from the input', () =>
    check(`${schema}
//- /server/score.ts
export interface PostInput {
  title: string
}
export const score = (posts: PostInput[]) => posts.filter(({ title }) => title.length > 3).length
//- /server/routes.ts
export const list = (prisma) => prisma.post.findMany({ include: { author: true } })
`))

  it('is silent where only a comment creates such records, and a service is named as they are', () =>
    check(`${schema}
//- /server/post.ts
export class CreatePostDto {
  title: string
}
export class PostController {
  post: PostService
  create = (dto: CreatePostDto) => this.post.createPost(dto)
}
//- /server/post.service.ts
export class PostService {
  list = (prisma) => prisma.post.findMany()
  createPost(dto) {
    // return prisma.post.create({ data: dto })
  }
}
`))

  it('is silent where a nested write fills it in', () => {
    const nested = (key: string): string => `
//- /schema.prisma
model Order {
  id    String @id
  note  String
  items Item[]
}
model Item {
  id      String @id
  label   String
  price   Int
  order   Order  @relation(fields: [orderId], references: [id])
  orderId String
}
//- /server/item.dto.ts
export class CreateItemDto {
  ${key === 'price' ? '' : `         //^^^^^^^^^^^^^ 💡 warning[dto-required-missing] 'CreateItemDto' lacks the required column 'Item.price': no server file that works with Item writes 'price'\n  `}label: string
}
//- /server/order.service.ts
export const create = (prisma, label) =>
  prisma.order.create({ data: { note: '', items: { create: [{ label, ${key}: 0 }] } } })
`
    check(nested('price'))
    check(nested('weight'))
  })

  it('is silent where a service fills it in and a repository hands it on', () =>
    check(`${schema}
//- /server/post.repository.ts
export const insertPost = (prisma, data) => prisma.post.create({ data })
//- /server/post.ts
import { insertPost } from './post.repository'
export class CreatePostDto {
  title: string
}
export const create = (dto: CreatePostDto) => insertPost({ title: dto.title, slug: dto.title.toLowerCase() })
`))

  it('is silent on what is named for something beside the model, where another input has its name', () =>
    check(`${schema}
//- /server/create-post.dto.ts
export class CreatePostDto {
  title: string
  slug: string
}
export const create = (prisma, dto: CreatePostDto) => prisma.post.create({ data: { ...dto } })
//- /server/mail.ts
export interface PostEmailData {
  title: string
  rating: number
  views: number
}
export const send = (data: PostEmailData) => data.title
`))

  it('is silent on objects inside of an input', () =>
    check(`
//- /schema.prisma
model Order {
  id    String @id
  note  String
  place String
  items Item[]
}
model Item {
  id      String @id
  label   String
  price   Int
  order   Order  @relation(fields: [orderId], references: [id])
  orderId String
}
//- /server/order.ts
export class CreateOrderDto {
  note: string
  place: string
  items: { label: string }[]
}
export const create = (prisma, { note, place, items }: CreateOrderDto) =>
  prisma.order.create({ data: { note, place, items: { create: items } } })
`))

  it('is silent on a column that the server still writes under its former name', () =>
    check(`${schema}
//- /schema.prisma base
${schema.slice(schema.indexOf('model')).replace('slug ', 'path ')}
//- /server/post.ts
export class CreatePostDto {
  title: string
}
export const create = (prisma, dto: CreatePostDto) => prisma.post.create({ data: { ...dto, path: '' } })
`))

  it('is silent on a column that the input still knows under its former name', () =>
    check(`${schema}
//- /schema.prisma base
${schema.slice(schema.indexOf('model')).replace('slug ', 'path ')}
//- /server/post.ts
export class CreatePostDto {
  title: string
  path: string
//^^^^ 💡 warning[field-renamed] 'path' is not in model 'Post', whose column is 'slug'
}
export const create = (prisma, dto: CreatePostDto) => prisma.post.create({ data: dto })
`))
})
