import { panicMessage } from './load-engine.js'
import type { Call, Reply } from './messages.js'
import { METHODS } from './methods.js'

// The process of the schema engine. It ends when nobody has asked it anything for a while, or when its parent is gone.
const idleMs = Number(process.argv[2] ?? 0)
let pending: number | undefined
let timer: NodeJS.Timeout | undefined

process.on('message', async (call: Call) => {
  clearTimeout(timer)
  pending = call.id
  const reply = await answer(call)
  process.send?.(reply)
  pending = undefined
  timer = setTimeout(() => process.exit(0), idleMs)
})
process.on('disconnect', () => process.exit(0))

// Where the engine panics nothing else can be said of it: the process is given up.
process.on('uncaughtException', (error) => {
  const reply: Reply = { id: pending ?? 0, failure: panicMessage() ?? error.message }
  process.send?.(reply, () => process.exit(1))
})

async function answer({ id, method, request }: Call): Promise<Reply> {
  try {
    const run = METHODS[method] as (request: unknown) => Promise<unknown>
    return { id, answer: await run(request) }
  } catch (error) {
    return { id, failure: error instanceof Error ? error.message : String(error) }
  }
}
