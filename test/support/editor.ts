import { cpSync, existsSync, readdirSync, readFileSync, renameSync, rmSync } from 'node:fs'
import path from 'node:path'
import type { TextDocumentContentChangeEvent } from 'vscode-languageserver-protocol'
import { TextDocument } from 'vscode-languageserver-textdocument'
import type { Random } from '../../server/src/testing/random.js'
import { editAtRandom } from '../../server/src/testing/random-edits.js'
import type { LanguageClient } from './language-client.js'
import type { Workspace } from './workspace.js'

export interface EditorInput {
  readonly client: LanguageClient
  readonly workspace: Workspace
  /** Another folder, which is to hold what the editor shows. */
  readonly mirror: Workspace
  readonly random: Random
}

/** Someone who edits a workspace at random, in open documents and on disk, and tells the server all of it. */
export interface Editor {
  readonly client: LanguageClient
  /** What was done so far, a line each. */
  readonly done: string[]
  /** Does one thing. */
  act(): void
  /** The files as they are now, those of open documents included. */
  files(): readonly string[]
  /** Writes to the mirror what is on disk, with the texts of open documents for theirs. */
  reflect(): void
}

export function createEditor({ client, workspace, mirror, random }: EditorInput): Editor {
  const documents = new Map<string, string>()
  const done: string[] = []
  const first = onDisk(workspace.root)
  let commits = 0

  /** What someone sees who edits: documents for the files that are there, else these. */
  const seen = () => {
    const disk = onDisk(workspace.root)
    return new Map([...disk].map(([file, text]) => [file, documents.get(file) ?? text]))
  }
  const open = (file: string, text: string) => {
    client.open(file, text)
    documents.set(file, text)
  }
  const type = (file: string, text: string) => {
    const document = TextDocument.create(client.uri(file), 'typescript', 1, documents.get(file) ?? '')
    const changes = changesTo(text, document, random)
    client.change(file, changes)
    documents.set(file, TextDocument.update(document, [...changes], 2).getText())
  }
  const close = (file: string) => {
    client.close(file)
    documents.delete(file)
  }
  const write = (file: string, text: string) => {
    const isNew = !existsSync(workspace.at(file))
    workspace.write({ [file]: text })
    if (isNew) client.tellCreated(file)
    else client.tellChanged(file)
  }
  const remove = (file: string) => {
    rmSync(workspace.at(file))
    client.tellDeleted(file)
  }

  /** What a person types goes to documents; now and then a program writes, or files change that are not open. */
  const edit = () => {
    const before = seen()
    const now = new Map(before)
    const what = editAtRandom({ now, first }, random)
    const how: string[] = []
    for (const [file, text] of now) {
      if (before.get(file) === text) continue
      if (documents.has(file) && random.chance(85)) type(file, text)
      else if (before.has(file) && isTypedInto(file) && random.chance(50)) {
        open(file, before.get(file) ?? '')
        type(file, text)
        how.push(`opened ${file}`)
      } else {
        write(file, text)
        how.push(`wrote ${file}${documents.has(file) ? ', which is open' : ''}`)
      }
    }
    for (const file of before.keys()) {
      if (now.has(file)) continue
      if (documents.has(file) && random.chance(70)) close(file)
      remove(file)
    }
    return [what, ...how].join('; ')
  }

  const save = () => {
    const file = random.pick([...documents.keys()])
    write(file, documents.get(file) ?? '')
    client.save(file)
    return `saved ${file}`
  }
  const closeOne = () => {
    const file = random.pick([...documents.keys()])
    close(file)
    return `closed ${file}`
  }
  const openOne = () => {
    const closed = [...seen()].filter(([file]) => isTypedInto(file) && !documents.has(file))
    if (closed.length === 0) return 'nothing'
    const [file, text] = random.pick(closed)
    open(file, text)
    return `opened ${file}`
  }
  const ignore = () => {
    const ignored = random.pick([
      '',
      'web/src/types/index.ts\n',
      'stats/\n',
      '*.entity.ts\n',
      '/api/prisma/order.prisma\n',
    ])
    write('.gitignore', ignored)
    return `.gitignore: ${JSON.stringify(ignored)}`
  }
  const alias = () => {
    const target = random.pick(['./src/*', './src/types/*', './nowhere/*'])
    write('web/tsconfig.json', JSON.stringify({ compilerOptions: { paths: { '@/*': [target] } } }))
    return `web/tsconfig.json: @/* is ${target}`
  }
  const moveFolder = () => {
    const folders = ['web/src/types', 'web/src/kinds', 'api/src/users', 'api/src/people', 'stats', 'numbers']
    const [from = '', to = ''] = random
      .pick([
        [0, 1],
        [1, 0],
        [2, 3],
        [3, 2],
        [4, 5],
        [5, 4],
      ])
      .map((index) => folders[index] ?? '')
    if (!existsSync(workspace.at(from)) || existsSync(workspace.at(to))) return 'nothing'
    for (const file of documents.keys()) if (file.startsWith(`${from}/`)) close(file)
    renameSync(workspace.at(from), workspace.at(to))
    client.tellDeleted(from)
    client.tellCreated(to)
    return `${from}: moved to ${to}`
  }
  const commit = () => {
    commits++
    workspace.git('add', '--all')
    workspace.git('commit', '--quiet', '--allow-empty', '--message', 'More')
    client.tellChanged('.git/logs/HEAD')
    return 'committed'
  }

  const act = (): string => {
    const kind = random.below(100)
    if (documents.size > 0 && kind < 8) return save()
    if (documents.size > 0 && kind < 13) return closeOne()
    if (kind < 17) return openOne()
    if (kind < 19) return ignore()
    if (kind < 21) return alias()
    if (kind < 24) return moveFolder()
    return kind < 25 ? commit() : edit()
  }

  let reflected = { files: new Map<string, string>(), commits: -1 }
  return {
    client,
    done,
    act: () => void done.push(act()),
    files: () => [...seen().keys()],
    reflect() {
      const now = seen()
      for (const file of reflected.files.keys()) if (!now.has(file)) rmSync(mirror.at(file), { force: true })
      for (const [file, text] of now) if (reflected.files.get(file) !== text) mirror.write({ [file]: text })
      if (reflected.commits !== commits) {
        rmSync(mirror.at('.git'), { recursive: true, force: true })
        cpSync(workspace.at('.git'), mirror.at('.git'), { recursive: true })
      }
      reflected = { files: now, commits }
    },
  }
}

