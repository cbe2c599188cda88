import { readShipped } from './shipped.js'

type Exports = Readonly<Record<string, unknown>>

/** The part of the host's API that is used; ECMAScript's own types do not have it. */
const { WebAssembly: host } = globalThis as unknown as {
  readonly WebAssembly: {
    compile(bytes: Uint8Array): Promise<WebAssembly.Module>
    instantiate(module: WebAssembly.Module, imports: object): Promise<{ readonly exports: Exports }>
  }
}

const compiled = new Map<string, Promise<WebAssembly.Module>>()

/** Compiles a shipped file, once, without blocking the event loop. */
export function compileShipped(name: string): Promise<WebAssembly.Module> {
  const module = compiled.get(name) ?? readShipped(name).then((bytes) => host.compile(bytes))
  compiled.set(name, module)
  return module
}

export async function instantiate(module: WebAssembly.Module, imports: object): Promise<Exports> {
  return (await host.instantiate(module, imports)).exports
}
