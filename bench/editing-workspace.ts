/** A workspace to type in, made up: a schema and files of about the same size, one in ten with a paired type. */
export interface EditingWorkspace {
  /** By path, the texts of all files. */
  readonly files: ReadonlyMap<string, string>
  readonly schema: string
  readonly models: readonly string[]
  /** The files with a paired type. */
  readonly typeFiles: readonly string[]
}

export interface Size {
  readonly models: number
  readonly files: number
  /** Of each file, in characters, about. */
  readonly length: number
}

const SCHEMA = 'server/prisma/schema.prisma'
const FIRST =
  'Order Invoice Payment Product Brand Supplier Shipment Coupon Review Ticket Team Task Label Event Room'.split(' ')
const SECOND =
  'Line Note Plan Rule Entry Batch Draft Stage Asset Grant Claim Quota Offer Badge Index Topic Trade Visit Award Panel'.split(
    ' ',
  )
const COLUMNS = [
  'title String',
  'slug String?',
  'amount Int',
  'active Boolean',
  'startsAt DateTime',
  'price Decimal?',
  'kind Kind',
  'tags String[]',
]
const TYPES = [
  'title: string',
  'slug: string | null',
  'amount: number',
  'active: boolean',
  'startsAt: string',
  'price: string | null',
  "kind: 'SMALL' | 'LARGE'",
  'tags: string[]',
]

/** Makes the workspace; the same for the same size. */
export function editingWorkspace({ models: count, files: fileCount, length }: Size): EditingWorkspace {
  const models = Array.from({ length: count }, (_, index) => modelName(index))
  const typeFiles: string[] = []
  const files = new Map([
    [SCHEMA, schemaOf(models)],
    ['server/package.json', packageOf('server', ['@prisma/client', '@nestjs/core'])],
    ['client/package.json', packageOf('client', ['react'])],
  ])
  for (let index = 0; index < fileCount; index++) {
    const [file, text] = fileOf(index, models[Math.floor(index / 10) % count] ?? '')
    files.set(file, padded(text, index, length))
    if (index % 10 === 0) typeFiles.push(file)
  }
  return { files, schema: SCHEMA, models, typeFiles }
}

function packageOf(name: string, dependencies: readonly string[]): string {
  return JSON.stringify({ name, dependencies: Object.fromEntries(dependencies.map((each) => [each, '1.0.0'])) })
}

function modelName(index: number): string {
  const [first, second] = [FIRST[index % FIRST.length], SECOND[Math.floor(index / FIRST.length) % SECOND.length]]
  const round = Math.floor(index / (FIRST.length * SECOND.length))
  return `${first}${second}${round > 0 ? round + 1 : ''}`
}

function schemaOf(names: readonly string[]): string {
  const blocks = names.map((name, index) => {
    const before = names[index - 1]
    const after = names[index + 1]
    const relations = [
      ...(before ? [`  parentId String`, `  parent ${before} @relation(fields: [parentId], references: [id])`] : []),
      ...(after ? [`  children ${after}[]`] : []),
    ]
    return `/// What a ${name} is.\nmodel ${name} {\n  id String @id @default(cuid())\n${[...COLUMNS.map((column) => `  ${column}`), ...relations].join('\n')}\n}\n`
  })
  return `datasource db {\n  provider = "postgresql"\n}\n\nenum Kind {\n  SMALL\n  LARGE\n}\n\n${blocks.join('\n')}`
}

/** Of ten files one declares a type, two work with the model on the server, the others show or format something. */
function fileOf(index: number, name: string): readonly [string, string] {
  const lower = name.charAt(0).toLowerCase() + name.slice(1)
  const kind = index % 10
  if (kind === 0)
    return [
      `client/src/types/${lower}-${index}.ts`,
      `export interface ${name} {\n  id: string\n${TYPES.map((type) => `  ${type}`).join('\n')}\n}\n`,
    ]
  if (kind === 1) return [`server/src/${lower}/${lower}-${index}.service.ts`, serviceOf(name, lower)]
  if (kind === 2)
    return [
      `server/src/${lower}/${lower}-${index}.controller.ts`,
      `export class ${name}Controller {\n  list() {\n    return { title: 'all', page: 1, total: 20 }\n  }\n}\n`,
    ]
  if (kind < 6) return [`client/src/components/${lower}-${index}.tsx`, componentOf(name, lower, index)]
  return [`client/src/lib/format-${index}.ts`, '']
}

function serviceOf(name: string, lower: string): string {
  return `export class ${name}Service {
  constructor(private readonly prisma: PrismaService) {}
  async find(id: string) {
    const row = await this.prisma.${lower}.findUnique({ where: { id }, select: { id: true, title: true, amount: true } })
    return { id: row.id, title: row.title, slug: row.slug, amount: row.amount, active: row.active }
  }
}
`
}

function componentOf(name: string, lower: string, index: number): string {
  return `import type { ${name} } from '../types/${lower}-${index - (index % 10)}'

export function ${name}Card({ value }: { value: ${name} }) {
  return <section><h2>{value.title}</h2><p>{value.slug ?? 'none'}</p></section>
}
`
}

/** Functions that say nothing of any model, until the file is long enough. */
function padded(text: string, index: number, length: number): string {
  const parts = [text]
  let size = text.length
  for (let at = 0; size < length; at++) {
    const part = `
export function format${index}x${at}(value: number, digits = ${at}): string {
  const text = value.toFixed(digits).replace(/\\B(?=(\\d{3})+$)/g, ',')
  const rows = [value, digits, ${at}].map((each) => ({ label: \`no. \${each}\`, each }))
  return digits > ${at} ? \`~\${text}\` : rows.map(({ label }) => label).join(text)
}
`
    parts.push(part)
    size += part.length
  }
  return parts.join('')
}
