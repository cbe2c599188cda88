import assert from 'node:assert/strict'
import fc from 'fast-check'
import type { Declaration, Property, TypeNode } from '../model/declaration.js'
import type { Intent } from '../model/intent.js'
import { applyEdits } from '../text/text-edit.js'
import { parse } from './parse.js'
import { renderIntents } from './render-intents.js'
import { summarise } from './summarise.js'

const FILE = 'a.ts'

/** How a declaration is written. */
interface Style {
  readonly kind: 'interface' | 'alias' | 'class' | 'intersection'
  readonly separator: ';' | ',' | ''
  readonly eol: '\n' | '\r\n'
  readonly indent: string
  readonly inline: boolean
  readonly spread: boolean
}

const style: fc.Arbitrary<Style> = fc.record({
  kind: fc.constantFrom('interface', 'alias', 'class', 'intersection'),
  separator: fc.constantFrom(';', ',', ''),
  eol: fc.constantFrom('\n', '\r\n'),
  indent: fc.constantFrom('  ', '    ', '\t'),
  inline: fc.boolean(),
  spread: fc.boolean(),
})

interface Member {
  readonly above: string
  readonly decorators: string
  readonly mark: string
  readonly type: string
  readonly behind: string
}

const BASES = ['string', 'Date', "'a' | 'b'", 'User', '{ a: string; b?: number }', '() => void', 'Map<string, number>']
const type = fc
  .tuple(fc.constantFrom(...BASES), fc.constantFrom('', '[]', 'Array'), fc.constantFrom('', ' | null', ' | undefined'))
  .map(([base, list, nothing]) => {
    if (list === 'Array') return `Array<${base}>${nothing}`
    return (list === '[]' ? `(${base})[]` : /=>/.test(base) ? `(${base})` : base) + nothing
  })
const member: fc.Arbitrary<Member> = fc.record({
  above: fc.constantFrom('', '/** A member. */', '// A member', '/**\n * Long.\n */'),
  decorators: fc.constantFrom('', '@A() ', '@A()\n@B({ c: 1 })\n'),
  mark: fc.constantFrom('', '?', '!'),
  type,
  behind: fc.constantFrom('', ' // behind', ' /* behind */'),
})

const NAMES = ['alpha', 'beta', 'gamma', 'delta']

function write({ kind, separator, eol, indent, inline, spread }: Style, members: readonly Member[]): string {
  const isClass = kind === 'class'
  const end = isClass ? separator.replace(',', ';') : separator
  const lines = members.map(({ above, decorators, mark, type: text, behind }, index) => {
    const name = NAMES[index] + (mark === '!' && !isClass ? '' : mark)
    const last = inline ? (index < members.length - 1 ? end || ';' : '') : end + behind
    const full = `${inline ? '' : above && `${above}\n`}${isClass && !inline ? decorators : ''}${name}: ${text}${last}`
    return inline ? full : full.replace(/^/gm, indent)
  })
  const open = { interface: 'interface X {', alias: 'type X = {', class: 'class X {', intersection: 'type X = Y & {' }[
    kind
  ]
  const body = inline ? ` ${lines.join(' ')} ` : `\n${lines.join(spread ? '\n\n' : '\n')}\n`
  return `// before\nexport ${open}${body}}\n\nconst after = 1\n`.replaceAll('\n', eol)
}

const at = (name: string, part = '') => ({ file: FILE, id: `X.${name}${part}` })
const name = fc.constantFrom(...NAMES)
const intent: fc.Arbitrary<Intent> = fc.oneof(
  name.map((each): Intent => ({ kind: 'addNull', at: at(each, ':type') })),
  name.map((each): Intent => ({ kind: 'removeNull', at: at(each, ':type') })),
  name.map((each): Intent => ({ kind: 'setType', at: at(each, ':type'), type: 'number' })),
  fc.tuple(name, fc.boolean()).map(([each, list]): Intent => ({ kind: 'setList', at: at(each, ':type'), list })),
  fc.tuple(name, fc.boolean()).map(([each, optional]): Intent => ({ kind: 'setOptional', at: at(each), optional })),
  name.map((each): Intent => ({ kind: 'renameMember', at: at(each), to: `${each}2` })),
  name.map((each): Intent => ({ kind: 'removeMember', at: at(each) })),
  name.map((each): Intent => ({ kind: 'setTag', at: at(each), tag: '@computed' })),
  fc.tuple(name, fc.boolean()).map(([after, optional]): Intent => {
    return {
      kind: 'addMember',
      at: { file: FILE, id: 'X' },
      name: 'added',
      type: 'string | null',
      optional,
      after: [after],
    }
  }),
)

