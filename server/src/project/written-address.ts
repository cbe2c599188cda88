import { scanSchema } from '../prisma/scan.js'
import { CONFIG_PATHS } from './prisma-config.js'

/** The address of a database as a project writes it: itself, or the variable that holds it. It may hold a password. */
export type WrittenAddress = { readonly url: string } | { readonly variable: string }

export interface AddressTexts {
  /** The texts of a schema's files. */
  readonly schemas: readonly string[]
  /** The text of a file by its path from the folder of the project, for Prisma's configuration. */
  readonly textOf: (path: string) => string | undefined
}

/** What a schema's `datasource` says under a name such as `url`, else the configuration, where Prisma 7 has it. */
export function writtenAddress(property: string, { schemas, textOf }: AddressTexts): WrittenAddress | undefined {
  const inSchemas = schemas.map((text) => inSchema(text, property)).find(Boolean)
  return inSchemas ?? inConfig(configurationText(textOf), property)
}

function configurationText(textOf: AddressTexts['textOf']): string {
  for (const path of CONFIG_PATHS) {
    const text = textOf(path)
    if (text !== undefined) return text
  }
  return ''
}

function inSchema(text: string, property: string): WrittenAddress | undefined {
  const properties = scanSchema(text).blocks.flatMap((block) => (block.kind === 'datasource' ? block.properties : []))
  const value = properties.find(({ name }) => name.text === property)?.value?.text ?? ''
  const variable = /^env\(\s*"([^"]+)"\s*\)$/.exec(value)?.[1]
  if (variable !== undefined) return { variable }
  return value.startsWith('"') ? { url: value.slice(1, -1) } : undefined
}

function inConfig(text: string, property: string): WrittenAddress | undefined {
  const own = `\\bdatasource\\s*:\\s*\\{[^}]*?\\b${property}\\s*:\\s*`
  const [, called, dotted, quoted, url] = new RegExp(own + CONFIGURED.source).exec(text) ?? []
  const variable = called ?? dotted ?? quoted
  if (variable !== undefined) return { variable }
  return url === undefined ? undefined : { url }
}

const CONFIGURED =
  /(?:env(?:<\w+>)?\(\s*['"`](\w+)['"`]|process\.env\.(\w+)|process\.env\[\s*['"`](\w+)['"`]|['"]([^'"]+)['"])/
