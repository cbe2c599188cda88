import { camelCase, kebabCase, pascalCase } from 'change-case'
import { pluralOf } from './name-pattern.js'
import { type Block, MAX_WIDTH, quotedIn } from './source-text.js'
import type { TextStyle } from './style.js'

/** A column that a record is addressed by, with the type of its values on the client. */
export interface Key {
  readonly name: string
  readonly type: string
  /** Whether its values may hold characters that a path cannot. */
  readonly isText: boolean
}

/** How the methods of a client make a request. */
export interface CallForm {
  /** `request('GET', path, body)`, `request(path, { method, body })`, or `get(path)` and `post(path, body)`. */
  readonly kind: 'method-first' | 'options' | 'verbs'
  /** What is called: `this.request`, or for verbs what they are called on. */
  readonly target: string
  /** What stands in front of the paths, as in a template: `${this.baseUrl}`, or nothing. */
  readonly base: string
  /** Whether the type argument is `ApiResponse<T>`. */
  readonly wraps: boolean
  /** What methods say they return, around the type; undefined where they leave it to inference. */
  readonly returns: 'response' | 'value' | undefined
  /** Whether methods that read are called `getOrder`. */
  readonly getPrefix: boolean
}

export interface ApiClientOptions {
  readonly style: TextStyle
  readonly form: CallForm
  readonly record: string
  /** The types of bodies; undefined for records that cannot be written. */
  readonly create: string | undefined
  readonly update: string | undefined
  /** Empty where nothing addresses a single record. */
  readonly keys: readonly Key[]
}

export interface ApiMethod {
  readonly name: string
  readonly text: string
}

/** The methods by which a client lists, reads, makes, changes and deletes the records of a model. */
export function generateApiMethods(model: string, options: ApiClientOptions): readonly ApiMethod[] {
  const { form, record, create, update, keys } = options
  const one = pascalCase(model)
  const many = pascalCase(pluralOf(model))
  const named = (name: string) => (form.getPrefix ? `get${name}` : camelCase(name))
  const list: MethodPlan = {
    name: named(many === one ? `${one}List` : many),
    verb: 'GET',
    result: `${record}[]`,
    keyed: false,
  }
  const plans: readonly (MethodPlan | undefined)[] = [
    list,
    keys.length > 0 ? { name: named(one), verb: 'GET', result: record, keyed: true } : undefined,
    create ? { name: `create${one}`, verb: 'POST', result: record, body: create, keyed: false } : undefined,
    update && keys.length > 0
      ? { name: `update${one}`, verb: 'PATCH', result: record, body: update, keyed: true }
      : undefined,
    create && keys.length > 0 ? { name: `delete${one}`, verb: 'DELETE', result: 'void', keyed: true } : undefined,
  ]
  const root = `/${kebabCase(pluralOf(model))}`
  return plans.flatMap((plan) => (plan ? [{ name: plan.name, text: methodText(plan, root, options) }] : []))
}

interface MethodPlan {
  readonly name: string
  readonly verb: 'GET' | 'POST' | 'PATCH' | 'DELETE'
  readonly result: string
  readonly body?: string
  readonly keyed: boolean
}

function methodText(plan: MethodPlan, root: string, { style, form, keys }: ApiClientOptions): string {
  const own = plan.keyed ? keys : []
  const parameters = [...own.map(({ name, type }) => `${name}: ${type}`), ...(plan.body ? [`body: ${plan.body}`] : [])]
  const returned = form.returns === 'response' ? `ApiResponse<${plan.result}>` : plan.result
  const annotation = form.returns ? `: Promise<${returned}>` : ''
  const call = callText(plan, pathText(form.base + root, own, style), form, style)
  return `${plan.name}(${parameters.join(', ')})${annotation} {\n${style.indent}return ${call}${style.semicolon}\n}`
}

function pathText(root: string, keys: readonly Key[], style: TextStyle): string {
  if (keys.length === 0) return root.startsWith('${') ? `\`${root}\`` : quotedIn(root, style)
  const parts = keys.map(({ name, isText }) => (isText ? `\${encodeURIComponent(${name})}` : `\${${name}}`))
  return `\`${root}/${parts.join('/')}\``
}

function callText({ verb, result, body }: MethodPlan, path: string, form: CallForm, style: TextStyle): string {
  const type = form.wraps ? `ApiResponse<${result}>` : result
  const method = quotedIn(verb, style)
  if (form.kind === 'verbs') return `${form.target}.${verb.toLowerCase()}<${type}>(${path}${body ? ', body' : ''})`
  if (form.kind === 'method-first') return `${form.target}<${type}>(${method}, ${path}${body ? ', body' : ''})`
  const options = body
    ? `, { method: ${method}, body: JSON.stringify(body) }`
    : verb === 'GET'
      ? ''
      : `, { method: ${method} }`
  return `${form.target}<${type}>(${path}${options})`
}

/** A client to begin with, where a project has none: it answers data or an error. */
export function generateApiClient(style: TextStyle): readonly Block[] {
  const q = (text: string) => quotedIn(text, style)
  const { semicolon: end, indent: tab, trailingComma: comma, memberEnd } = style
  const response = `export interface ApiResponse<T> {
${tab}data?: T${memberEnd}
${tab}error?: { status: number${memberEnd === ',' ? ',' : ';'} message: string }${memberEnd}
}`
  const client = `export class ApiClient {
${tab}constructor(private readonly baseUrl: string) {}

${tab}private async request<T>(method: string, path: string, body?: unknown): Promise<ApiResponse<T>> {
${tab}${tab}const response = await fetch(this.baseUrl + path, {
${tab}${tab}${tab}method,
${tab}${tab}${tab}headers: { ${q('content-type')}: ${q('application/json')} },
${tab}${tab}${tab}body: body === undefined ? null : JSON.stringify(body)${comma}
${tab}${tab}})${end}
${tab}${tab}const text = await response.text()${end}
${tab}${tab}if (!response.ok) return { error: { status: response.status, message: text } }${end}
${tab}${tab}return text === ${q('')} ? {} : { data: JSON.parse(text) }${end}
${tab}}
}`
  return [response, client].map((text) => ({ imports: [], text }))
}

/** Its methods. */
export const OWN_CLIENT: CallForm = {
  kind: 'method-first',
  target: 'this.request',
  base: '',
  wraps: false,
  returns: 'response',
  getPrefix: true,
}

/** Types of bodies, made from the record's: a part of it, of which some may be left out. */
export function generateBody(
  name: string,
  record: string,
  { required, optional }: { readonly required: readonly string[]; readonly optional: readonly string[] },
  style: TextStyle,
): Block {
  const pick = (names: readonly string[]) =>
    `Pick<${record}, ${names.map((each) => quotedIn(each, style)).join(' | ')}>`
  const parts = [
    ...(required.length > 0 ? [pick(required)] : []),
    ...(optional.length > 0 ? [`Partial<${pick(optional)}>`] : []),
  ]
  const line = `export type ${name} = ${parts.join(' & ') || 'Record<string, never>'}${style.semicolon}`
  if (line.length <= MAX_WIDTH || parts.length < 2) return { imports: [], text: line }
  return { imports: [], text: `export type ${name} = ${parts.join(` &\n${style.indent}`)}${style.semicolon}` }
}
