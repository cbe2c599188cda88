import assert from 'node:assert/strict'
import { edited, refusal } from '../testing/edited.js'
import type { NewMember } from './edit-add-member.js'

const add = { kind: 'addMember', at: 'A', name: 'n', type: 'number', optional: false, after: [] } as const

/** Asserts what adding a member makes of a text. */
function adds(before: string, after: string, intent: Partial<NewMember> = {}): void {
  assert.equal(edited(before, { ...add, ...intent }), after)
}

describe('editing members', () => {
  it('adds one in the style of its neighbours', () => {
    adds('interface A {\n  x: string\n}', 'interface A {\n  x: string\n  n: number\n}')
    adds('interface A {\r\n\tx: string;\r\n}', 'interface A {\r\n\tx: string;\r\n\tn: number;\r\n}')
    adds('interface A {\r\n\tw: 1\r\n\tx: string\r\n}', 'interface A {\r\n\tw: 1\r\n\tx: string\r\n\tn: number\r\n}')
    adds('type A = {\n  x: 1,\n  y: 2\n}', 'type A = {\n  x: 1,\n  y: 2,\n  n: number\n}')
    adds('type A = { x: string; y: string }', 'type A = { x: string; y: string; n: number }')
    adds('type A = { x: string; }', 'type A = { x: string; n: number; }')
    adds('type A = { x: string, y: 1 }', 'type A = { x: string, y: 1, n: number }')
    adds('interface A {}', 'interface A {\n  n: number\n}')
    adds('interface A {\n  x: string; // x\n}', 'interface A {\n  x: string; // x\n  n: number;\n}')
    adds('interface A {\n  readonly x: 1\n}', 'interface A {\n  readonly x: 1\n  readonly n: number\n}')
    adds('interface A {\n  x: 1\n\n  y: 2\n}', 'interface A {\n  x: 1\n\n  y: 2\n\n  n: number\n}')
  })

  it('adds one behind the member that is named', () => {
    adds('interface A {\n  x: 1;\n  y: 2;\n}', 'interface A {\n  x: 1;\n  n: number;\n  y: 2;\n}', {
      after: ['gone', 'x', 'y'],
    })
    adds('type A = { x: 1; y: 2 }', 'type A = { x: 1; n: number; y: 2 }', { after: ['gone', 'x', 'y'] })
    adds('interface A {\n  x: 1\n}', "interface A {\n  x: 1\n  'a-b'?: number\n}", {
      name: 'a-b',
      optional: true,
    } as object)
  })

  it('adds one to types that are made from others', () => {
    adds('type A = B & {\n  x: 1\n}', 'type A = B & {\n  x: 1\n  n: number\n}')
    adds("type A = Omit<B, 'x'>", "type A = Omit<B, 'x'> & {\n  n: number\n}")
    adds('type A = Readonly<{ x: 1 }>', 'type A = Readonly<{ x: 1; n: number }>')
    assert.match(refusal('type A = B | C', add) ?? '', /no members/)
    assert.match(refusal("enum A { B = 'b' }", add) ?? '', /no members/)
  })

  it('adds one to a class below its properties, with what decorates the others', () => {
    adds(
      'export class A {\n  x!: string;\n\n  constructor() {}\n}',
      'export class A {\n  x!: string;\n  n!: number;\n\n  constructor() {}\n}',
    )
    const head = "import { IsString } from 'class-validator'\n"
    adds(
      `${head}class A {\n  @ApiProperty()\n  @IsString()\n  x: string\n}`,
      `${head.replace('IsString', 'IsString, IsNumber')}class A {\n  @ApiProperty()\n  @IsString()\n  x: string\n  @ApiProperty()\n  @IsNumber()\n  n: number\n}`,
    )
    adds(
      'class A {\n  @ApiProperty() a: string\n}',
      'class A {\n  @ApiProperty() a: string\n  @ApiProperty()\n  n: number\n}',
    )
    adds(
      'class A {\n  @ApiProperty() a: string\n  @ApiPropertyOptional() b?: string\n}',
      'class A {\n  @ApiProperty() a: string\n  @ApiPropertyOptional() b?: string\n  @ApiProperty()\n  n: number\n}',
    )
    const role = { ...add, name: 'role', type: 'Role', values: ['ADMIN', 'USER'] } as const
    const user = `${head}class A {\n  @IsString() x: string\n}`
    assert.match(edited(user, role), /@IsIn\(\['ADMIN', 'USER'\]\)\n {2}role: 'ADMIN' \| 'USER'\n/)
    assert.match(edited(`import { Role } from './role'\n${user}`, role), /@IsEnum\(Role\)\n {2}role: Role\n/)
    const optional = { ...add, type: 'number | null' } as const
    assert.match(
      edited('class A {\n  @ApiProperty() a: string\n  @ApiPropertyOptional() b?: string\n}', optional),
      /@ApiPropertyOptional\(\{ type: Number, nullable: true \}\)\n {2}n: number \| null\n\}$/,
    )
  })

  it('removes one with its decorators and the comments about it', () => {
    const remove = { kind: 'removeMember', at: 'A.x' } as const
    assert.equal(edited('interface A {\n  /** x */\n  x: 1 // x\n  y: 2\n}', remove), 'interface A {\n  y: 2\n}')
    assert.equal(edited('type A = { x: 1; y: 2 }', remove), 'type A = { y: 2 }')
    assert.equal(edited('type A = { y: 2; x: 1 }', remove), 'type A = { y: 2 }')
    assert.equal(edited('interface A {\n  a: 1; x: 1;\n  y: 2;\n}', remove), 'interface A {\n  a: 1;\n  y: 2;\n}')
    assert.equal(edited('class A {\n  y = 1\n\n  @A()\n  @B({\n  })\n  x: 1\n}', remove), 'class A {\n  y = 1\n}')
    assert.equal(
      edited('interface A {\n  a: 1\n\n  // Dates\n  x: 1\n  y: 2\n}', remove),
      'interface A {\n  a: 1\n\n  // Dates\n  y: 2\n}',
    )
    assert.equal(
      edited('interface A {\n  a: 1\n  // of x\n  x: 1\n  y: 2\n}', remove),
      'interface A {\n  a: 1\n  y: 2\n}',
    )
    const region = 'class A {\n  a: 1\n\n  //#region B\n  x: 1\n\n  y: 2\n  //#endregion\n}'
    assert.equal(edited(region, remove), region.replace('  x: 1\n', ''))
    assert.match(refusal('class A { constructor(public x: string) {} }', remove) ?? '', /constructor/)
  })

  it('renames one', () => {
    const rename = (to: string) => ({ kind: 'renameMember', at: 'A.x', to }) as const
    assert.equal(edited('interface A { x: 1 }', rename('y')), 'interface A { y: 1 }')
    assert.equal(edited('interface A { "x": 1 }', rename('y')), 'interface A { y: 1 }')
    assert.equal(edited('interface A { x: "1" }', rename('a b')), 'interface A { "a b": "1" }')
    assert.equal(edited('class A {\n  @Expose() x?: 1\n}', rename('y')), 'class A {\n  @Expose() y?: 1\n}')
    assert.match(refusal('interface A { y: 1 }', rename('z')) ?? '', /not there/)
    assert.match(refusal('interface A { x: 1; y: 2 }', rename('y')) ?? '', /already/)
  })

  it('lets one be absent, or not', () => {
    const set = (optional: boolean) => ({ kind: 'setOptional', at: 'A.x', optional }) as const
    assert.equal(edited('interface A { x: string }', set(true)), 'interface A { x?: string }')
    assert.equal(edited('class A {\n  x!: string\n}', set(true)), 'class A {\n  x?: string\n}')
    assert.equal(edited('interface A { x?: string }', set(false)), 'interface A { x: string }')
    assert.match(refusal('class A { get x(): string { return 1 } }', set(true)) ?? '', /getter/)
    const validated = "import { IsString } from 'class-validator'\nclass A {\n  @IsString()\n  x: string\n}"
    assert.equal(
      edited(validated, set(true)),
      "import { IsString, IsOptional } from 'class-validator'\nclass A {\n  @IsOptional()\n  @IsString()\n  x?: string\n}",
    )
  })

  it('swaps the plain validator of a property for the one of its new type', () => {
    const set = (type: string) => ({ kind: 'setType', at: 'A.x:type', type }) as const
    const text = (decorators: string, type: string, imports: string): string =>
      `import { ${imports} } from 'class-validator'\nclass A {\n  ${decorators}\n  x: ${type}\n}`
    const cases: readonly [string, string, string][] = [
      ['@IsInt()', '@IsString()', 'string'],
      ['@IsString({ each: true })', '@IsNumber({}, { each: true })', 'number'],
      ['@IsNumber({}, { each: true })', '@IsString({ each: true })', 'string'],
      ['@IsDate()', '@IsDateString()', 'string'],
    ]
    const nameIn = (decorator: string): string => /\w+/.exec(decorator)?.[0] ?? ''
    for (const [before, after, type] of cases)
      assert.equal(edited(text(before, 'Old', nameIn(before)), set(type)), text(after, type, nameIn(after)))
    const kept = text('@IsEmail()', 'number', 'IsEmail')
    assert.equal(edited(kept, set('string')), kept.replace('number', 'string'))
    const bounded =
      "import { IsInt, Max, Min } from 'class-validator'\nclass A {\n  @IsInt()\n  @Min(1)\n  @Max(9)\n  x: number\n}"
    assert.equal(
      edited(bounded, set('string')),
      "import { IsString } from 'class-validator'\nclass A {\n  @IsString()\n  x: string\n}",
    )
    const mail = "import { IsEmail } from 'class-validator'\nclass A {\n  @IsEmail({}, { each: true }) x: string[]\n}"
    assert.equal(
      edited(mail, set('number')),
      "import { IsNumber } from 'class-validator'\nclass A {\n  @IsNumber({}, { each: true }) x: number[]\n}",
    )
    const twice = `${text('@IsInt()', 'number', 'IsInt')}\nclass B {\n  @IsInt()\n  y: number\n}`
    const mended = edited(twice, set('string'))
    assert.match(mended, /import \{ IsInt, IsString \}/)
    assert.match(mended, /@IsString\(\)\n {2}x: string/)
  })

  it('adds one to the parameters of a constructor that declare all others, as the last', () => {
    const addY = { kind: 'addMember', at: 'A', name: 'y', type: 'string', optional: false, after: ['x'] } as const
    const lines = (more: string) =>
      `class A {\n  constructor(\n    public readonly x: string,\n    public readonly z: string,\n${more}  ) {}\n}`
    assert.equal(edited(lines(''), addY), lines('    public readonly y: string,\n'))
    assert.equal(
      edited('class A {\n  constructor(public x: string) {}\n}', addY),
      'class A {\n  constructor(public x: string, public y: string) {}\n}',
    )
    assert.match(refusal('class A {\n  constructor(public x = 1) {}\n}', addY) ?? '', /left out/)
    const shared = (more: string) => `interface A {\n  x: string;${more} z: string;\n  w: string;\n}`
    assert.equal(edited(shared(''), addY), shared(' y: string;'))
    const other = (members: string) => `class A {\n${members}  constructor(private db: Db) {}\n  get x() {}\n}`
    assert.equal(edited(other(''), addY), other('  y: string\n\n'))
  })
})