describe('intents in files of any style', () => {
  it('change what they mean and nothing else, once, in a file that still parses', () => {
    fc.assert(
      fc.property(style, fc.array(member, { minLength: 1, maxLength: 4 }), intent, (how, members, wanted) => {
        const before = write(how, members)
        const { edits, problems } = renderIntents(FILE, before, [wanted])
        const after = applyEdits(before, edits)
        assert.equal(parse(FILE, after)?.errors.length, parse(FILE, before)?.errors.length, after)
        assert.deepEqual(renderIntents(FILE, after, [wanted]).edits, [], `more to do in\n${after}`)
        assert.ok(how.eol === '\n' || !/[^\r]\n/.test(after), 'keeps its line endings')
        if (problems.length > 0) assert.equal(after, before)
        else assertMeant(before, after, wanted)
      }),
      { numRuns: 2000 },
    )
  })
})

/** Asserts that the intent is true of the text now, and that the other members are what they were. */
function assertMeant(before: string, after: string, wanted: Intent): void {
  const subject = wanted.kind === 'addMember' ? wanted.name : wanted.at.id.replace(/^X\.|:type$/g, '')
  const properties = propertiesOf(after)
  const others = (all: readonly Property[]) => all.filter((each) => !each.name.startsWith(subject))
  assert.deepEqual(others(properties), others(propertiesOf(before)), after)
  const isAboutComments = wanted.kind === 'removeMember' || wanted.kind === 'setTag'
  if (!isAboutComments) assert.deepEqual(commentsIn(after), commentsIn(before), after)
  const found = properties.find((each) => each.name.startsWith(subject))
  assert.ok(isMet(wanted, found), after)
}

function commentsIn(text: string): readonly string[] {
  return text.match(/\/\/ .*|\/\*[\s\S]*?\*\//g) ?? []
}

function isMet(wanted: Intent, found: Property | undefined): boolean {
  if (wanted.kind === 'removeMember') return found === undefined
  if (!found) return false
  const alternatives = found.type.kind === 'union' ? found.type.members : [found.type]
  const isNull = (type: TypeNode): boolean => type.kind === 'primitive' && type.name === 'null'
  const isNothing = (type: TypeNode): boolean =>
    isNull(type) || (type.kind === 'primitive' && type.name === 'undefined')
  const bases = alternatives.filter((each) => !isNothing(each))
  const isList = (each: TypeNode): boolean =>
    each.kind === 'array' || (each.kind === 'reference' && each.name === 'Array')
  switch (wanted.kind) {
    case 'addNull':
      return alternatives.some(isNull)
    case 'removeNull':
      return !alternatives.some(isNull)
    case 'setType':
      return (
        bases.length === 1 &&
        /"number"/.test(JSON.stringify(bases)) &&
        !/"(string|Date|User|Map)"/.test(JSON.stringify(bases))
      )
    case 'setList':
      return bases.every((each) => isList(each) === wanted.list)
    case 'setOptional':
      return found.optional === wanted.optional
    case 'renameMember':
      return found.name === wanted.to
    case 'setTag':
      return found.computed
    case 'addMember':
      return found.name === wanted.name && found.optional === wanted.optional && alternatives.some(isNull)
    default:
      return false
  }
}

function propertiesOf(text: string): readonly Property[] {
  const declaration = summarise(FILE, text).summary.declarations.find((each) => each.name === 'X')
  return declaration ? objectsIn(declaration) : []
}

function objectsIn({ type: node }: Declaration): readonly Property[] {
  const parts = node.kind === 'intersection' ? node.members : [node]
  return parts.flatMap((each) => (each.kind === 'object' ? each.properties : []))
}
