/** A note in a fixture about a part of the line above it: `//^^^^ text`. Columns count UTF-16 code units. */
export interface Annotation {
  /** The zero-based line that it speaks of, in the text without annotations. */
  readonly line: number
  readonly start: number
  readonly end: number
  /** What is marked goes on in the lines below; `end` is then the end of its first line. */
  readonly continues: boolean
  readonly text: string
}

/** A text and what was noted in it. */
export interface AnnotatedText {
  readonly text: string
  readonly annotations: readonly Annotation[]
}

/** `//^^^^ text`: the carets stand below what is marked. */
const DRAWN = /^(\s*\/\/)(\^+)(…?) (.*)$/

/** `//@0-4 text`: the same in figures, for what starts left of where carets can stand or is empty. */
const COUNTED = /^\s*\/\/@(\d+)-(\d+)(…?) (.*)$/

/** Takes the annotations out of a text. */
export function takeAnnotations(text: string): AnnotatedText {
  const lines: string[] = []
  const annotations: Annotation[] = []
  for (const written of text.split('\n')) {
    const annotation = readAnnotation(written, lines.length - 1)
    if (annotation) annotations.push(annotation)
    else lines.push(written)
  }
  return { text: lines.join('\n'), annotations }
}

/** Writes annotations below the lines they speak of, always in the same form and order. */
export function writeAnnotations({ text, annotations }: AnnotatedText): string {
  const sorted = annotations.toSorted(
    (a, b) => a.start - b.start || a.end - b.end || (a.text < b.text ? -1 : a.text > b.text ? 1 : 0),
  )
  const lines = text.split('\n')
  return lines
    .flatMap((line, index) => [line, ...sorted.filter((each) => each.line === index).map(writeAnnotation)])
    .join('\n')
}

function readAnnotation(written: string, line: number): Annotation | undefined {
  const drawn = DRAWN.exec(written)
  if (drawn) {
    const [, before = '', carets = '', more, text = ''] = drawn
    return { line, start: before.length, end: before.length + carets.length, continues: more !== '', text: text.trim() }
  }
  const counted = COUNTED.exec(written)
  if (!counted) return undefined
  const [, start, end, more, text = ''] = counted
  return { line, start: Number(start), end: Number(end), continues: more !== '', text: text.trim() }
}

function writeAnnotation({ start, end, continues, text }: Annotation): string {
  const more = continues ? '…' : ''
  if (start < 2 || end <= start) return `//@${start}-${end}${more} ${text}`
  return `${' '.repeat(start - 2)}//${'^'.repeat(end - start)}${more} ${text}`
}
