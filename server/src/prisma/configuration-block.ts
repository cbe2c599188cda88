import type { FileId } from '../text/file-id.js'
import { itemsOf, stringOf } from './expression.js'
import type { BlockSyntax } from './syntax.js'

/** A `generator` block: what `prisma generate` writes. Values that are not literals are undefined. */
export interface Generator {
  readonly file: FileId
  readonly name: string
  /** Such as `prisma-client` or `prisma-client-js`. */
  readonly provider: string | undefined
  /** As written: relative to the file's folder. */
  readonly output: string | undefined
  readonly previewFeatures: readonly string[]
}

/** The `datasource` block. Its URL is never read, only the name of the variable that holds it. */
export interface Datasource {
  readonly file: FileId
  readonly name: string
  readonly provider: string | undefined
  readonly urlVariable: string | undefined
  readonly relationMode: string | undefined
}

export function generatorOf(file: FileId, block: BlockSyntax): Generator {
  return {
    file,
    name: block.name?.text ?? '',
    provider: stringsIn(block, 'provider')[0],
    output: stringsIn(block, 'output')[0],
    previewFeatures: stringsIn(block, 'previewFeatures'),
  }
}

export function datasourceOf(file: FileId, block: BlockSyntax): Datasource {
  return {
    file,
    name: block.name?.text ?? '',
    // An array of providers is how Prisma 1 and early 2 wrote it.
    provider: stringsIn(block, 'provider')[0],
    urlVariable: ENV.exec(textOf(block, 'url'))?.[1],
    relationMode: stringsIn(block, 'relationMode')[0],
  }
}

const ENV = /^env\(\s*"([^"]*)"\s*\)$/

function textOf({ properties }: BlockSyntax, name: string): string {
  return properties.find((property) => property.name.text === name)?.value?.text ?? ''
}

function stringsIn(block: BlockSyntax, name: string): string[] {
  return itemsOf(textOf(block, name)).flatMap((item) => stringOf(item) ?? [])
}
