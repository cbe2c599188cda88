import assert from 'node:assert/strict'
import { edited, type LocalIntent } from '../testing/edited.js'

/** Asserts what becomes of a property and its decorators. */
function becomes(before: string, intent: LocalIntent, after: string): void {
  const text = (names: readonly string[], member: string) =>
    `import { ${names.join(', ')} } from 'class-validator'\nclass A {\n  ${member}\n}\n`
  const names = (member: string) =>
    [...member.matchAll(/@(\w+)/g)].flatMap(([, name = '']) => (name === 'Type' ? [] : name))
  assert.equal(edited(text(names(before), before), intent), text(names(after), after))
}

const at = 'A.x:type'

describe('decorators of a property', () => {
  it('convert to its new type, or not at all', () => {
    const set = (type: string) => ({ kind: 'setType', at, type }) as const
    becomes('@IsDate() @Type(() => Date) x: Date', set('boolean'), '@IsBoolean() x: boolean')
    becomes('@IsDate() @Type(() => Date) x: Date', set('number'), '@IsNumber() @Type(() => Number) x: number')
    becomes('@IsInt()\n  @Type(() => Number)\n  x: number', set('string'), '@IsString()\n  x: string')
    becomes('@IsInt() @Type(() => Money) x: number', set('string'), '@IsString() @Type(() => Money) x: string')
  })

  it('check each value of a list', () => {
    const list = { kind: 'setList', at, list: true } as const
    becomes(
      '@IsString() @MinLength(2) x: string',
      list,
      '@IsString({ each: true }) @MinLength(2, { each: true }) x: string[]',
    )
    becomes('@IsNotEmpty() @IsNumber() x: number', list, '@IsNotEmpty() @IsNumber({}, { each: true }) x: number[]')
    const checked = "@IsString({ message: 'no text' }) x: string"
    becomes(checked, list, "@IsString({ message: 'no text', each: true }) x: string[]")
  })

  it('check a single value', () => {
    const single = { kind: 'setList', at, list: false } as const
    becomes('@IsArray() @IsString({ each: true }) x: string[]', single, '@IsString() x: string')
    becomes('@IsIn([1], { each: true, message: "no" }) x: number[]', single, '@IsIn([1], { message: "no" }) x: number')
    becomes('@ArrayMinSize(1) @IsNumber({}, { each: true }) x: number[]', single, '@IsNumber({}) x: number')
  })
})
