import type { Fix } from '../model/finding.js'
import type { Intent } from '../model/intent.js'
import { baseName, type FileId } from '../text/file-id.js'
import { applyEdits, composeEdits, type TextEdit } from '../text/text-edit.js'
import { renderIntents } from '../typescript/render-intents.js'

/** What fixes come to. */
export interface RenderedFixes {
  /** By file, sorted, none touching another; spans speak of the texts as they are now. */
  readonly edits: ReadonlyMap<FileId, readonly TextEdit[]>
  /** What could not be rendered. A fix is made as a whole or not at all. */
  readonly problems: readonly FixProblem[]
}

export interface FixProblem {
  readonly fix: Fix
  readonly intent: Intent
  readonly reason: string
}

/** A file's text, undefined where there is no such file. */
export type TextOf = (file: FileId) => string | undefined

/** The edits of one fix. */
export function renderFix(fix: Fix, textOf: TextOf): RenderedFixes {
  return renderFixes([fix], textOf)
}

/**
 * The edits of several fixes together. They may change the same places: each sees what the earlier ones leave. What
 * renames or removes members comes last, so that the others find the members under the names they know.
 */
export function renderFixes(fixes: readonly Fix[], textOf: TextOf): RenderedFixes {
  const edits = new Map<FileId, readonly TextEdit[]>()
  const problems: FixProblem[] = []
  for (const fix of fixes.toSorted((a, b) => phaseOf(a) - phaseOf(b))) {
    const files = new Set(fix.intents.map(({ at }) => at.file))
    const rendered = [...files].map((file) => renderIn(file, fix, edits.get(file) ?? [], textOf))
    const failed = rendered.flatMap((each) => each.problems)
    problems.push(...failed.map((problem) => ({ fix, ...problem })))
    if (failed.length === 0) for (const each of rendered) edits.set(each.file, each.edits)
  }
  return { edits: new Map([...edits].filter(([, list]) => list.length > 0)), problems }
}

function phaseOf({ intents }: Fix): number {
  if (intents.some(({ kind }) => kind === 'removeMember')) return 2
  return intents.some(({ kind }) => kind === 'renameMember') ? 1 : 0
}

interface RenderedIn {
  readonly file: FileId
  readonly edits: readonly TextEdit[]
  readonly problems: readonly { readonly intent: Intent; readonly reason: string }[]
}

/** The edits of a fix in one file on top of those that are made there already. */
function renderIn(file: FileId, fix: Fix, earlier: readonly TextEdit[], textOf: TextOf): RenderedIn {
  const intents = fix.intents.filter(({ at }) => at.file === file)
  const text = textOf(file)
  const reason = text === undefined ? 'the file is not there' : isSchema(file) ? 'fixes of schemas are not known' : ''
  if (text === undefined || reason !== '') {
    return { file, edits: earlier, problems: intents.map((intent) => ({ intent, reason })) }
  }
  const { edits, problems } = renderIntents(file, applyEdits(text, earlier), intents)
  return { file, edits: composeEdits(earlier, edits), problems }
}

/** No rule wants to edit a schema: the schema is what the types are compared with. */
function isSchema(file: FileId): boolean {
  return baseName(file).endsWith('.prisma')
}
