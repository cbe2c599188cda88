import assert from 'node:assert/strict'
import { edited, type LocalIntent } from '../testing/edited.js'

const IMPORTS = {
  swagger: "import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger'\n",
  graphql: "import { Field, Int } from '@nestjs/graphql'\n",
}

/** Asserts what becomes of a member of a class by an intent about it. */
function check(from: keyof typeof IMPORTS, kind: object, before: string, after: string): void {
  const text = (member: string) => `${IMPORTS[from]}export class A {\n${member}\n}\n`
  const at = 'setType' in kind ? 'A.x:type' : 'A.x'
  assert.equal(edited(text(before), { at, ...kind } as LocalIntent), text(after))
}

const nullable = { kind: 'addNull' }
const present = { kind: 'removeNull' }

describe('descriptions of properties', () => {
  it('say that a property may be null, and of which type it is', () => {
    check(
      'swagger',
      nullable,
      "  @ApiProperty({ description: 'x' })\n  x: string;",
      "  @ApiProperty({ description: 'x', type: String, nullable: true })\n  x: string | null;",
    )
    check(
      'swagger',
      nullable,
      '  @ApiProperty({\n    example: 1,\n  })\n  x: number;',
      '  @ApiProperty({\n    example: 1,\n    type: Number,\n    nullable: true,\n  })\n  x: number | null;',
    )
    check(
      'swagger',
      nullable,
      '  @ApiProperty() x: Date',
      '  @ApiProperty({ type: Date, nullable: true }) x: Date | null',
    )
    check('swagger', nullable, '  @ApiProperty() x: B', '  @ApiProperty({ nullable: true }) x: B | null')
    check(
      'swagger',
      nullable,
      '  @ApiProperty({ enum: Kind }) x: string',
      '  @ApiProperty({ enum: Kind, nullable: true }) x: string | null',
    )
    check(
      'swagger',
      nullable,
      '  @ApiPropertyOptional({ nullable: true }) x: string',
      '  @ApiPropertyOptional({ nullable: true }) x: string | null',
    )
  })

  it('say so in GraphQL, which cannot start otherwise', () => {
    check('graphql', nullable, '  @Field() x: string', '  @Field(() => String, { nullable: true }) x: string | null')
    check(
      'graphql',
      nullable,
      '  @Field(() => Int) x: number',
      '  @Field(() => Int, { nullable: true }) x: number | null',
    )
    check(
      'graphql',
      nullable,
      "  @Field({ description: 'x' }) x: Date",
      "  @Field(() => Date, { description: 'x', nullable: true }) x: Date | null",
    )
    check('graphql', nullable, '  @Field() x: B', '  @Field() x: B | null')
    check(
      'graphql',
      nullable,
      '  @Field({ nullable: true }) x?: string',
      '  @Field(() => String, { nullable: true }) x?: string | null',
    )
  })

  it('no longer say that it is never null', () => {
    check(
      'swagger',
      nullable,
      '  @ApiProperty({ nullable: false }) x: B',
      '  @ApiProperty({ nullable: true }) x: B | null',
    )
    check(
      'graphql',
      nullable,
      '  @Field(() => Int, { nullable: false }) x: number',
      '  @Field(() => Int, { nullable: true }) x: number | null',
    )
  })

  it('no longer say so of what is always there', () => {
    check('swagger', present, '  @ApiProperty({ nullable: true }) x: B | null', '  @ApiProperty() x: B')
    check(
      'swagger',
      present,
      '  @ApiProperty({ type: String, nullable: true }) x: string | null',
      '  @ApiProperty({ type: String }) x: string',
    )
    check('graphql', present, '  @Field(() => B, { nullable: true }) x: B | null', '  @Field(() => B) x: B')
  })

  it('follow another type, or a list', () => {
    const toNumber = { kind: 'setType', type: 'number' }
    check(
      'swagger',
      toNumber,
      '  @ApiProperty({ type: String }) x: string',
      '  @ApiProperty({ type: Number }) x: number',
    )
    check(
      'swagger',
      toNumber,
      '  @ApiProperty({ type: [String] }) x: string[]',
      '  @ApiProperty({ type: [Number] }) x: number[]',
    )
    check('graphql', toNumber, '  @Field(() => Int) x: string', '  @Field(() => Int) x: number')
    const list = { kind: 'setList', list: true }
    check('graphql', list, '  @Field(() => String) x: string', '  @Field(() => [String]) x: string[]')
    check(
      'swagger',
      { ...list, list: false },
      '  @ApiProperty({ type: [String] }) x: string[]',
      '  @ApiProperty({ type: String }) x: string',
    )
  })

  it('stay where others of the name are meant', () => {
    const text = (type: string) => `import { Field } from './forms'\nexport class A {\n  @Field() x: ${type}\n}\n`
    assert.equal(edited(text('string'), { kind: 'addNull', at: 'A.x' }), text('string | null'))
  })
})
