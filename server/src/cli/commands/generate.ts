import { existsSync, statSync } from 'node:fs'
import path from 'node:path'
import { closest } from 'fastest-levenshtein'
import { type Generation, generate as generateTexts, type Output } from '../../analysis/generate/generate.js'
import type { World } from '../../analysis/world.js'
import { loadSettings } from '../../project/load-settings.js'
import { loadWorkspace, type Workspace } from '../../project/load-workspace.js'
import { type ChangedText, writeTexts } from '../../project/write-texts.js'
import { RULES } from '../../rules/index.js'
import type { FileId } from '../../text/file-id.js'
import { errorColours as pc } from '../colours.js'
import { patchOf } from '../reporters/patch.js'

export interface GenerateOptions {
  readonly cwd: string
  readonly output: Output
  readonly models: readonly string[]
  readonly dryRun?: true
}

/** Runs `generate`; the result is the exit status. What is written, or would be, goes to stdout, notes to stderr. */
export async function generate(options: GenerateOptions): Promise<number> {
  const root = path.resolve(options.cwd)
  if (!existsSync(root) || !statSync(root).isDirectory()) return complain(`'${options.cwd}' is not a folder`)
  const loaded = loadSettings(root, new Set(RULES.map(({ code }) => code)))
  if (loaded.kind === 'broken') return complain(`${loaded.file} is not valid:\n  ${loaded.problems.join('\n  ')}`)
  const workspace = await loadWorkspace({ root, base: 'HEAD', settings: loaded.settings, trust: 'trusted' })
  const problem = problemOf(workspace)
  if (problem !== undefined) return complain(problem)
  const generation = generateTexts(workspace.world, options)
  if (generation.unknown.length > 0) return complain(unknownModels(generation, workspace.world))
  const texts = new Map(
    [...generation.texts].map(([file, after]) => [file, { before: workspace.world.texts.get(file), after }]),
  )
  for (const note of generation.notes) process.stderr.write(`${pc.yellow('note')} ${note}\n`)
  return options.dryRun ? show(texts) : write(root, texts)
}

function complain(message: string): number {
  process.stderr.write(`${pc.red('error')} ${message}\n`)
  return 2
}

/** Why nothing can be generated. Code that follows from a broken schema would be wrong. */
function problemOf({ world, lookedIn }: Workspace): string | undefined {
  if (world.schemas.length === 0) {
    const places = lookedIn.slice(0, 12).map((place) => `  ${place}`)
    return `No Prisma schema found. Looked for:\n${places.join('\n')}`
  }
  const errors = world.schemas.flatMap((schema) => schema.errors)
  const list = errors.slice(0, 5).map(({ file, message }) => `  ${file}: ${message.split('\n')[0]}`)
  return errors.length > 0 ? `The schema has errors:\n${list.join('\n')}` : undefined
}

function unknownModels({ unknown }: Generation, { schemas }: World): string {
  const texts = schemas.flatMap(({ files }) => files.map(({ text }) => text))
  const names = texts.flatMap((text) =>
    [...text.matchAll(/^\s*(?:model|view|type)\s+(\w+)\s*\{/gm)].map(([, name = '']) => name),
  )
  return unknown
    .map((name) => `No model is called '${name}'.${names.length > 0 ? ` Did you mean '${closest(name, names)}'?` : ''}`)
    .join('\n')
}

type Texts = ReadonlyMap<FileId, ChangedText>

function show(texts: Texts): number {
  process.stdout.write([...texts].map(([file, text]) => patchOf(file, text)).join(''))
  return 0
}

function write(root: string, texts: Texts): number {
  const problems = writeTexts(root, texts)
  if (problems.length > 0) {
    return complain(`Nothing is written:\n${problems.map(({ file, message }) => `  ${file}: ${message}`).join('\n')}`)
  }
  const lines = [...texts].map(([file, { before }]) => `${before === undefined ? 'created' : 'updated'} ${file}\n`)
  process.stdout.write(lines.join('') || 'nothing to change\n')
  return 0
}
