import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import fc from 'fast-check'
import { editingWorkspace } from '../../../bench/editing-workspace.js'
import { type WorkspaceTexts, walk } from '../testing/differential.js'
import { EDITED_WORKSPACE } from '../testing/edited-workspace.js'

/**
 * `DIFFERENTIAL_SEED=7` walks other ways, `DIFFERENTIAL_FACTOR=50` more of them. A failure names the seed of its walk, and
 * tells the shortest way to it that was found.
 */
const seed = Number(process.env.DIFFERENTIAL_SEED ?? 1)
const factor = Number(process.env.DIFFERENTIAL_FACTOR ?? 1)

/** About 3,000 edits in all. */
const WALKS = [
  { name: 'a workspace with something of everything', first: () => EDITED_WORKSPACE, walks: 20 },
  { name: 'the example', first: () => textsIn('examples/storefront'), walks: 5 },
  {
    name: 'a generated workspace',
    first: () => editingWorkspace({ models: 20, files: 60, length: 400 }).files,
    walks: 20,
  },
]

describe('a host that has lived through many edits', () => {
  for (const { name, first, walks } of WALKS) {
    it(`answers as a new one does: ${name}`, () => {
      const texts = first()
      const step = fc.noShrink(fc.integer({ min: 0, max: 2 ** 32 - 1 }))
      const steps = fc.array(step, { minLength: 1, maxLength: 150, size: 'max' })
      const property = fc.property(steps, (taken) => walk({ first: texts, steps: taken, compared: 20 }))
      fc.assert(property, {
        seed,
        numRuns: walks * factor,
        interruptAfterTimeLimit: 600_000,
        markInterruptAsFailure: true,
      })
    }).timeout(600_000)
  }
})

function textsIn(folder: string): WorkspaceTexts {
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' })
  const read = files.filter((file) => /\.(tsx?|prisma|sql|json)$/.test(file) && path.basename(file) !== 'tsconfig.json')
  return new Map(read.sort().map((file) => [file, readFileSync(path.join(folder, file), 'utf8')]))
}
