import assert from 'node:assert/strict'
import { edited } from '../testing/edited.js'

const remove = { kind: 'removeMember', at: 'A.x' } as const

/** Asserts what becomes of a file's own declarations when a member of the last one goes. */
function drops(declarations: string, member: string, after: string, rest = ''): void {
  const body = (members: string) => `export class A {\n${members}  y: string\n}\n${rest}`
  assert.equal(edited(declarations + body(`${member}\n`), remove), after + body(''))
}

describe('declarations that an edit leaves without a use', () => {
  it('go with it, with their comments and what they alone used', () => {
    drops("type Kind = 'a' | 'b'\n\n", '  x: Kind', '')
    drops(
      "import { z } from 'zod'\n\n/** A kind. */\nenum Kind {\n  A,\n}\n\n",
      '  x: Kind',
      "import { z } from 'zod'\n\n",
    )
    drops("import { B } from './b'\n\ninterface Part {\n  b: B\n}\n\n", '  x: Part[]', '')
    drops("type Kind = (typeof KINDS)[number]\n\nconst KINDS = ['a', 'b'] as const\n\n", '  x: Kind', '')
    drops('class Part {\n  @IsInt() n: number\n}\n\n', '  @Type(() => Part) x: Part', '')
    drops('const toInt = (value: string) => Number(value)\n\n', '  @Transform(toInt) x: number', '')
    drops('function toInt() {}\n\n', '  @Transform(toInt) x: number', '')
  })

  it('go where they stand for a value and its type', () => {
    drops("const Kind = { A: 'a' } as const\ntype Kind = (typeof Kind)[keyof typeof Kind]\n\n", '  x: Kind', '')
  })

  it('go where they are the last of the file', () => {
    const text = (members: string) => `export interface A {\n${members}  y: string\n}\n`
    assert.equal(edited(`${text('  x: Kind\n')}\ntype Kind = 1\n`, remove), text(''))
  })

  it('go with a member of a zod schema', () => {
    const text = (members: string) =>
      `import { z } from 'zod'\n\n${members && "const Day = z.custom<Date>((day) => day instanceof Date, 'no day')\n\n"}export const A = z.object({\n${members}  y: z.string(),\n})\n`
    assert.equal(edited(text('  x: z.array(Day),\n'), remove), text(''))
  })

  it('stay where others may see them, use them or speak of them, and where nothing did before', () => {
    const kind = "type Kind = 'a'\n\n"
    for (const rest of ['let k: Kind\n', '// see Kind\n', 'export { Kind }\n']) drops(kind, '  x: Kind', kind, rest)
    drops(`export ${kind}`, '  x: Kind', `export ${kind}`)
    drops(kind, '  x: string', kind)
    const script = (members: string) => `type Kind = 1\ninterface A {\n${members}  y: string\n}\n`
    assert.equal(edited(script('  x: Kind\n'), remove), script(''))
  })

  it('stay where they run code when the file is loaded', () => {
    for (const code of [
      "const Part = register('a')\n\n",
      '@Entity()\nclass Part {}\n\n',
      'class Part {\n  static a = f()\n}\n\n',
    ])
      drops(code, '  x: typeof Part', code)
  })
})
