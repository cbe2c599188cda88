import type { Fix } from '../model/finding.js'
import type { FileId } from '../text/file-id.js'
import type { TextEdit } from '../text/text-edit.js'
import { type Draft, type IntentProblem, revise, startDraft } from '../typescript/render-intents.js'

/** What fixes come to. */
export interface RenderedFixes {
  /** By file, sorted, none touching another; spans speak of the texts as they are now. */
  readonly edits: ReadonlyMap<FileId, readonly TextEdit[]>
  /** What could not be rendered. A fix is made as a whole or not at all. */
  readonly problems: readonly FixProblem[]
}

export interface FixProblem extends IntentProblem {
  readonly fix: Fix
}

/** A file's text, undefined where there is no such file. */
export type TextOf = (file: FileId) => string | undefined

/** What fixes are rendered in: a snapshot is such a workspace. */
export interface FixedWorkspace {
  readonly textOf: TextOf
  /** The module by which a file could import a name; undefined where none is known. */
  readonly moduleOffering: (file: FileId, name: string) => string | undefined
}

/** The edits of one fix. */
export function renderFix(fix: Fix, workspace: FixedWorkspace): RenderedFixes {
  return renderFixes([fix], workspace)
}

/**
 * The edits of several fixes together. They may change the same places: each sees what the earlier ones leave. What
 * renames or removes members comes last, so that the others find the members under the names they know.
 */
export function renderFixes(fixes: readonly Fix[], workspace: FixedWorkspace): RenderedFixes {
  const drafts = new Map<FileId, Draft>()
  const problems: FixProblem[] = []
  for (const fix of fixes.toSorted((a, b) => phaseOf(a) - phaseOf(b))) {
    const files = new Set(fix.intents.map(({ at }) => at.file))
    const revised = [...files].map((file) => reviseFile(file, fix, drafts.get(file) ?? draftOf(file, workspace)))
    const failed = revised.flatMap((each) => each.problems)
    problems.push(...failed.map((problem) => ({ fix, ...problem })))
    if (failed.length > 0) continue
    for (const { file, draft } of revised) if (draft) drafts.set(file, draft)
  }
  const changed = [...drafts].filter(([, { edits }]) => edits.length > 0)
  return { edits: new Map(changed.map(([file, { edits }]) => [file, edits])), problems }
}

function phaseOf({ intents }: Fix): number {
  if (intents.some(({ kind }) => kind === 'removeMember')) return 2
  return intents.some(({ kind }) => kind === 'renameMember') ? 1 : 0
}

interface Revised {
  readonly file: FileId
  readonly draft: Draft | undefined
  readonly problems: readonly IntentProblem[]
}

/** What a fix makes of one file. No rule wants to edit a schema: it is what the types are compared with. */
function reviseFile(file: FileId, fix: Fix, draft: Draft | undefined): Revised {
  const intents = fix.intents.filter(({ at }) => at.file === file)
  if (draft) return { file, ...revise(draft, intents) }
  return { file, draft, problems: intents.map((intent) => ({ intent, reason: 'the file is not there' })) }
}

function draftOf(file: FileId, { textOf, moduleOffering }: FixedWorkspace): Draft | undefined {
  const text = file.endsWith('.prisma') ? undefined : textOf(file)
  return text === undefined ? undefined : startDraft(file, text, (name) => moduleOffering(file, name))
}
