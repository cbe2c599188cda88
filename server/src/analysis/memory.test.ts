import assert from 'node:assert/strict'
import v8 from 'node:v8'
import vm from 'node:vm'
import { editingWorkspace } from '../../../bench/editing-workspace.js'
import { worldOfTexts } from '../testing/differential.js'
import { createAnalysisHost } from './host.js'

v8.setFlagsFromString('--expose-gc')
const collectGarbage = vm.runInNewContext('gc') as () => void

/** The server forgets at every twentieth quiet point, of which there is at most one for each edit. */
const SWEEP_EVERY = 20

describe('the memory of a host', () => {
  it('is the same after 10,000 edits as after 100', async () => {
    const { files, schema, typeFiles } = editingWorkspace({ models: 60, files: 600, length: 3000 })
    const world = worldOfTexts(files)
    const host = createAnalysisHost(world)
    host.snapshot().findings()
    const [source] = world.schemas
    const schemaText = source?.files[0]?.text ?? ''
    const edit = (round: number) => {
      const file = typeFiles[round % typeFiles.length] ?? ''
      const text = world.texts.get(file) ?? ''
      const kind = round % 10
      // Names that were never there before, as people type them.
      if (kind < 2) host.apply({ texts: new Map([[file, text.replace('title', `title${round}`)]]) })
      else if (kind < 4) host.apply({ texts: new Map([[file, text.replace('amount: number', 'amount: string')]]) })
      else if (kind < 7) host.apply({ texts: new Map([[file, `// ${round}\n${text}`]]) })
      else if (kind === 7) host.apply({ texts: new Map([[`client/src/types/new-${round}.ts`, text]]) })
      else if (kind === 8) host.apply({ texts: new Map([[`client/src/types/new-${round - 1}.ts`, undefined]]) })
      else if (source) {
        const edited = schemaText.replace('slug String?', `slug${round} String?`)
        host.apply({ schemas: [{ ...source, files: [{ file: schema, text: edited }] }] })
      }
      host.snapshot().findingsOf(file)
      if (round % SWEEP_EVERY > 0) return
      host.snapshot().findings()
      host.sweep()
    }
    const heapAfter = async (from: number, to: number) => {
      for (let round = from; round <= to; round++) {
        edit(round)
        // What weak references were asked for stays until the end of a turn.
        if (round % SWEEP_EVERY === 0) await new Promise(setImmediate)
      }
      // What was held by weak references alone is let go by callbacks of a first collection, and gone with a second.
      collectGarbage()
      await new Promise(setImmediate)
      collectGarbage()
      return process.memoryUsage().heapUsed
    }
    const [early, late] = [await heapAfter(1, 100), await heapAfter(101, 10_000)]
    assert.ok(
      late <= 1.1 * early,
      `${Math.round(early / 1e6)} MB after 100 edits, ${Math.round(late / 1e6)} MB after 10,000`,
    )
  }).timeout(300_000)
})
