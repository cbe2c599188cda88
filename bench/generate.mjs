// Writes a workspace of many TypeScript files around one schema: node bench/generate.mjs --files 3000 --out DIR
import { mkdirSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'

const NOUNS = `User Account Profile Address Order Invoice Payment Product Category Brand Supplier Warehouse Shipment
  Return Coupon Review Rating Cart Wishlist Ticket Message Channel Team Member Project Milestone Task Comment Attachment
  Label Event Venue Booking Room Session Device Setting Report Budget Expense`.split(/\s+/)

const SCALARS = ['String', 'Int', 'Boolean', 'DateTime', 'Decimal', 'String?', 'DateTime?', 'Int?']
const TYPES = { String: 'string', Int: 'number', Boolean: 'boolean', DateTime: 'Date', Decimal: 'string' }
const WORDS = 'title slug amount active startsAt price note endsAt rank status code phone total locked paidAt'.split(
  ' ',
)

/** Writes `files` files below `out`: a server package with the schema, and a client package. */
export function generate(out, files) {
  const write = (name, text) => {
    const file = path.join(out, name)
    mkdirSync(path.dirname(file), { recursive: true })
    writeFileSync(file, text)
  }
  write(
    'server/package.json',
    '{ "name": "server", "dependencies": { "@prisma/client": "6.0.0", "@nestjs/core": "11.0.0" } }',
  )
  write('client/package.json', '{ "name": "client", "dependencies": { "react": "19.0.0" } }')
  write('server/prisma/schema.prisma', schemaOf(NOUNS))
  const kinds = [dto, service, controller, clientType, component, component, helper, test]
  for (let index = 0; index < files; index++) {
    const kind = kinds[index % kinds.length]
    const place = { noun: NOUNS[Math.floor(index / kinds.length) % NOUNS.length], index }
    const [name, text] = kind(place)
    write(name, text)
  }
}

/** Six columns for each model, and a relation to the model before it. */
function columnsOf(noun) {
  const first = NOUNS.indexOf(noun)
  return Array.from({ length: 6 }, (_, column) => ({
    name: WORDS[(first + column * 2) % WORDS.length],
    type: SCALARS[(first + column) % SCALARS.length],
  }))
}

function schemaOf(nouns) {
  const models = nouns.map((noun, index) => {
    const columns = columnsOf(noun).map(({ name, type }) => `  ${name} ${type}`)
    const before = nouns[index - 1]
    const to = before
      ? [
          `  ${lower(before)} ${before} @relation(fields: [${lower(before)}Id], references: [id])`,
          `  ${lower(before)}Id String`,
        ]
      : []
    const from = nouns[index + 1] ? [`  ${lower(nouns[index + 1])}s ${nouns[index + 1]}[]`] : []
    return `model ${noun} {\n  id String @id\n${[...columns, ...to, ...from].join('\n')}\n}\n`
  })
  return `datasource db {\n  provider = "postgresql"\n}\n\n${models.join('\n')}`
}

function fieldsOf(noun, indent) {
  const rows = columnsOf(noun).map(({ name, type }) => {
    const optional = type.endsWith('?')
    return `${indent}${name}${optional ? '?' : ''}: ${TYPES[type.replace('?', '')]}${optional ? ' | null' : ''}`
  })
  return rows.join('\n')
}

function dto({ noun, index }) {
  const fields = fieldsOf(noun, '  @IsOptional()\n  ')
  const text = `import { IsOptional } from 'class-validator'\n\nexport class Create${noun}${index}Dto {\n${fields}\n}\n`
  return [`server/src/${lower(noun)}/dto/create-${lower(noun)}-${index}.dto.ts`, text]
}

function service({ noun, index }) {
  const calls = columnsOf(noun)
    .map(({ name }) => methodOf(noun, name))
    .join('\n\n')
  const text = `import { Injectable } from '@nestjs/common'
import { PrismaService } from '../prisma.service'

@Injectable()
export class ${noun}${index}Service {
  constructor(private readonly prisma: PrismaService) {}

${calls}
}
`
  return [`server/src/${lower(noun)}/${lower(noun)}-${index}.service.ts`, text]
}

function methodOf(noun, field) {
  return `  async findBy${field}(value: string, page = 1): Promise<unknown> {
    if (!value) throw new Error(\`no ${field} for page \${page}\`)
    const found = await this.prisma.${lower(noun)}.findMany({
      where: { ${field}: value },
      skip: (page - 1) * 20,
      select: { id: true, ${field}: true },
    })
    return found.map((each) => ({ ...each, label: \`\${each.id} (\${each.${field}})\` }))
  }`
}

function controller({ noun, index }) {
  const text = `import { Body, Controller, Post } from '@nestjs/common'
import { Create${noun}${index - 2}Dto } from './dto/create-${lower(noun)}-${index - 2}.dto'

@Controller('${lower(noun)}s')
export class ${noun}${index}Controller {
  constructor(private readonly service: ${noun}${index - 1}Service) {}

  @Post()
  create(@Body() body: Create${noun}${index - 2}Dto) {
    return this.service.create(body)
  }
}
`
  return [`server/src/${lower(noun)}/${lower(noun)}-${index}.controller.ts`, text]
}

function clientType({ noun, index }) {
  const text = `export interface ${noun}${index > 400 ? index : ''} {\n  id: string\n${fieldsOf(noun, '  ')}\n}\n\nexport type ${noun}Key${index} = 'id' | 'code'\n`
  return [`client/src/types/${lower(noun)}-${index}.ts`, text]
}

function component({ noun, index }) {
  const fields = columnsOf(noun)
  const effects = fields.map(
    ({ name }) => `  const [${name}, set${name}] = useState(${lower(noun)}.${name})
  useEffect(() => {
    if (${name} !== ${lower(noun)}.${name}) onChange({ ...${lower(noun)}, ${name} })
  }, [${name}])`,
  )
  const rows = fields.map(
    ({ name }) =>
      `      <Row label="${name}" onClick={() => set${name}(${lower(noun)}.${name})}>{String(${name} ?? '–')}</Row>`,
  )
  const text = `import { useEffect, useState } from 'react'
import type { ${noun} } from '../types/${lower(noun)}'

interface ${noun}View${index}Props {
  ${lower(noun)}: ${noun}
  onChange: (value: ${noun}) => void
}

export function ${noun}View${index}({ ${lower(noun)}, onChange }: ${noun}View${index}Props) {
${effects.join('\n')}
  return (
    <section className="card">
      <h2>It is {${lower(noun)}.id}</h2>
${rows.join('\n')}
    </section>
  )
}
`
  return [`client/src/components/${lower(noun)}-view-${index}.tsx`, text]
}

function helper({ index }) {
  const functions = Array.from(
    { length: 12 },
    (_, at) => `export function format${index}x${at}(value: number, digits = ${at}): string {
  const text = value.toFixed(digits).replace(/\\B(?=(\\d{3})+$)/g, ',')
  return digits > ${at} ? \`~\${text}\` : text
}`,
  )
  return [`client/src/lib/format-${index}.ts`, `${functions.join('\n\n')}\n`]
}

function test({ noun, index }) {
  const cases = columnsOf(noun).map(
    ({ name }) => `  it('keeps ${name}', async () => {
    const ${lower(noun)} = { id: 'a', ${name}: 'b', nested: { values: [1, 2, 3] } }
    const saved = await service.save(${lower(noun)})
    expect(saved.${name}).toBe(${lower(noun)}.${name})
  })`,
  )
  return [
    `server/src/${lower(noun)}/${lower(noun)}-${index}.spec.ts`,
    `describe('${noun}', () => {\n${cases.join('\n\n')}\n})\n`,
  ]
}

function lower(noun) {
  return noun.charAt(0).toLowerCase() + noun.slice(1)
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const { values } = parseArgs({ options: { files: { type: 'string', default: '3000' }, out: { type: 'string' } } })
  if (!values.out) throw new Error('--out DIR is needed')
  generate(path.resolve(values.out), Number(values.files))
}
