import { camelCase, noCase } from 'change-case'
import type { Model } from '../model/schema.js'
import { delegateOf, serverKeysOf, whereText } from './server-key.js'
import type { Block, ImportedName } from './source-text.js'
import type { TextStyle } from './style.js'

export interface NestServiceOptions {
  readonly name: string
  readonly style: TextStyle
  readonly prisma: ImportedName
  readonly clientModule: string
  readonly create: ImportedName
  readonly update: ImportedName
  /** The columns that it answers; undefined where it may answer all. */
  readonly selected: readonly string[] | undefined
}

/** A NestJS service that reads, makes, changes and removes the records of a model. */
export function generateNestService(model: Model, options: NestServiceOptions): Block {
  const { name, style, prisma, clientModule, create, update, selected } = options
  const { indent, semicolon } = style
  const keys = serverKeysOf(model)
  const canWrite = model.kind === 'model' && keys.length > 0
  const select = selected
    ? `const select = {\n${selected.map((each) => `${indent}${each}: true`).join(',\n')}${style.trailingComma}\n} as const${semicolon}\n\n`
    : ''
  const nest = ['Injectable', ...(canWrite ? ['NotFoundException'] : [])]
  const made = `constructor(private readonly prisma: ${prisma.name}) {}`
  const methods = [made, ...methodsOf(model, options).map((lines) => written(lines, style))]
  const body = methods.map((method) => `${indent}${method.replaceAll('\n', `\n${indent}`)}`).join('\n\n')
  const client = canWrite ? keys.flatMap(({ fromClient }) => fromClient ?? []) : []
  return {
    imports: [
      ...nest.map((each) => ({ name: each, module: '@nestjs/common', kind: 'value' as const })),
      ...client.map((each) => ({ name: each, module: clientModule, kind: 'value' as const })),
      prisma,
      ...(canWrite ? [create, update] : []),
    ],
    text: `${select}@Injectable()\nexport class ${name} {\n${body}\n}`,
  }
}

type Method = readonly [head: string, ...statements: string[]]

function methodsOf(model: Model, { create, update, selected }: NestServiceOptions): readonly Method[] {
  const keys = serverKeysOf(model)
  const table = `this.prisma.${delegateOf(model.name)}`
  const parameters = keys.map(({ name, type }) => `${name}: ${type}`).join(', ')
  const names = keys.map(({ name }) => name).join(', ')
  const where = `where: ${whereText(model)}`
  const select = selected ? ', select' : ''
  const record = camelCase(model.name)
  const found = keys.some(({ name }) => name === record) ? 'found' : record
  const missing = `\`No ${noCase(model.name)} ${keys.map(({ name }) => `\${${name}}`).join(', ')}\``
  const list: Method = ['findAll()', `return ${table}.findMany(${selected ? '{ select }' : ''})`]
  if (model.kind !== 'model' || keys.length === 0) return [list]
  return [
    list,
    [
      `async findOne(${parameters})`,
      `const ${found} = await ${table}.findUnique({ ${where}${select} })`,
      `if (!${found}) throw new NotFoundException(${missing})`,
      `return ${found}`,
    ],
    [`create(dto: ${create.name})`, `return ${table}.create({ data: dto${select} })`],
    [
      `async update(${parameters}, dto: ${update.name})`,
      `await this.findOne(${names})`,
      `return ${table}.update({ ${where}, data: dto${select} })`,
    ],
    [`async remove(${parameters})`, `await this.findOne(${names})`, `await ${table}.delete({ ${where} })`],
  ]
}

function written([head, ...statements]: Method, { indent, semicolon }: TextStyle): string {
  return `${head} {\n${statements.map((each) => `${indent}${each}${semicolon}\n`).join('')}}`
}
