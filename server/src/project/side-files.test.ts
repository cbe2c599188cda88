import assert from 'node:assert/strict'
import { isSideFile } from './side-files.js'

describe('side files', () => {
  it('are seeds, mocks, stories, tests and examples of components', () => {
    const files = ['prisma/seed.ts', 'src/user.mock.ts', 'src/card.stories.tsx', 'src/user.spec.ts']
    for (const file of [...files, 'src/components/examples/tabs.tsx']) assert.equal(isSideFile(file), true, file)
  })

  it('are no folders of that name which are a project of their own', () => {
    for (const file of ['examples/shop/src/user.ts', 'src/components/user.tsx'])
      assert.equal(isSideFile(file), false, file)
  })
})
