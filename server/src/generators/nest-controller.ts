import { camelCase, kebabCase } from 'change-case'
import type { Model } from '../model/schema.js'
import { pluralOf } from './name-pattern.js'
import { type ServerKey, serverKeysOf } from './server-key.js'
import { type Block, type ImportedName, quotedIn } from './source-text.js'
import type { TextStyle } from './style.js'

export interface NestControllerOptions {
  readonly name: string
  readonly style: TextStyle
  readonly clientModule: string
  readonly service: ImportedName
  readonly create: ImportedName
  readonly update: ImportedName
}

/** A NestJS controller with the routes of a model's records. */
export function generateNestController(model: Model, options: NestControllerOptions): Block {
  const { name, style, clientModule, service, create, update } = options
  const keys = serverKeysOf(model)
  const canWrite = model.kind === 'model' && keys.length > 0
  const field = camelCase(pluralOf(model.name))
  const routes = routesOf(keys, options, field)
  const own = canWrite ? routes : routes.slice(0, 1)
  const { indent, semicolon } = style
  const methods = own.map(
    ({ decorator, head, call }) =>
      `${indent}@${decorator}\n${indent}${head} {\n${indent.repeat(2)}return ${call}${semicolon}\n${indent}}`,
  )
  const made = `${indent}constructor(private readonly ${field}: ${service.name}) {}`
  const nest = canWrite ? ['Body', 'Controller', 'Delete', 'Get', 'Param', 'Patch', 'Post'] : ['Controller', 'Get']
  const pipes = canWrite ? keys.flatMap(({ pipe }) => pipe ?? []) : []
  const client = canWrite ? keys.flatMap(({ fromClient }) => fromClient ?? []) : []
  return {
    imports: [
      ...[...nest, ...pipes].map((each) => ({ name: each, module: '@nestjs/common', kind: 'value' as const })),
      ...client.map((each) => ({ name: each, module: clientModule, kind: 'value' as const })),
      service,
      ...(canWrite ? [create, update] : []),
    ],
    text: `@Controller(${quotedIn(kebabCase(pluralOf(model.name)), style)})\nexport class ${name} {\n${[made, ...methods].join('\n\n')}\n}`,
  }
}

interface Route {
  readonly decorator: string
  readonly head: string
  readonly call: string
}

function routesOf(keys: readonly ServerKey[], options: NestControllerOptions, field: string): readonly Route[] {
  const { style, create, update } = options
  const path = quotedIn(keys.map(({ name }) => `:${name}`).join('/'), style)
  const parameters = keys.map(({ name, pipe, parameter }) => {
    return `@Param(${[quotedIn(name, style), ...(pipe ? [pipe] : [])].join(', ')}) ${name}: ${parameter}`
  })
  const one = parameters.join(', ')
  const given = keys.map(({ name, fromText }) => fromText(name).replaceAll("'", style.quote)).join(', ')
  const service = `this.${field}`
  return [
    { decorator: 'Get()', head: 'findAll()', call: `${service}.findAll()` },
    { decorator: `Get(${path})`, head: `findOne(${one})`, call: `${service}.findOne(${given})` },
    { decorator: 'Post()', head: `create(@Body() dto: ${create.name})`, call: `${service}.create(dto)` },
    {
      decorator: `Patch(${path})`,
      head: `update(${one}, @Body() dto: ${update.name})`,
      call: `${service}.update(${given}, dto)`,
    },
    { decorator: `Delete(${path})`, head: `remove(${one})`, call: `${service}.remove(${given})` },
  ]
}
