import assert from 'node:assert/strict'
import type { LanguageClient } from './language-client.js'

/** How long answers took, in milliseconds. */
export interface Latency {
  readonly median: number
  readonly longest: number
  readonly count: number
}

/**
 * Types a comment into an open document, a letter at a time with a pull after each, until a promise is settled and at
 * least `atLeast` times. Each pull must be answered with findings.
 */
export async function typeUntil(
  client: LanguageClient,
  file: string,
  done: Promise<unknown>,
  atLeast = 20,
): Promise<Latency> {
  const times: number[] = []
  let isDone = false
  const settled = done.finally(() => {
    isDone = true
  })
  const top = { line: 0, character: 0 }
  client.change(file, [{ range: { start: top, end: top }, text: '// \n' }])
  while (!isDone || times.length < atLeast) {
    const at = { line: 0, character: 3 }
    client.change(file, [{ range: { start: at, end: at }, text: 'x' }])
    const start = performance.now()
    const report = await client.pull(file)
    times.push(performance.now() - start)
    assert.ok(report.kind === 'full' && report.items.length > 0)
    await new Promise((resolve) => setTimeout(resolve, 20))
  }
  await settled
  times.sort((a, b) => a - b)
  return { median: times[Math.floor(times.length / 2)] ?? 0, longest: times.at(-1) ?? 0, count: times.length }
}

/** As text, for those who read the tests' output. */
export function told({ median, longest, count }: Latency): string {
  return `${count} pulls, median ${median.toFixed(0)} ms, longest ${longest.toFixed(0)} ms`
}
