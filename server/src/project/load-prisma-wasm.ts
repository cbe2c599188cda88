import type { SchemaWasm } from '../prisma/engine.js'

let loading: Promise<SchemaWasm> | undefined

/**
 * Loads Prisma's schema code on first use, and once. Its `.wasm` file is looked for beside the JavaScript: in
 * `node_modules`, or in the folder of the bundle.
 */
export function loadPrismaWasm(): Promise<SchemaWasm> {
  loading ??= load()
  return loading
}

async function load(): Promise<SchemaWasm> {
  const { default: wasm } = await import('@prisma/prisma-schema-wasm')
  // The wasm calls this before it gives up, and would fail for the lack of it.
  Object.assign(globalThis, { PRISMA_WASM_PANIC_REGISTRY: { set_message: () => {} } })
  return wasm
}
