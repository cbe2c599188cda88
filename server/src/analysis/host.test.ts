import assert from 'node:assert/strict'
import { countRuns } from '../query/query.js'
import { parseFixture } from '../testing/fixture.js'
import { worldOf } from '../testing/memory-world.js'
import { createAnalysisHost } from './host.js'

const world = worldOf(
  parseFixture(`
//- /schema.prisma
model User {
  id   String  @id
  name String?
}
//- /user.ts
export interface User {
  id: string
  name: string
}
`),
)

describe('the analysis host', () => {
  const mended = new Map([['user.ts', 'export interface User { id: string; name: string | null }']])

  it('answers anew after a change, and as before where nothing changed', () => {
    const host = createAnalysisHost(world)
    assert.equal(host.snapshot(), host.snapshot())
    assert.equal(host.snapshot().findings().length, 1)
    host.apply({ texts: mended })
    assert.equal(host.snapshot().findings().length, 0)
  })

  it('refuses to ask a snapshot of an earlier revision', () => {
    const host = createAnalysisHost(world)
    const before = host.snapshot()
    host.apply({ texts: mended })
    assert.throws(() => before.findings(), /earlier revision/)
  })

  it('runs nothing but the reading of the schema after a comment is typed into it', () => {
    const host = createAnalysisHost(world)
    const found = host.snapshot().findings()
    const schemas = world.schemas.map((source) => {
      const files = source.files.map(({ file, text }) => ({
        file,
        text: text.replace('  name', '  // a comment\n  name'),
      }))
      return { ...source, files }
    })
    const before = countRuns()
    host.apply({ schemas })
    assert.deepEqual(host.snapshot().findings(), found)
    assert.ok(countRuns() - before < 20, `${countRuns() - before} queries ran`)
  })

  it('runs nothing but the reading of the file after a comment is typed', () => {
    const host = createAnalysisHost(world)
    const found = host.snapshot().findingsOf('user.ts')
    const text = world.texts.get('user.ts') ?? ''
    const before = countRuns()
    host.apply({ texts: new Map([['user.ts', `// a comment\n${text}`]]) })
    assert.deepEqual(host.snapshot().findingsOf('user.ts'), found)
    assert.ok(countRuns() - before < 15, `${countRuns() - before} queries ran`)
  })
})
