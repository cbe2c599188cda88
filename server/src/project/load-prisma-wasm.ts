/** A schema's file as Prisma's own code takes it: a name of any form, and the text. */
export type SchemaText = readonly [name: string, text: string]

/** An error or warning of Prisma's own. `start` and `end` are UTF-16 offsets in the file's text. */
export interface PrismaDiagnostic {
  readonly file_name: string
  readonly start: number
  readonly end: number
  readonly text: string
  readonly is_warning: boolean
}

/** The parts of `@prisma/prisma-schema-wasm` that are used. Each throws an `Error` where Prisma does. */
export interface PrismaWasm {
  /** Errors and warnings; an empty list for a schema that is right. */
  lint(files: readonly SchemaText[]): readonly PrismaDiagnostic[]
  /** The datamodel of DMMF, as JSON. */
  datamodel(files: readonly SchemaText[]): string
  /** All files as one text, formatted: what stands beside a generated client. */
  merge(files: readonly SchemaText[]): string
}

let loading: Promise<PrismaWasm> | undefined

/**
 * Loads Prisma's schema code on first use, and once. Its `.wasm` file is looked for beside the JavaScript: in
 * `node_modules`, or in the folder of the bundle.
 */
export function loadPrismaWasm(): Promise<PrismaWasm> {
  loading ??= load()
  return loading
}

async function load(): Promise<PrismaWasm> {
  const { default: wasm } = await import('@prisma/prisma-schema-wasm')
  let panic = ''
  // The wasm calls this before it gives up, and would fail for the lack of it.
  Object.assign(globalThis, { PRISMA_WASM_PANIC_REGISTRY: { set_message: (message: string) => (panic = message) } })
  const guarded = (call: () => string): string => {
    try {
      return call()
    } catch (error) {
      const panicked = error instanceof Error && error.name === 'RuntimeError'
      throw panicked ? new Error(panic || error.message) : error
    }
  }
  return {
    lint: (files) => JSON.parse(guarded(() => wasm.lint(JSON.stringify(files)))),
    datamodel: (files) => guarded(() => wasm.get_datamodel(JSON.stringify({ prismaSchema: files, noColor: true }))),
    merge: (files) => guarded(() => wasm.merge_schemas(JSON.stringify({ schema: files }))),
  }
}
