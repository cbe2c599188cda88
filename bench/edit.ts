// What a keystroke costs in the language server, from `didChange` to the answer of the next pull, beside parsing the
// file or scanning the schema that it is typed into: server, client and yardstick in one process.
//   node bench/edit.mjs [--rounds 400] [--models 300] [--files 3000] [--edits 10000] [--starts 3] [--only 'a type edit']
import { spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { pathToFileURL } from 'node:url'
import { parseArgs } from 'node:util'
import { scanSchema } from '../server/src/prisma/scan.js'
import { countRuns } from '../server/src/query/query.js'
import { parse } from '../server/src/typescript/parse.js'
import { startClient } from '../test/support/language-client.js'
import { editingWorkspace } from './editing-workspace.js'
import { type Editor, startEditor } from './editor.js'

const { values } = parseArgs({
  options: {
    rounds: { type: 'string', default: '400' },
    models: { type: 'string', default: '300' },
    files: { type: 'string', default: '3000' },
    edits: { type: 'string', default: '10000' },
    starts: { type: 'string', default: '3' },
    only: { type: 'string', default: '' },
  },
})

/** Files and models typed into in turn, as people do, rather than each once: what is asked first is read first. */
const TYPED_INTO = 10

const workspace = editingWorkspace({ models: Number(values.models), files: Number(values.files), length: 10_000 })
const root = mkdtempSync(path.join(tmpdir(), 'prisma-drift-bench-'))
try {
  for (const [file, text] of workspace.files) {
    const target = path.join(root, file)
    mkdirSync(path.dirname(target), { recursive: true })
    writeFileSync(target, text)
  }
  await run()
} finally {
  rmSync(root, { recursive: true, force: true })
}

async function run(): Promise<void> {
  if (Number(values.starts) > 0) await measureStart()
  const editor = await startEditor(root)
  const typeFiles = workspace.typeFiles.slice(0, TYPED_INTO)
  for (const file of [...typeFiles, workspace.schema]) await editor.open(uriOf(file), textOf(file))
  await editor.pull(uriOf(workspace.schema))
  const typeFile = (round: number) => typeFiles[round % typeFiles.length] ?? ''
  await measure(editor, 'a type edit', (round) => {
    const file = typeFile(round)
    return { file, find: 'amount: number', replace: 'amount: string', yardstick: (text) => parse(file, text) }
  })
  await measure(editor, 'a comment in a type file', (round) => {
    const file = typeFile(round)
    return {
      file,
      find: 'export interface',
      replace: `// ${round}\nexport interface`,
      yardstick: (text) => parse(file, text),
    }
  })
  await measure(editor, 'a column of the schema', (round) => {
    const model = workspace.models[round % TYPED_INTO]
    return {
      file: workspace.schema,
      after: `model ${model} {`,
      find: 'amount Int',
      replace: 'amount String',
      yardstick: scanSchema,
    }
  })
  await measure(editor, 'a comment in the schema', (round) => {
    const model = workspace.models[round % TYPED_INTO]
    return {
      file: workspace.schema,
      find: `model ${model} {`,
      replace: `// ${round}\nmodel ${model} {`,
      yardstick: scanSchema,
    }
  })
  if (Number(values.edits) > 100) await measureMemory(editor, typeFile)
  editor.close()
}

/** A server's first findings, of one file and of all, beside a cold check: each a process of its own, in turn. */
async function measureStart(): Promise<void> {
  const [first = '', rounds] = [workspace.typeFiles[0], { check: [0], file: [0], all: [0] }]
  for (let round = 0; round < Number(values.starts); round++) {
    const checked = timed()
    spawnSync(process.execPath, [path.resolve('dist/cli.js'), 'check', '--format', 'json', '--fail-on', 'never'], {
      cwd: root,
    })
    rounds.check.push(checked().all)
    const started = timed()
    const client = await startClient(root)
    client.open(first, textOf(first))
    await client.pull(first)
    rounds.file.push(started().all)
    await client.pullAll()
    rounds.all.push(started().all)
    await client.stop()
  }
  const [check, file, all] = [rounds.check, rounds.file, rounds.all].map((each) => Math.min(...each.slice(1)))
  say(`${workspace.files.size} files, ${values.models} models: a cold check ${told(check)}`)
  say(`  first findings of one file ${told(file)} = ${ratio(file, check)}, of all ${told(all)} = ${ratio(all, check)}`)
}

function told(time = 0): string {
  return `${time.toFixed(0)} ms`
}

function ratio(time = 0, beside = 0): string {
  return `${(time / beside).toFixed(2)} x`
}

interface Edit {
  readonly file: string
  /** Where to begin to look. */
  readonly after?: string
  readonly find: string
  readonly replace: string
  readonly yardstick: (text: string) => unknown
}

async function measure(editor: Editor, name: string, editOf: (round: number) => Edit): Promise<void> {
  if (!name.includes(values.only)) return
  const [edits, yards, runs]: [Timed[], Timed[], number[]] = [[], [], []]
  const rounds = Number(values.rounds)
  for (let round = 0; round < rounds; round++) {
    const { file, after = '', find, replace, yardstick } = editOf(round)
    const text = textOf(file)
    const start = text.indexOf(find, text.indexOf(after))
    const before = countRuns()
    const edited = timed()
    editor.change(uriOf(file), start, start + find.length, replace)
    await editor.pull(uriOf(file))
    edits.push(edited())
    runs.push(countRuns() - before)
    const measured = timed()
    yardstick(text.slice(0, start) + replace + text.slice(start + find.length))
    yards.push(measured())
    editor.change(uriOf(file), start, start + replace.length, find)
    await editor.pull(uriOf(file))
    // A person pauses now and then; the server uses that.
    if (round % 50 === 49) await new Promise((resolve) => setTimeout(resolve, 400))
  }
  const warm = (all: readonly Timed[], part: keyof Timed) => all.slice(rounds / 10).map((each) => each[part])
  say(`${name}: ${quantile(runs, 0.5)} queries run`)
  for (const part of ['all', 'own'] as const) {
    const [typical, p50, p95] = [
      quantile(warm(yards, part), 0.5),
      quantile(warm(edits, part), 0.5),
      quantile(warm(edits, part), 0.95),
    ]
    const times = `p50 ${p50.toFixed(2)} ms = ${(p50 / typical).toFixed(2)} x   p95 ${p95.toFixed(2)} ms = ${(p95 / typical).toFixed(2)} x`
    say(
      `  ${part === 'all' ? 'as felt            ' : "others' time aside "}  ${times}   yardstick ${typical.toFixed(2)} ms`,
    )
  }
}

/** How long something took, in ms. */
interface Timed {
  readonly all: number
  /** Without the time in which this thread was ready to run while others ran: on a busy machine most of the p95. */
  readonly own: number
}

function timed(): () => Timed {
  const [began, waitedBefore] = [performance.now(), waited()]
  return () => {
    const all = performance.now() - began
    return { all, own: all - (waited() - waitedBefore) }
  }
}

async function measureMemory(editor: Editor, fileOf: (round: number) => string): Promise<void> {
  const heapAfter = new Map<number, number>()
  for (let round = 1; round <= Number(values.edits); round++) {
    const file = fileOf(round)
    const start = textOf(file).indexOf('amount: number')
    const name = `amount${round}: number`
    editor.change(uriOf(file), start, start + 'amount: number'.length, name)
    await editor.pull(uriOf(file))
    editor.change(uriOf(file), start, start + name.length, 'amount: number')
    if (round % 100 === 0) await new Promise((resolve) => setTimeout(resolve, 250))
    if (round === 100 || round === Number(values.edits)) heapAfter.set(round, await heap())
  }
  const [[few, less] = [0, 0], [many, more] = [0, 0]] = [...heapAfter]
  const grown = less === 0 ? 0 : (more / less - 1) * 100
  say(`heap after ${few} edits ${less.toFixed(1)} MB, after ${many} ${more.toFixed(1)} MB: ${grown.toFixed(1)} % more`)
}

async function heap(): Promise<number> {
  await new Promise((resolve) => setTimeout(resolve, 1000))
  for (let time = 0; time < 3; time++) globalThis.gc?.()
  return process.memoryUsage().heapUsed / 1e6
}

/** How long this thread has been ready to run while others ran, in ms. */
function waited(): number {
  if (process.platform !== 'linux') return 0
  const [, waiting] = readFileSync(`/proc/self/task/${process.pid}/schedstat`, 'utf8').split(' ')
  return Number(waiting) / 1e6
}

function uriOf(file: string): string {
  return pathToFileURL(path.join(root, file)).href
}

function textOf(file: string): string {
  return workspace.files.get(file) ?? ''
}

function quantile(numbers: readonly number[], share: number): number {
  const sorted = numbers.toSorted((a, b) => a - b)
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0
}

function say(line: string): void {
  process.stdout.write(`${line}\n`)
}
