import { check } from '../testing/check.js'
import { checkFix } from '../testing/check-fix.js'

const schema = `
//- /schema.prisma
model Post {
  id        String   @id @default(cuid())
  title     String
  createdAt DateTime @default(now())
  updatedAt DateTime @updatedAt
}
model Country {
  code String @id
  name String
}
`

describe('dto-server-managed-field', () => {
  it('hints at a key and timestamps in a create input', () =>
    checkFix(
      `${schema}
//- /post.dto.ts
export class CreatePostDto {
  id: string
//^^ 💡 hint[dto-server-managed-field] 'id' in 'CreatePostDto' sets 'Post.id', which the server manages
  title: string
  createdAt: Date
//^^^^^^^^^ 💡 hint[dto-server-managed-field] 'createdAt' in 'CreatePostDto' sets 'Post.createdAt', which the server manages
  updatedAt: Date
//^^^^^^^^^ 💡 hint[dto-server-managed-field] 'updatedAt' in 'CreatePostDto' sets 'Post.updatedAt', which the server manages
}
`,
      {
        title: "Remove 'createdAt'",
        safe: false,
        intents: [{ kind: 'removeMember', at: 'post.dto.ts#CreatePostDto.createdAt' }],
        after: `
export class CreatePostDto {
  id: string
  title: string
  updatedAt: Date
}
`,
      },
    ))

  it('is silent on the key in an update, and on a key that nothing generates', () =>
    check(`${schema}
//- /post.dto.ts
export class UpdatePostDto {
  id: string
  title?: string
}
export class CreateCountryDto {
  code: string
  name: string
}
export class PostResponse {
  id: string
  title: string
  createdAt: Date
  updatedAt: Date
}
`))
})
