import assert from 'node:assert/strict'
import { createFlatMap } from './flat-map.js'
import { createGroups } from './groups.js'
import { createFamily, createInput, createQuery, settleQueries } from './query.js'

/** Rows with a name and a number each, which can be set. */
function rowsOf(...names: string[]) {
  return names.map((name) => ({ name, number: createInput(0) }))
}

describe('a list made of lists', () => {
  it('asks again only for what has changed, and keeps its value where nothing has', () => {
    const rows = rowsOf('a', 'b', 'c')
    const list = createInput<typeof rows>(rows)
    const asked: string[] = []
    const said = createFamily(({ name, number }: (typeof rows)[number]) => {
      asked.push(name)
      return number.get() > 1 ? [name, name] : number.get() === 1 ? name : undefined
    })
    const all = createFlatMap(list.get, said)
    const asks = () => [asked.splice(0).join(''), all().join(''), asked.splice(0).join('')]
    assert.deepEqual(asks(), ['', '', 'abc'])
    rows[1]?.number.set(2)
    assert.deepEqual(asks(), ['', 'bb', 'b'])
    list.set([...rowsOf('d'), ...rows.slice(1)])
    assert.deepEqual(asks(), ['', 'bb', 'd'])
    const before = all()
    rows[2]?.number.set(-1)
    assert.deepEqual(asks(), ['', 'bb', 'c'])
    assert.equal(all(), before)
  })
})

describe('groups', () => {
  it('concern those alone who asked for them', () => {
    const [x, y, z] = ['ax', 'by', 'az']
    const rows = createInput([x, y])
    const groupOf = createGroups(rows.get, (row) => row.charAt(0))
    const runs: string[] = []
    const [a, b] = ['a', 'b'].map((key) =>
      createQuery(() => {
        runs.push(key)
        return groupOf(key).join()
      }),
    )
    assert.deepEqual([a?.(), b?.()], [x, y])
    rows.set([x, y, z])
    settleQueries()
    assert.deepEqual([a?.(), b?.()], ['ax,az', y])
    rows.set([x, z])
    // After a large batch all are looked at when they are asked for.
    settleQueries(false)
    assert.deepEqual([a?.(), b?.()], ['ax,az', ''])
    assert.equal(runs.join(''), 'abab')
  })
})
