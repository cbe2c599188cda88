import type { SchemaEngine } from '@prisma/schema-engine-wasm'
import * as glue from '@prisma/schema-engine-wasm/schema_engine_bg'
import { compileShipped, instantiate } from './web-assembly.js'

let loading: Promise<typeof SchemaEngine> | undefined

/** Loads Prisma's schema engine on first use, and once: a second instance of its code breaks the first. */
export function loadEngine(): Promise<typeof SchemaEngine> {
  loading ??= load()
  return loading
}

/** What the engine said when it gave up, if it did. */
export function panicMessage(): string | undefined {
  return panic.message
}

const panic: { message: string | undefined } = { message: undefined }

async function load(): Promise<typeof SchemaEngine> {
  const set_message = (message: string) => {
    panic.message = message
  }
  Object.assign(globalThis, { PRISMA_WASM_PANIC_REGISTRY: { set_message } })
  const { __wbg_set_wasm: setWasm, SchemaEngine } = glue as unknown as Glue
  const exports = await instantiate(await compileShipped('schema_engine_bg.wasm'), { './schema_engine_bg.js': glue })
  setWasm(exports)
  ;(exports.__wbindgen_start as () => void)()
  return SchemaEngine
}

/** What the generated JavaScript exports beside its declared types. */
interface Glue {
  readonly SchemaEngine: typeof SchemaEngine
  __wbg_set_wasm(exports: object): void
}
