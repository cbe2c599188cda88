import { scanSchema } from '../prisma/scan.js'

/** The address of a database as a project writes it: itself, or the variable that holds it. It may hold a password. */
export type WrittenAddress = { readonly url: string } | { readonly variable: string }

export interface AddressTexts {
  /** The texts of a schema's files. */
  readonly schemas: readonly string[]
  /** The text of a file beside them, for Prisma's configuration. */
  readonly textOf: (name: string) => string | undefined
}

/** What a schema's `datasource` says under a name such as `url`, else the configuration, where Prisma 7 has it. */
export function writtenAddress(property: string, { schemas, textOf }: AddressTexts): WrittenAddress | undefined {
  const inSchemas = schemas.map((text) => inSchema(text, property)).find(Boolean)
  return inSchemas ?? inConfig(CONFIGURATIONS.map(textOf).find((text) => text !== undefined) ?? '', property)
}

function inSchema(text: string, property: string): WrittenAddress | undefined {
  const properties = scanSchema(text).blocks.flatMap((block) => (block.kind === 'datasource' ? block.properties : []))
  const value = properties.find(({ name }) => name.text === property)?.value?.text ?? ''
  const variable = /^env\(\s*"([^"]+)"\s*\)$/.exec(value)?.[1]
  if (variable !== undefined) return { variable }
  return value.startsWith('"') ? { url: value.slice(1, -1) } : undefined
}

const CONFIGURATIONS = ['prisma.config.ts', 'prisma.config.mts', 'prisma.config.js', 'prisma.config.mjs']

function inConfig(text: string, property: string): WrittenAddress | undefined {
  const own = `\\bdatasource\\s*:\\s*\\{[^}]*?\\b${property}\\s*:\\s*`
  const [, called, dotted, quoted, url] = new RegExp(own + CONFIGURED.source).exec(text) ?? []
  const variable = called ?? dotted ?? quoted
  if (variable !== undefined) return { variable }
  return url === undefined ? undefined : { url }
}

const CONFIGURED =
  /(?:env(?:<\w+>)?\(\s*['"`](\w+)['"`]|process\.env\.(\w+)|process\.env\[\s*['"`](\w+)['"`]|['"]([^'"]+)['"])/
