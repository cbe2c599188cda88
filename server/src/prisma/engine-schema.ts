import type { SchemaText } from './engine.js'
import { stringOf } from './expression.js'
import { maskLegacy } from './mask-legacy.js'
import { PREVIEW_FEATURES } from './preview-features.js'
import { scanSchema } from './scan.js'
import type { BlockSyntax } from './syntax.js'

/** A schema as Prisma's engine takes it: without URLs, and without what only earlier versions accepted. */
export interface EngineSchema {
  readonly files: readonly SchemaText[]
  /** Its `datasource` and `generator` blocks. They say which parts of a database are Prisma's. */
  readonly header: string
  /** The database; undefined where that is not said by a literal. `postgres` is told as `postgresql`. */
  readonly provider: string | undefined
}

export function engineSchema(files: readonly SchemaText[]): EngineSchema {
  const masked = files.map(({ file, text }) => ({ file, text: maskLegacy(text, PREVIEW_FEATURES) }))
  const blocks = masked.flatMap(({ text }) => scanSchema(text).blocks.map((block) => ({ block, text })))
  const header = blocks.filter(({ block: { kind } }) => kind === 'datasource' || kind === 'generator')
  const datasource = blocks.find(({ block }) => block.kind === 'datasource')?.block
  return {
    files: masked,
    header: header.map(({ block: { start, end }, text }) => `${text.slice(start, end)}\n`).join('\n'),
    provider: datasource && providerOf(datasource),
  }
}

function providerOf({ properties }: BlockSyntax): string | undefined {
  const value = properties.find(({ name }) => name.text === 'provider')?.value
  const provider = value && stringOf(value.text)
  return provider === 'postgres' ? 'postgresql' : provider
}
