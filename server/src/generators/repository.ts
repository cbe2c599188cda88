import type { Model } from '../model/schema.js'
import { delegateOf, serverKeysOf, whereText } from './server-key.js'
import type { Block, ImportedName } from './source-text.js'
import type { TextStyle } from './style.js'

export interface RepositoryOptions {
  readonly name: string
  readonly style: TextStyle
  /** The class that it works with: the project's Prisma service, or the client. */
  readonly prisma: ImportedName
  readonly clientModule: string
  /** Whether NestJS makes it. */
  readonly isInjectable: boolean
}

/** A class with the queries of a model's records. */
export function generateRepository(model: Model, options: RepositoryOptions): Block {
  const { name, style, prisma, clientModule, isInjectable } = options
  const keys = serverKeysOf(model)
  const calls = methodsOf(model)
  const methods = calls.map(({ head, call }) => {
    const body = `return this.prisma.${delegateOf(model.name)}.${call}${style.semicolon}`
    return `${style.indent}${head} {\n${style.indent.repeat(2)}${body}\n${style.indent}}`
  })
  const made = `${style.indent}constructor(private readonly prisma: ${prisma.name}) {}`
  const decorator = isInjectable ? '@Injectable()\n' : ''
  const client = keys.flatMap(({ fromClient }) => fromClient ?? []).map((each) => fromModule(each, clientModule))
  return {
    imports: [
      prisma,
      ...client,
      ...(calls.some(({ head }) => head.includes('Prisma.')) ? [fromModule('Prisma', clientModule)] : []),
      ...(isInjectable ? [fromModule('Injectable', '@nestjs/common')] : []),
    ],
    text: `${decorator}export class ${name} {\n${[made, ...methods].join('\n\n')}\n}`,
  }
}

function fromModule(name: string, module: string): ImportedName {
  return { name, module, kind: 'value' }
}

function methodsOf(model: Model): readonly { readonly head: string; readonly call: string }[] {
  const keys = serverKeysOf(model)
  const parameters = keys.map(({ name, type }) => `${name}: ${type}`).join(', ')
  const where = whereText(model)
  const input = (kind: string) => `data: Prisma.${model.name}Unchecked${kind}Input`
  const list = { head: 'findMany()', call: 'findMany()' }
  if (model.kind !== 'model' || keys.length === 0) return [list]
  return [
    list,
    { head: `findOne(${parameters})`, call: `findUnique({ where: ${where} })` },
    { head: `create(${input('Create')})`, call: 'create({ data })' },
    { head: `update(${parameters}, ${input('Update')})`, call: `update({ where: ${where}, data })` },
    { head: `delete(${parameters})`, call: `delete({ where: ${where} })` },
  ]
}
