import type { ElementId, ElementRef } from '../model/element.js'
import type { FileId } from '../text/file-id.js'
import { itemsOf, stringOf } from './expression.js'
import type { BlockSyntax } from './syntax.js'

/** A `generator` block: what `prisma generate` writes. */
export interface Generator {
  readonly ref: ElementRef
  readonly name: string
  /** All that it says, as written, by name. */
  readonly settings: ReadonlyMap<string, string>
}

/** The `datasource` block. Its URL is never read, only the name of the variable that holds it. */
export interface Datasource {
  readonly ref: ElementRef
  readonly name: string
  readonly provider: string | undefined
  readonly urlVariable: string | undefined
  readonly relationMode: string | undefined
}

export function generatorOf(file: FileId, block: BlockSyntax): Generator {
  return {
    ref: { file, id: configurationIdOf(block) },
    name: block.name?.text ?? '',
    settings: new Map(block.properties.map(({ name, value }) => [name.text, value?.text ?? ''])),
  }
}

export function datasourceOf(file: FileId, block: BlockSyntax): Datasource {
  return {
    ref: { file, id: configurationIdOf(block) },
    name: block.name?.text ?? '',
    // An array of providers is how Prisma 1 and early 2 wrote it.
    provider: stringsIn(block, 'provider')[0],
    urlVariable: ENV.exec(textOf(block, 'url'))?.[1],
    relationMode: stringsIn(block, 'relationMode')[0],
  }
}

/** The id of a `generator` or `datasource` block; it holds a blank, as no model's name can. */
export function configurationIdOf({ kind, name }: BlockSyntax): ElementId {
  return kind === 'generator' ? generatorId(name?.text ?? '') : `${kind} ${name?.text ?? ''}`
}

export function generatorId(name: string): ElementId {
  return `generator ${name}`
}

const ENV = /^env\(\s*"([^"]*)"\s*\)$/

function textOf({ properties }: BlockSyntax, name: string): string {
  return properties.find((property) => property.name.text === name)?.value?.text ?? ''
}

function stringsIn(block: BlockSyntax, name: string): string[] {
  return itemsOf(textOf(block, name)).flatMap((item) => stringOf(item) ?? [])
}
