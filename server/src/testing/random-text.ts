import type { Random } from './random.js'

/** A text after an edit, and what that was; `rename FROM TO` for a rename. */
export interface EditedText {
  readonly text: string
  readonly what: string
}

/** Types into a text of TypeScript or of the schema language, or moves parts of it. `words` are words of another file. */
export function randomText(text: string, words: readonly string[], random: Random): EditedText {
  return random.pick(EDITS)(text, words, random)
}

type TextEditor = (text: string, words: readonly string[], random: Random) => EditedText

/** What people type, or have typed half of. */
const SNIPPETS = [
  ' ',
  '\n',
  '{',
  '}',
  '(',
  "'",
  '`',
  '?',
  ' | null',
  '| undefined',
  '[]',
  '/*',
  '*/',
  '// a comment\n',
  '/** @prisma User */\n',
  '/** @prisma */\n',
  '// prisma-drift-disable-next-line\n',
  '/// prisma-drift-disable-next-line\n',
  '  na',
  '\n  extra: string\n',
  '\n  extra String?\n',
  '\n  @map("other")',
  'export ',
  'import type { User } from ',
  'extends ',
  ': ',
  '\n\nexport interface UserDto {\n  id: string\n  email: number\n}\n',
  '\nmodel Extra {\n  id Int @id\n  name String\n}\n',
  '\nenum Extra {\n  ONE\n  TWO\n}\n',
  "\nexport type Level = 'LOW' | 'HIGH'\n",
  '\nprisma.user.create({ data: { extra: 1 } })\n',
  '<T>',
  '😀',
  '\r\n',
]

const SWAPS: readonly (readonly [string, string])[] = [
  ['string', 'number'],
  ['boolean', 'Date'],
  ['String', 'Int'],
  ['DateTime', 'Decimal'],
  [' | null', ''],
  ['?', ''],
  ['interface', 'class'],
  ['model', 'enum'],
  ['export ', ''],
  ['Partial<', 'Pick<'],
  ['Omit<', 'Required<'],
  ["'", '"'],
  ['@id', '@unique'],
  ['@relation', '@map'],
  ['prisma', 'database'],
]

const EDITS: readonly TextEditor[] = [
  insert,
  insert,
  remove,
  cutLine,
  swap,
  swap,
  swap,
  rename,
  rename,
  comment,
  moveBlock,
  moveLine,
  replaceSpan,
]

function insert(text: string, words: readonly string[], random: Random): EditedText {
  const at = random.chance(50)
    ? random.below(text.length + 1)
    : (lineStarts(text)[random.below(lineStarts(text).length)] ?? 0)
  const snippet = random.chance(80) ? random.pick(SNIPPETS) : random.pick(words)
  return { text: text.slice(0, at) + snippet + text.slice(at), what: `insert ${JSON.stringify(snippet)} at ${at}` }
}

function remove(text: string, _: readonly string[], random: Random): EditedText {
  const at = random.below(text.length + 1)
  const length = 1 + random.below(random.chance(80) ? 8 : 200)
  return { text: text.slice(0, at) + text.slice(at + length), what: `remove ${length} at ${at}` }
}

function replaceSpan(text: string, words: readonly string[], random: Random): EditedText {
  const at = random.below(text.length + 1)
  const [length, word] = [random.below(12), random.pick(words)]
  return { text: text.slice(0, at) + word + text.slice(at + length), what: `replace ${length} at ${at} by ${word}` }
}

/** A line that is typed as far as somewhere. */
function cutLine(text: string, _: readonly string[], random: Random): EditedText {
  const at = random.below(text.length + 1)
  const end = text.indexOf('\n', at)
  return { text: text.slice(0, at) + (end < 0 ? '' : text.slice(end)), what: `cut the line at ${at}` }
}

/** One of two words instead of the other, at one place. */
function swap(text: string, _: readonly string[], random: Random): EditedText {
  const [a, b] = random.pick(SWAPS)
  const [from, to] = random.chance(50) || b === '' ? [a, b] : [b, a]
  const places = [...text.matchAll(new RegExp(from.replace(/[^\w ]/g, '\\$&'), 'g'))].map(({ index }) => index)
  if (places.length === 0) return { text: `${text}\n`, what: 'insert a line at the end' }
  const at = random.pick(places)
  return { text: text.slice(0, at) + to + text.slice(at + from.length), what: `'${to}' for '${from}' at ${at}` }
}

function rename(text: string, words: readonly string[], random: Random): EditedText {
  const from = random.pick(text.match(/[A-Za-z_]\w+/g) ?? ['none'])
  const to = random.pick([
    random.pick(words),
    `${from}X`,
    from.toUpperCase(),
    from.replace(/[A-Z]/g, '_$&').toLowerCase(),
  ])
  return { text: text.replace(new RegExp(`\\b${from}\\b`, 'g'), to), what: `rename ${from} ${to}` }
}

function comment(text: string, _: readonly string[], random: Random): EditedText {
  const at = random.pick(lineStarts(text))
  return { text: `${text.slice(0, at)}// ${text.slice(at)}`, what: `comment at ${at}` }
}

/** Declarations are parted by empty lines. */
function moveBlock(text: string, _: readonly string[], random: Random): EditedText {
  return moved(text.split('\n\n'), '\n\n', random)
}

function moveLine(text: string, _: readonly string[], random: Random): EditedText {
  return moved(text.split('\n'), '\n', random)
}

function moved(parts: string[], between: string, random: Random): EditedText {
  const [from, to] = [random.below(parts.length), random.below(parts.length)]
  const [part = ''] = parts.splice(from, 1)
  // Two of them where it stays as well.
  const stays = random.chance(20)
  if (stays) parts.splice(from, 0, part)
  parts.splice(to, 0, part)
  const what = `${stays ? 'copy' : 'move'} part ${from} of ${between.length} to ${to}`
  return { text: parts.join(between), what }
}

function lineStarts(text: string): readonly number[] {
  return [0, ...[...text.matchAll(/\n/g)].map(({ index }) => index + 1)]
}
