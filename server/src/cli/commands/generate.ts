import { existsSync } from 'node:fs'
import { closest } from 'fastest-levenshtein'
import { type Generation, generate as generateTexts, type Output } from '../../analysis/generate/generate.js'
import type { World } from '../../analysis/world.js'
import { pathOf } from '../../project/paths.js'
import { createTextReader } from '../../project/read-files.js'
import { recoverFiles } from '../../project/recover-files.js'
import { type ChangedText, replaceTexts } from '../../project/replace-texts.js'
import { tuneForOneRun } from '../../project/tune-for-one-run.js'
import type { FileId } from '../../text/file-id.js'
import { errorColours as pc } from '../colours.js'
import { openProject } from '../open-project.js'
import { complain, tellDuration, write } from '../output.js'
import { patchOf } from '../reporters/patch.js'
import { tellRecovery } from '../tell-recovery.js'

export interface GenerateOptions {
  readonly cwd: string
  readonly output: Output
  readonly models: readonly string[]
  readonly dryRun?: true
}

/**
 * Runs `generate`; the result is the exit status. What was written, or with `dryRun` a diff, goes to stdout, notes to
 * stderr. Files are replaced all or none.
 */
export async function generate(options: GenerateOptions): Promise<number> {
  tuneForOneRun()
  const started = performance.now()
  const prepare = (root: string) => (options.dryRun ? undefined : tellRecovery(root, recoverFiles(root)))
  const project = await openProject({ cwd: options.cwd, base: 'HEAD', paths: [] }, prepare)
  if ('problem' in project) return complain(project.problem)
  const { root, workspace } = project
  const errors = schemaErrors(workspace.world)
  if (errors !== undefined) return complain(errors)
  const files = { list: [...workspace.files], readText: createTextReader(root, {}) }
  const generation = generateTexts(workspace.world, { ...options, files })
  if (generation.unknown.length > 0) return complain(unknownModels(generation))
  const { texts, kept } = changesIn(generation, workspace.world, root)
  const problems = options.dryRun ? [] : replaceTexts(root, texts)
  if (problems.length > 0) {
    const list = problems.map(({ file, message }) => `  ${file === undefined ? '' : `${file}: `}${message}`)
    return complain(`nothing was changed:\n${list.join('\n')}`)
  }
  const report = options.dryRun ? [...texts].map(([file, text]) => patchOf(file, text)).join('') : summaryOf(texts)
  const lost = await write(report)
  if (lost !== undefined) return complain(lost)
  for (const note of [...generation.notes, ...kept]) process.stderr.write(`${pc.yellow('note')} ${note}\n`)
  tellDuration(started)
  return 0
}

/** What is wrong with the schemas: code that follows from them would be wrong, too. */
function schemaErrors({ schemas }: World): string | undefined {
  const errors = schemas.flatMap((schema) => schema.errors)
  const list = errors.slice(0, 5).map(({ file, message }) => `  ${file}: ${message.split('\n')[0]}`)
  return errors.length > 0 ? `the schema has errors:\n${list.join('\n')}` : undefined
}

function unknownModels({ unknown, known }: Generation): string {
  const hint = (name: string) => (known.length > 0 ? ` Did you mean '${closest(name, [...known])}'?` : '')
  return unknown.map((name) => `no model is called '${name}'.${hint(name)}`).join('\n')
}

type Texts = ReadonlyMap<FileId, ChangedText>

/** The texts to write. A file that is there although nothing was read from it, such as a seed, stays as it is. */
function changesIn({ texts }: Generation, world: World, root: string): { texts: Texts; kept: readonly string[] } {
  const isUnread = (file: FileId) => !world.texts.has(file) && existsSync(pathOf(root, file))
  const changes = [...texts].filter(([file]) => !isUnread(file))
  return {
    texts: new Map(changes.map(([file, after]) => [file, { before: world.texts.get(file), after }])),
    kept: [...texts.keys()].filter(isUnread).map((file) => `${file} is there already and stays as it is`),
  }
}

function summaryOf(texts: Texts): string {
  const lines = [...texts].map(([file, { before }]) => `${before === undefined ? 'created' : 'updated'} ${file}\n`)
  return lines.join('') || 'nothing to change\n'
}
