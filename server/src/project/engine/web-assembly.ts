import { readShipped } from './shipped.js'

type Exports = Readonly<Record<string, unknown>>

/** The part of the host's API that is used; ECMAScript's own types do not have it. */
const { WebAssembly: host } = globalThis as unknown as {
  readonly WebAssembly: {
    compile(bytes: Uint8Array): Promise<WebAssembly.Module>
    instantiate(module: WebAssembly.Module, imports: object): Promise<{ readonly exports: Exports }>
  }
}

/** Compiles a shipped file without blocking the event loop. */
export async function compileShipped(name: string): Promise<WebAssembly.Module> {
  return host.compile(await readShipped(name))
}

export async function instantiate(module: WebAssembly.Module, imports: object): Promise<Exports> {
  return (await host.instantiate(module, imports)).exports
}
