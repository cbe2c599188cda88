import type { Shape } from '../model/shape.js'
import type { ModelNames } from './candidates.js'
import { stemsOf, wordsOf } from './words.js'

/** Last words of names that are never a record: user interface state, forms, framework contexts. */
const NEVER_LAST = new Set(
  `props state component context form store hook handler service module guard controller provider repository resolver
  gateway interceptor middleware pipe strategy processor error exception factory layout modal dialog button icon`.split(
    /\s+/,
  ),
)
const NEVER_FIRST = new Set(['masked', 'template', 'mock', 'use', 'external', 'local'])
const CREDENTIAL = /^(login|log_?in|sign_?in|auth_?login|auth_?sign_?in|o?auth_?sign_?in|credentials?|jwt)/i
const TOKEN_CLAIMS = /(jwt|token).*(payload|claims)$|claims$/i
/** What is told to others when something has happened: `OrderCreatedPayload`. */
const HAPPENED = /[a-z](Created|Updated|Deleted|Removed|Completed|Changed|Cancelled)(Payload|Event|Message)$/
const ENVELOPE = new Set(
  'data items meta total results success message error statuscode status page limit pagination totalpages count hasmore nextcursor rows records pagesize'.split(
    ' ',
  ),
)

/** Where people keep what they read from services of others. */
const FOREIGN_FOLDER = /(^|[/.-])(crawlers?|scrapers?|spiders?|third-?party)[/.-]/i

const ANSWER = new Set(['response', 'result', 'reply'])

/**
 * Why a type cannot be a copy of a record, or undefined: envelopes, props, state, forms, credentials, token claims.
 * Each of these tempts a matcher by its name or its fields. What the models are called counts: a project with a model
 * `Service` has types of that name, one with a model `OutboxEvent` keeps events, one with a `Template` has such records.
 */
export function exclusionOf(
  shape: Shape,
  { lastWords: modelWords, entriesWith }: Pick<ModelNames, 'lastWords' | 'entriesWith'>,
): string | undefined {
  const words = wordsOf(shape.name)
  if (isNeverPaired(shape.name, modelWords)) return `a ${words.at(-1)} type`
  if (NEVER_FIRST.has(words[0] ?? '') && entriesWith(words.slice(0, 1)).length === 0) return `a ${words[0]} type`
  if (CREDENTIAL.test(shape.name) || TOKEN_CLAIMS.test(shape.name)) return 'credentials or token claims'
  if (isEnvelope(shape) || isAnswer(shape, words)) return 'an envelope around records'
  if (FOREIGN_FOLDER.test(shape.file)) return 'of another service'
  if (HAPPENED.test(shape.name) && !modelWords.has(words.at(-1) ?? '')) return 'an event around a record'
  if (isSessionUser(shape)) return 'the user of a session'
  if (isEvent(shape) && !modelWords.has('event')) return 'an event around a record'
  if (
    shape.properties.some(({ type }) =>
      /^(React|JSX)\.|^(ReactNode|ReactElement|ComponentType|FC)\b/.test(type.name ?? ''),
    )
  ) {
    return 'user interface'
  }
  if (shape.properties.some(({ type }) => /^FormControl\b|^FormArray\b/.test(type.name ?? ''))) return 'a form'
  return undefined
}

/** Whether a type is called a mock, a template and the like of a model's records: `TemplateUser` of a `User`. */
export function isLikenessOf(model: string, { name }: Shape): boolean {
  const [first = ''] = wordsOf(name)
  return NEVER_FIRST.has(first) && !stemsOf(model).includes(first)
}

/** Whether the last word of a name says that it is no record, unless it is a model's own last word. */
export function isNeverPaired(name: string, modelWords: ReadonlySet<string>): boolean {
  const last = wordsOf(name).at(-1) ?? ''
  const isSentForm = last === 'form' && SENT.has(wordsOf(name)[0] ?? '')
  return NEVER_LAST.has(last) && !isSentForm && !modelWords.has(last)
}

/** `CreateOrderForm` holds what is sent to make one. */
const SENT = new Set(['create', 'update', 'edit', 'add', 'new'])

/** `{ id, event, createdAt, data }`: what webhooks and queues carry. */
function isEvent({ properties }: Shape): boolean {
  const names = new Set(properties.map(({ name }) => name.toLowerCase()))
  return (
    (names.has('data') || names.has('payload')) && (names.has('event') || names.has('eventtype')) && names.size <= 6
  )
}

/** Half or more of it paging and result words, with a list or an object under one of them, and no key: a cart has items too. */
function isEnvelope(shape: Shape): boolean {
  const names = shape.properties.map(({ name }) => name.toLowerCase())
  const payload = shape.properties.some(
    ({ name, type }) => ENVELOPE.has(name.toLowerCase()) && (type.list === true || type.shape() !== undefined),
  )
  const wrapping = names.filter((name) => ENVELOPE.has(name)).length
  const enough = wrapping >= names.length / 2 && (wrapping > 1 || names.length === 1)
  return payload && enough && !names.includes('id')
}

/** `GetOrderResponse { status, order }`, `DeleteOrderResponse { status, message }`: how it went, and records. */
function isAnswer({ properties }: Shape, words: readonly string[]): boolean {
  if (!ANSWER.has(words.filter((word) => word !== 'dto').at(-1) ?? '')) return false
  const told = properties.filter(({ name }) => ENVELOPE.has(name.toLowerCase()))
  const rest = properties.filter((property) => !told.includes(property))
  const holds = rest.length > 0 || told.some(({ name }) => /^(message|error|success)$/i.test(name))
  return told.length > 0 && holds && rest.every(({ type }) => type.shape() !== undefined || !type.known)
}

/** What frameworks for signing in know of a user, such as Auth.js: nothing of it for sure, the key included. */
function isSessionUser({ properties }: Shape): boolean {
  const isUnsure = properties.every(({ optional, type }) => optional && type.admitsNull === true)
  return isUnsure && properties.length > 1 && properties.some(({ name }) => name === 'id')
}
