import { baseName, type FileId } from '../text/file-id.js'
import type { Random } from './random.js'
import { randomText } from './random-text.js'

/** A workspace that someone works on: the files' texts by their names. */
export interface EditedFiles {
  /** As they are now. */
  readonly now: Map<FileId, string>
  /** As they were at first: edits return to it now and then, so that it stays a workspace. */
  readonly first: ReadonlyMap<FileId, string>
}

/** Does something to a workspace that people do, one thing at a time; tells what. */
export function editAtRandom(files: EditedFiles, random: Random): string {
  const kind = random.below(100)
  if (kind < 80) return editText(files, random)
  if (kind < 92) return editFiles(files, random)
  return editConfiguration(files, random)
}

/** A text is typed into, or one that was typed into is as it was at first. */
function editText(files: EditedFiles, random: Random): string {
  const changed = [...files.now.keys()].filter(
    (file) => isEditable(file) && files.now.get(file) !== files.first.get(file),
  )
  if (changed.length > 0 && random.chance(Math.min(60, 10 + 3 * changed.length)))
    return restore(files, random.pick(changed))
  const file = random.pick([...files.now.keys()].filter(isEditable))
  const { text, what } = randomText(files.now.get(file) ?? '', wordsElsewhere(files, random), random)
  files.now.set(file, text)
  if (!what.startsWith('rename ') || random.chance(50)) return `${file}: ${what}`
  const [, from = '', to = ''] = what.split(' ')
  const word = new RegExp(`\\b${from}\\b`, 'g')
  for (const [other, before] of files.now) if (isEditable(other)) files.now.set(other, before.replace(word, to))
  return `everywhere: ${what}`
}

function isEditable(file: FileId): boolean {
  return !/\.jsonc?$/.test(file)
}

function restore({ now, first }: EditedFiles, file: FileId): string {
  const text = first.get(file)
  if (text === undefined) now.delete(file)
  else now.set(file, text)
  return `${file}: as at first`
}

function wordsElsewhere({ now }: EditedFiles, random: Random): readonly string[] {
  return now.get(random.pick([...now.keys()]))?.match(/[A-Za-z_]\w+/g) ?? ['word']
}

function editFiles(files: EditedFiles, random: Random): string {
  const { now, first } = files
  const missing = [...first.keys()].filter((file) => !now.has(file))
  const added = [...now.keys()].filter((file) => !first.has(file))
  if (missing.length > 0 && random.chance(40)) return restore(files, random.pick(missing))
  if (added.length > 0 && random.chance(30)) return restore(files, random.pick(added))
  if (random.chance(5)) return restoreAll(files)
  const file = random.pick([...now.keys()].filter(isEditable))
  const text = now.get(file) ?? ''
  const place = placeFor(file, files, random)
  switch (random.below(3)) {
    case 0:
      now.delete(file)
      return `${file}: deleted`
    case 1:
      now.delete(file)
      now.set(place, text)
      return `${file}: moved to ${place}`
    default:
      now.set(place, text)
      return `${place}: a copy of ${file}`
  }
}

function restoreAll({ now, first }: EditedFiles): string {
  now.clear()
  for (const [file, text] of first) now.set(file, text)
  return 'all as at first'
}

/** Another name, in the folder of some file of the same kind; what follows the first dot stays. */
function placeFor(file: FileId, { now }: EditedFiles, random: Random): FileId {
  const name = baseName(file)
  const [stem = '', ...endings] = name.split('.')
  const ending = endings.join('.')
  const beside = random.pick([...now.keys()].filter((other) => other.endsWith(ending.split('.').at(-1) ?? '')))
  const folder = beside.slice(0, beside.length - baseName(beside).length)
  return `${folder}${random.pick([stem, `${stem}2`, 'index', 'types'])}.${ending}`
}

/** A dependency comes or goes, or a rule is set otherwise. */
function editConfiguration({ now }: EditedFiles, random: Random): string {
  const packages = [...now.keys()].filter((file) => baseName(file) === 'package.json')
  if (packages.length > 0 && random.chance(50)) {
    const file = random.pick(packages)
    const { dependencies = {}, ...rest } = JSON.parse(now.get(file) ?? '{}')
    const name = random.pick(['@prisma/client', 'react', 'express', '@nestjs/core', '@shop/api'])
    const { [name]: known, ...others } = dependencies
    now.set(file, JSON.stringify({ ...rest, dependencies: known ? others : { ...others, [name]: '1' } }))
    return `${file}: ${known ? 'without' : 'with'} ${name}`
  }
  const settings = random.pick(SETTINGS)
  if (settings) now.set(CONFIGURATION, JSON.stringify(settings))
  else now.delete(CONFIGURATION)
  return `settings: ${JSON.stringify(settings)}`
}

const CONFIGURATION = 'prisma-drift.config.json'

const SETTINGS = [
  undefined,
  undefined,
  { rules: { 'nullability-mismatch': 'hint', 'field-missing': 'off' } },
  { rules: { 'field-extra': 'error', 'model-without-type': 'info' } },
  { wire: 'json' },
  { wire: 'native' },
  { links: [{ type: '*Row', model: 'User' }] },
]
