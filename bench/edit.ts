// What a keystroke costs, beside parsing the file or scanning the schema that it is typed into: in one process, so that
// the machine's speed falls out. `npm run bench:edit`
import { createAnalysisHost } from '../server/src/analysis/host.js'
import { scanSchema } from '../server/src/prisma/scan.js'
import { countRuns } from '../server/src/query/query.js'
import { parse } from '../server/src/typescript/parse.js'
import { editingWorkspace } from './editing-workspace.js'

const ROUNDS = 300
const wanted = (name: string) => !process.argv[2] || name === process.argv[2]
const { world, schema, typeFiles } = editingWorkspace({ models: 300, files: 3000, length: 10_000 })
const host = createAnalysisHost(world)
const first = time(() => host.snapshot().findings())
process.stdout.write(`${world.texts.size} files, 300 models; first findings ${first.toFixed(0)} ms\n`)

if (wanted('a type edit'))
  measure('a type edit', ROUNDS, (round) => {
    const file = typeFiles[(round % 10) * 29] ?? ''
    const text = host.snapshot().textOf(file) ?? ''
    const edited =
      round % 2 === 0
        ? text.replace('amount: number', 'amount: string')
        : text.replace('title: string', 'titel: string')
    const yardstick = () => parse(file, edited)
    return { yardstick, file, edited, restore: text }
  })
if (wanted('a comment in a type file'))
  measure('a comment in a type file', ROUNDS, (round) => {
    const file = typeFiles[(round % 10) * 29] ?? ''
    const text = host.snapshot().textOf(file) ?? ''
    const edited = `// ${round}\n${text}`
    return { yardstick: () => parse(file, edited), file, edited, restore: text }
  })
if (wanted('a schema edit'))
  measure('a schema edit', ROUNDS, (round) => {
    const text = host.snapshot().textOf(schema) ?? ''
    const at = nth(text, 'amount Int', (round * 7) % 300)
    const edited = `${text.slice(0, at)}amount String${text.slice(at + 'amount Int'.length)}`
    return { yardstick: () => scanSchema(edited), file: schema, edited, restore: text }
  })
if (wanted('a comment in the schema'))
  measure('a comment in the schema', ROUNDS, (round) => {
    const text = host.snapshot().textOf(schema) ?? ''
    const edited = `// ${round}\n${text}`
    return { yardstick: () => scanSchema(edited), file: schema, edited, restore: text }
  })

function nth(text: string, part: string, count: number): number {
  let at = text.indexOf(part)
  for (let found = 0; found < count; found++) at = text.indexOf(part, at + 1)
  return at
}

interface Edit {
  readonly yardstick: () => unknown
  readonly file: string
  readonly edited: string
  readonly restore: string
}

function measure(name: string, rounds: number, editOf: (round: number) => Edit): void {
  const [ratios, times, yards, runs]: [number[], number[], number[], number[]] = [[], [], [], []]
  for (let round = 0; round < rounds; round++) {
    if (round % 100 === 0) {
      host.sweep()
      host.snapshot().findings()
    }
    const { yardstick, file, edited, restore } = editOf(round)
    const before = countRuns()
    const own = time(() => answer(file, edited))
    runs.push(countRuns() - before)
    const yard = time(yardstick)
    answer(file, restore)
    if (round < rounds / 10) continue
    ratios.push(own / yard)
    times.push(own)
    yards.push(yard)
  }
  const typical = quantile(yards, 0.5)
  const mean = (v: readonly number[]) => v.reduce((a, b) => a + b, 0) / v.length
  process.stdout.write(
    `  mean ${mean(times).toFixed(2)} yard ${mean(yards).toFixed(2)} ratio ${(mean(times) / mean(yards)).toFixed(2)}\n`,
  )
  process.stdout.write(
    `${name.padEnd(26)} p50 ${quantile(times, 0.5).toFixed(2)} ms  p95 ${quantile(times, 0.95).toFixed(2)} ms  yardstick ${typical.toFixed(2)} ms  p95 / yardstick ${(quantile(times, 0.95) / typical).toFixed(2)}  queries ${quantile(runs, 0.5)} \n`,
  )
}

function answer(file: string, text: string): unknown {
  if (file === schema) {
    host.apply({ schemas: world.schemas.map((source) => ({ ...source, files: [{ file, text }] })) })
    return host.snapshot().findings()
  }
  host.apply({ texts: new Map([[file, text]]) })
  return host.snapshot().findingsOf(file)
}

function time(run: () => unknown): number {
  const start = now()
  run()
  return now() - start
}

function quantile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b)
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0
}

/** Milliseconds of this thread's own time where Node tells it: then others on the machine do not count. */
function now(): number {
  const own = (process as { threadCpuUsage?: () => { user: number; system: number } }).threadCpuUsage?.()
  return own ? (own.user + own.system) / 1000 : performance.now()
}
