import { compareText } from '../text/compare-text.js'
import type { FileId } from '../text/file-id.js'
import { applyEdits, type TextEdit } from '../text/text-edit.js'

/** The edits that were found so far, and where things stand with them. Spans speak of the texts as they were. */
export interface Editing {
  /** The texts that have edits, with them. */
  texts(): ReadonlyMap<FileId, string>
  files(): Iterable<FileId>
  add(file: FileId, edit: TextEdit): void
  /** Where an offset of the text as it was is now. */
  moved(file: FileId, offset: number): number
  /** Where an offset of the text as it is now was. */
  original(file: FileId, offset: number): number
  /** By file; sorted. */
  edits(): ReadonlyMap<FileId, readonly TextEdit[]>
}

export function createEditing(
  texts: ReadonlyMap<FileId, string>,
  first: ReadonlyMap<FileId, readonly TextEdit[]>,
): Editing {
  const edits = new Map([...first].map(([file, list]) => [file, sorted(list)]))
  const of = (file: FileId) => edits.get(file) ?? []
  return {
    texts: () => new Map([...edits].map(([file, list]) => [file, applyEdits(texts.get(file) ?? '', list)])),
    files: () => edits.keys(),
    add: (file, edit) => void edits.set(file, sorted([...of(file), edit])),
    moved(file, offset) {
      const earlier = of(file).filter(({ span }) => span.end <= offset)
      return earlier.reduce((at, edit) => at + growth(edit), offset)
    },
    original(file, offset) {
      let at = offset
      for (const edit of of(file)) if (edit.span.end + growth(edit) <= at) at -= growth(edit)
      return at
    },
    edits: () => new Map([...edits].sort(([a], [b]) => compareText(a, b))),
  }
}

function growth({ span, newText }: TextEdit): number {
  return newText.length - (span.end - span.start)
}

function sorted(edits: readonly TextEdit[]): readonly TextEdit[] {
  return edits.toSorted((a, b) => a.span.start - b.span.start)
}
