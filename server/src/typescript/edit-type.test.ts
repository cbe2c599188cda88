import assert from 'node:assert/strict'
import { edited, refusal } from '../testing/edited.js'

const at = 'A.x:type'

/** A type in an interface after an intent. */
function typed(type: string, intent: Parameters<typeof edited>[1]): string {
  return edited(`interface A {\n  x: ${type}\n}\n`, intent).slice('interface A {\n  x: '.length, -'\n}\n'.length)
}

describe('editing a written type', () => {
  it('lets it admit null', () => {
    const cases: readonly [string, string][] = [
      ['string', 'string | null'],
      ['string;', 'string | null;'],
      ['string[]', 'string[] | null'],
      ["'a' | 'b'", "'a' | 'b' | null"],
      ["| 'a' | 'b'", "| 'a' | 'b' | null"],
      ['string | undefined', 'string | undefined | null'],
      ['null | string', 'null | string'],
      ['() => void', '(() => void) | null'],
      ['{ a: string }', '{ a: string } | null'],
      ['string // its name', 'string | null // its name'],
      ['\n    | string\n    | number // a\n  y: 1', '\n    | string\n    | number // a\n    | null\n  y: 1'],
      ['\n    | string\n    | number; // a', '\n    | string\n    | number\n    | null; // a'],
    ]
    for (const [before, after] of cases) assert.equal(typed(before, { kind: 'addNull', at }), after)
  })

  it('takes null out of it', () => {
    const cases: readonly [string, string][] = [
      ['string | null', 'string'],
      ['null | string', 'string'],
      ['string | null | undefined;', 'string | undefined;'],
      ['(string | null)[] | null', '(string | null)[]'],
      ['Nullable<string>', 'string'],
      ['\n    | string\n    | null\n    | Date', '\n    | string\n    | Date'],
      ['\n    | string // text\n    | null;', '\n    | string; // text'],
      ['\n    | string // text\n    | null // or nothing\n  y: 1', '\n    | string // text\n  y: 1'],
    ]
    for (const [before, after] of cases) {
      assert.equal(typed(before, { kind: 'removeNull', at }), after)
    }
    assert.match(
      refusal('interface A { x: Text }\ntype Text = string | null', { kind: 'removeNull', at }) ?? '',
      /null/,
    )
  })

  it('gives it another base', () => {
    const cases: readonly [string, string][] = [
      ['string', 'number'],
      ['string | null', 'number | null'],
      ['null | string | undefined', 'null | number | undefined'],
      ['string | Date', 'number'],
      ['string | Date | null', 'number | null'],
      ['string[]', 'number[]'],
      ["('a' | 'b')[]", 'number[]'],
      ['(string | null)[]', '(number | null)[]'],
      ['Array<string> | null', 'Array<number> | null'],
      ['readonly string[]', 'readonly number[]'],
      ['Nullable<string>', 'Nullable<number>'],
      ["\n    | 'a'\n    | 'b'", 'number'],
      ["\n    | 'a'\n    | 'b'\n    | null", '\n    | number\n    | null'],
    ]
    for (const [before, after] of cases) assert.equal(typed(before, { kind: 'setType', at, type: 'number' }), after)
  })

  it('makes a list of it', () => {
    const cases: readonly [string, string][] = [
      ['string', 'string[]'],
      ['string | null', 'string[] | null'],
      ["'a' | 'b'", "('a' | 'b')[]"],
      ["'a' | 'b' | null", "('a' | 'b')[] | null"],
      ["'a' | null | 'b'", "('a' | 'b')[] | null"],
      ['User & { a: 1 }', '(User & { a: 1 })[]'],
      ['{ a: 1 }', '{ a: 1 }[]'],
      ['keyof User', '(keyof User)[]'],
      ['() => void', '(() => void)[]'],
      ['string[]', 'string[]'],
    ]
    for (const [before, after] of cases) assert.equal(typed(before, { kind: 'setList', at, list: true }), after)
    const arrays = 'interface A { x: string; y: Array<number> }'
    assert.equal(edited(arrays, { kind: 'setList', at, list: true }), arrays.replace('string', 'Array<string>'))
  })

  it('takes the element of a list', () => {
    const cases: readonly [string, string][] = [
      ['string[]', 'string'],
      ['string[] | null', 'string | null'],
      ["('a' | 'b')[]", "'a' | 'b'"],
      ["('a' | 'b')[] | null", "'a' | 'b' | null"],
      ['(() => void)[] | null', '(() => void) | null'],
      ['ReadonlyArray<User>', 'User'],
      ['readonly string[]', 'string'],
    ]
    for (const [before, after] of cases) {
      assert.equal(typed(before, { kind: 'setList', at, list: false }), after)
    }
    assert.match(refusal('interface A { x: Tags }', { kind: 'setList', at, list: false }) ?? '', /list/)
  })
})
