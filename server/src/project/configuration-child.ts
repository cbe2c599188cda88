import { createJiti } from 'jiti/static'
import { maskAddresses } from './mask-secrets.js'
import type { ConfigurationMessage } from './run-configuration.js'

// A process of its own: runs the configuration that is named on its command line and sends what that exports by default.

const [, , file = ''] = process.argv
send(await run(file))

async function run(file: string): Promise<ConfigurationMessage> {
  try {
    const jiti = createJiti(import.meta.url, { fsCache: false, moduleCache: false, interopDefault: true })
    const exported: unknown = await jiti.import(file, { default: true })
    const value: unknown = typeof exported === 'function' ? await exported() : exported
    // Exactly what a JSON file could say: keys that are undefined are not set.
    return { value: value === undefined ? {} : JSON.parse(JSON.stringify(value) ?? 'null') }
  } catch (error) {
    return { problem: firstLine(error) }
  }
}

/** Addresses are left out: they can hold a password. */
function firstLine(error: unknown): string {
  const [line = ''] = String(error instanceof Error ? error.message : error).split('\n')
  return maskAddresses(line)
}

function send(message: ConfigurationMessage): void {
  process.send?.(message, () => process.exit())
}
