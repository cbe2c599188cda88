import { closest } from 'fastest-levenshtein'
import { type Generation, generate as generateTexts } from '../../analysis/generate/generate.js'
import type { Output } from '../../analysis/generate/outputs.js'
import { createTextReader } from '../../project/read-files.js'
import { recoverFiles } from '../../project/recover-files.js'
import type { ChangedText } from '../../project/replace-texts.js'
import { tuneForOneRun } from '../../project/tune-for-one-run.js'
import { withoutUnread } from '../../project/unread-files.js'
import type { FileId } from '../../text/file-id.js'
import { errorColours as pc } from '../colours.js'
import { openProject } from '../open-project.js'
import { complain, tellDuration, write } from '../output.js'
import { refuseSchemaErrors } from '../refusals.js'
import { patchOf } from '../reporters/patch.js'
import { tellRecovery } from '../tell-recovery.js'
import { type WriteOptions, writeTexts } from '../write-texts.js'

export interface GenerateOptions extends WriteOptions {
  readonly cwd: string
  readonly output: Output
  readonly models: readonly string[]
  readonly dryRun?: true
}

/**
 * Runs `generate`; the result is the exit status. What was written, or with `dryRun` a diff, goes to stdout, notes to
 * stderr. Files are replaced all or none; those with uncommitted changes only by `force`.
 */
export async function generate(options: GenerateOptions): Promise<number> {
  tuneForOneRun()
  const started = performance.now()
  const prepare = (root: string) => (options.dryRun ? undefined : tellRecovery(root, recoverFiles(root)))
  const project = await openProject({ cwd: options.cwd, base: 'HEAD', paths: [] }, prepare)
  if ('problem' in project) return complain(project.problem)
  const { root, workspace } = project
  const errors = refuseSchemaErrors(workspace.world)
  if (errors !== undefined) return complain(errors)
  const files = { list: [...workspace.files], readText: createTextReader(root, {}) }
  const generation = generateTexts(workspace.world, { outputs: [options.output], models: options.models, files })
  if (generation.unknown.length > 0) return complain(unknownModels(generation))
  const { written, kept } = withoutUnread(root, workspace.world, generation.texts)
  const before = workspace.world.texts
  const texts: Texts = new Map([...written].map(([file, after]) => [file, { before: before.get(file), after }]))
  const refusal = options.dryRun ? undefined : await writeTexts(root, texts, options)
  if (refusal !== undefined) return complain(refusal)
  const report = options.dryRun ? [...texts].map(([file, text]) => patchOf(file, text)).join('') : summaryOf(texts)
  const lost = await write(report)
  if (lost !== undefined) return complain(lost)
  for (const note of [...generation.notes, ...kept]) process.stderr.write(`${pc.yellow('note')} ${note}\n`)
  tellDuration(started)
  return 0
}

function unknownModels({ unknown, known }: Generation): string {
  const hint = (name: string) => (known.length > 0 ? ` Did you mean '${closest(name, [...known])}'?` : '')
  return unknown.map((name) => `no model is called '${name}'.${hint(name)}`).join('\n')
}

type Texts = ReadonlyMap<FileId, ChangedText>

function summaryOf(texts: Texts): string {
  const lines = [...texts].map(([file, { before }]) => `${before === undefined ? 'created' : 'updated'} ${file}\n`)
  return lines.join('') || 'nothing to change\n'
}
