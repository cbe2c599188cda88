import assert from 'node:assert/strict'
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
  it('keeps a snapshot as it was and answers anew after a change', () => {
    const host = createAnalysisHost(world)
    const before = host.snapshot()
    assert.equal(host.snapshot(), before)
    host.apply({ texts: new Map([['user.ts', 'export interface User { id: string; name: string | null }']]) })
    assert.equal(host.snapshot().findings().length, 0)
    assert.equal(before.findings().length, 1)
  })
})
