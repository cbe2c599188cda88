import assert from 'node:assert/strict'
import { FETCH_DECLARATION, ZOD_DECLARATIONS } from '../../testing/ambient.js'
import { EVERY_COMPOSITE, EVERY_COMPOSITE_MODEL } from '../../testing/every-kind.js'
import { findingsIn, generated } from '../../testing/generated.js'
import { NEST, packageJson, serverErrors } from '../../testing/nest-project.js'

const AMBIENT: ReadonlyMap<string, string> = new Map([
  ['zod.d.ts', ZOD_DECLARATIONS],
  ['fetch.d.ts', FETCH_DECLARATION],
])

describe("generate, for MongoDB's composite types", () => {
  for (const output of ['interface', 'dto', 'zod', 'client', 'repository', 'service', 'seed'] as const) {
    it(`writes ${output} that compiles and in which nothing is found`, () => {
      const source = `${packageJson(...NEST, 'zod')}//- /prisma/schema.prisma\n${EVERY_COMPOSITE}`
      const { texts, world } = generated(source, output, ...EVERY_COMPOSITE_MODEL)
      assert.ok(texts.size > 0)
      assert.deepEqual(serverErrors(new Map([...world.texts, ...AMBIENT]), EVERY_COMPOSITE), [])
      assert.deepEqual(findingsIn(world), [])
    })
  }
})
