import type { FileId } from '../text/file-id.js'
import { type Annotation, takeAnnotations, writeAnnotations } from './annotations.js'

/**
 * What a file of a fixture is, said after its path. `base`: a schema or a migration as it was at the base revision;
 * `applied`: a migration that is as it was then; `theirs`: one that the base revision has got meanwhile; `twin`: an
 * alternative to the schema; `client`: the schema that the generated client was made from; `missing`: the SQL of the
 * migration that the schema lacks, as the engine would tell it; `database`: what is found in the database, as JSON.
 */
export type FileFlag = 'base' | 'applied' | 'database' | 'theirs' | 'twin' | 'client' | 'missing'

export interface FixtureFile {
  readonly file: FileId
  readonly flag: FileFlag | undefined
  /** Without annotations. */
  readonly text: string
  readonly annotations: readonly Annotation[]
}

/** A small workspace in one string: each file starts with `//- /path`, and annotations say what is found in it. */
export type Fixture = readonly FixtureFile[]

const HEADER = /^\/\/- \/(\S+)(?: (base|applied|database|theirs|twin|client|missing))?$/

/** Reads a fixture. Throws on text before the first file, a header of another form and annotations in an earlier schema. */
export function parseFixture(source: string): Fixture {
  const [before = '', ...parts] = source.replace(/^\n+/, '').split(/^(?=\/\/- )/m)
  const files = (before.startsWith('//- ') ? [before, ...parts] : parts).map(parseFile)
  if (files.length === 0) throw new Error("a fixture starts with '//- /path'")
  return files
}

function parseFile(part: string): FixtureFile {
  const end = part.indexOf('\n')
  const header = end < 0 ? part : part.slice(0, end)
  const [match, file = '', flag] = HEADER.exec(header) ?? []
  if (match === undefined) throw new Error(`not a header of a file: '${header}'`)
  const annotated = takeAnnotations(end < 0 ? '' : part.slice(end + 1))
  if (flag !== undefined && flag !== 'twin' && annotated.annotations.length > 0)
    throw new Error(`nothing is found in what is marked '${flag}'`)
  return { file, flag: flag as FileFlag | undefined, ...annotated }
}

/** Writes a fixture, in the form that `parseFixture` reads. */
export function writeFixture(fixture: Fixture): string {
  return fixture
    .map(({ file, flag, ...annotated }) => `//- /${file}${flag ? ` ${flag}` : ''}\n${writeAnnotations(annotated)}`)
    .join('')
}