/** Ignore files and the configuration count as they are saved. */
function isTypedInto(file: string): boolean {
  return !/(^|\/)\.gitignore$|^prisma-drift\.config/.test(file)
}

function onDisk(root: string): ReadonlyMap<string, string> {
  const entries = readdirSync(root, { recursive: true, withFileTypes: true })
  const files = entries
    .filter((entry) => entry.isFile())
    .map((entry) => path.relative(root, path.join(entry.parentPath, entry.name)))
  const own = files.filter((file) => !file.startsWith('.git/')).sort()
  return new Map(own.map((file) => [file, readFileSync(path.join(root, file), 'utf8')]))
}

/** What makes a document hold a text: all of it, one span, or two. The document may take it a little otherwise, between `\\r` and `\\n`. */
function changesTo(after: string, document: TextDocument, random: Random): readonly TextDocumentContentChangeEvent[] {
  const before = document.getText()
  if (random.chance(10)) return [{ text: after }]
  const shorter = Math.min(before.length, after.length)
  let start = 0
  while (start < shorter && before[start] === after[start]) start++
  let end = 0
  while (end < shorter - start && before.at(-1 - end) === after.at(-1 - end)) end++
  const added = after.slice(start, after.length - end)
  const typed = random.chance(30) ? random.below(added.length + 1) : 0
  const range = { start: document.positionAt(start), end: document.positionAt(before.length - end) }
  const rest = { range, text: added.slice(typed) }
  // What was typed first stands in front, and is told last here.
  return typed === 0 ? [rest] : [rest, { range: { start: range.start, end: range.start }, text: added.slice(0, typed) }]
}
