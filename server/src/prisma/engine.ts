import type { SchemaError } from '../model/schema.js'
import type { FileId } from '../text/file-id.js'
import type { Datamodel } from './datamodel.js'
import { maskLegacy } from './mask-legacy.js'
import { PREVIEW_FEATURES } from './preview-features.js'

/** The functions of `@prisma/prisma-schema-wasm` that are used. They take and return JSON, and throw on panics. */
export interface SchemaWasm {
  lint(input: string): string
  get_datamodel(params: string): string
}

export interface SchemaText {
  readonly file: FileId
  readonly text: string
}

/** Prisma's own reading of a schema. Undefined means that it gave no answer; nothing throws. */
export interface PrismaEngine {
  /** The errors in the files; warnings and what only version 7 refuses are left out. */
  lint(files: readonly SchemaText[]): readonly SchemaError[] | undefined
  /** What the schema means; undefined where it has errors. */
  datamodel(files: readonly SchemaText[]): Datamodel | undefined
}

/** Wraps the wasm module. Schemas of versions 5 and 6 are masked first. */
export function createPrismaEngine(wasm: SchemaWasm): PrismaEngine {
  const mask = (files: readonly SchemaText[]) =>
    files.map(({ file, text }) => [file, maskLegacy(text, PREVIEW_FEATURES)])
  return {
    lint: (files) =>
      answerOf<readonly Diagnostic[]>(() => wasm.lint(JSON.stringify(mask(files))))
        ?.filter(isError)
        .map(errorOf),
    datamodel: (files) => answerOf<Datamodel>(() => wasm.get_datamodel(JSON.stringify({ prismaSchema: mask(files) }))),
  }
}

/** An item of `lint`'s answer; offsets count UTF-16 code units. */
interface Diagnostic {
  readonly file_name: string
  readonly start: number
  readonly end: number
  readonly text: string
  readonly is_warning: boolean
}

/** What earlier versions accepted, in schemas that masking leaves with it: `url` in odd places, lists of providers. */
const LEGACY =
  /is no longer supported in schema files|^The preview feature ".*" is not known|^Datasource provider not known|provider argument in a datasource must be a string literal|must not use the env\(\) function in the provider argument/

function isError({ text, is_warning }: Diagnostic): boolean {
  return !is_warning && !LEGACY.test(text)
}

function errorOf({ file_name, start, end, text }: Diagnostic): SchemaError {
  return { file: file_name, start, end, message: text.replace(/^Error validating: /, '').trim() }
}

/** The module's answer; a panic or an error of its own is none. */
function answerOf<T>(call: () => string): T | undefined {
  try {
    return JSON.parse(call()) as T
  } catch {
    return undefined
  }
}
