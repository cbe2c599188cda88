import { escapePattern } from '../text/escape-pattern.js'
import type { FileId } from '../text/file-id.js'
import type { Texts } from './texts.js'

/** Files of which the texts alone say what they do with values of a name. */
export interface TextEvidence {
  /** Files that ask anybody for data. */
  asking(): ReadonlyMap<FileId, unknown>
  /** Files that make a store of a client and ask nobody for what it holds. */
  keeping(): ReadonlyMap<FileId, unknown>
  /** Those that make a number of it: `Number(values.price)`. */
  reckoning(name: string): Iterable<FileId>
  /** Those that spread what is under it: `...user.profile`. */
  spreading(name: string): Iterable<FileId>
  /** By file the names whose values are written under it: `sentAt` for `createdAt: message.sentAt`. */
  mapping(name: string): ReadonlyMap<FileId, readonly string[]>
  /** The same with those that have a default: `sentAt` for `createdAt: message.sentAt ?? now`. */
  carrying(name: string): ReadonlyMap<FileId, readonly string[]>
  /** Those that delete it. */
  deleting(name: string): Iterable<FileId>
  /** Those that hand it on under another name: `age: form.years`. */
  renaming(name: string, other: string): Iterable<FileId>
}

export function createTextEvidence(texts: Texts): TextEvidence {
  const asking = texts.scan(() => ({ ask: (text) => ASKING.test(text) || undefined }), 'eager')
  const keeping = texts.scan(() => ({ anyOf: STORES, ask: (text) => keepsOwnState(text) || undefined }), 'eager')
  const holding = (patternOf: (name: string) => RegExp) =>
    texts.scan((name) => {
      const pattern = patternOf(escapePattern(name))
      return { names: [name], ask: (text) => pattern.test(text) || undefined }
    })
  const reckoning = holding(
    (name) => new RegExp(`\\b(?:Number|parseInt|parseFloat)\\(\\s*(?:[\\w$]+[?!]?\\.)*${name}\\b`),
  )
  const spreading = holding((name) => new RegExp(`\\.\\.\\.[^,;{}\\n]*\\.${name}\\b(?![.(])`))
  const writing = (end: string) =>
    texts.scan((name) => {
      const written = new RegExp(`\\b${escapePattern(name)}['"]?\\s*:\\s*(?:[\\w$]+[?!]?\\.)+(\\w+)\\s*${end}`, 'g')
      return { names: [name], ask: (text) => columnsOf(text.matchAll(written)) }
    })
  const mapping = writing('[,}\\n]')
  const carrying = writing('(?:[,}\\n]|\\?\\?)')
  const deleting = texts.scan((name) => ({
    names: [name, 'delete'],
    ask: (text) => new RegExp(`\\bdelete\\s[^\\n;]*\\b${escapePattern(name)}\\b`).test(text) || undefined,
  }))
  const renaming = texts.scan((key) => {
    const [name = '', other = ''] = key.split('\n')
    const renames = new RegExp(`\\b${escapePattern(other)}['"]?\\s*:\\s*[\\w.?!(\\s]{0,60}\\.${escapePattern(name)}\\b`)
    return { names: [name, other], ask: (text) => renames.test(text) || undefined }
  })
  return {
    asking: () => asking(''),
    keeping: () => keeping(''),
    reckoning: (name) => reckoning(name).keys(),
    spreading: (name) => spreading(name).keys(),
    mapping,
    carrying,
    deleting: (name) => deleting(name).keys(),
    renaming: (name, other) => renaming(`${name}\n${other}`).keys(),
  }
}

function columnsOf(found: Iterable<RegExpMatchArray>): readonly string[] | undefined {
  const columns = [...found].map(([, column = '']) => column)
  return columns.length > 0 ? columns : undefined
}

/** Packages with which clients keep state. */
const STORES = ['zustand', '@reduxjs/toolkit', 'jotai', 'valtio', 'mobx', 'pinia', 'recoil', 'nanostores']

const STORE = new RegExp(`\\bfrom\\s*['"](?:${STORES.join('|')})(?:/[^'"]*)?['"]`)

/** Waiting, and the names of what fetches: clients, services. */
const FETCHING =
  /fetch|\.then\s*\(|\b(?:await|axios|api|http|trpc|supabase)\b|\w(?:Api|Service|Client)\b|createAsyncThunk/i

/** A store that reaches for nothing: what it holds is made where people click. */
function keepsOwnState(text: string): boolean {
  return STORE.test(text) && !FETCHING.test(text)
}

/** The same, subscribing, and hooks of queries, stores and contexts. */
const ASKING = new RegExp(
  `${FETCHING.source}|\\bsubscribe\\b|\\buse\\w*(?:Query|Mutation|SWR|Fetch|Loader\\w*|Data|Store|Selector|Context)\\b`,
  'i',
)
