import assert from 'node:assert/strict'
import fc from 'fast-check'
import { sameItems } from './equality.js'
import { createFlatMap } from './flat-map.js'
import { createGroups } from './groups.js'
import {
  countRuns,
  createFamily,
  createInput,
  createNamedFamily,
  createQuery,
  settleQueries,
  sweepQueries,
} from './query.js'

describe('queries', () => {
  it('run when they are asked for, and again only when something they read has changed', () => {
    const [a, b] = [createInput(1), createInput(10)]
    const sum = createQuery(() => a.get() + 1)
    assert.equal(
      runsOf(() => assert.equal(sum(), 2)),
      1,
    )
    assert.equal(
      runsOf(() => assert.equal(sum(), 2)),
      0,
    )
    b.set(11)
    assert.equal(
      runsOf(() => assert.equal(sum(), 2)),
      0,
    )
    a.set(2)
    assert.equal(
      runsOf(() => assert.equal(sum(), 3)),
      1,
    )
  })

  it('stop where a value says the same as before', () => {
    const text = createInput('a b')
    const words = createQuery(
      () => text.get().split(/\s+/),
      (x, y) => x.join() === y.join(),
    )
    const count = createQuery(() => words().length)
    const before = words()
    assert.equal(count(), 2)
    text.set('a   b')
    assert.equal(
      runsOf(() => assert.equal(count(), 2)),
      1,
    )
    assert.equal(words(), before)
  })

  it('forget what they read before and read no more', () => {
    const [flag, value] = [createInput(true), createInput(1)]
    const chosen = createQuery(() => (flag.get() ? value.get() : 0))
    chosen()
    flag.set(false)
    assert.equal(chosen(), 0)
    value.set(2)
    assert.equal(runsOf(chosen), 0)
  })

  it('note a source again in each run', () => {
    const value = createInput(1)
    const double = createQuery(() => value.get() * 2)
    for (const next of [2, 3, 4]) {
      value.set(next)
      assert.equal(double(), next * 2)
    }
  })

  it('go on after an error, which whoever asks sees', () => {
    const divisor = createInput(0)
    const quotient = createQuery(() => {
      if (divisor.get() === 0) throw new Error('by zero')
      return 1 / divisor.get()
    })
    assert.throws(quotient, /by zero/)
    divisor.set(2)
    assert.equal(quotient(), 0.5)
    divisor.set(0)
    assert.throws(quotient, /by zero/)
    divisor.set(4)
    assert.equal(quotient(), 0.25)
  })

  it('refuse to depend on themselves', () => {
    const circle: () => number = createQuery(() => circle() + 1)
    assert.throws(circle, /its own value/)
  })

  it('are swept by name once nothing needs them', () => {
    const [names, unit] = [createInput(['a', 'b']), createInput(1)]
    let made = 0
    const lengthOf = createNamedFamily((name) => {
      made++
      return name.length * unit.get()
    })
    const total = createQuery(() => names.get().reduce((sum, name) => sum + lengthOf(name), 0))
    total()
    names.set(['a'])
    unit.set(2)
    total()
    assert.equal(made, 3)
    sweepQueries()
    assert.equal(total(), 2)
    assert.equal(made, 3)
    assert.equal(lengthOf('b'), 2)
    assert.equal(made, 4)
  })

  it('answer as a computation from scratch does, whatever changes in whatever order', () => {
    const set = fc.record({ cell: fc.nat(3), value: fc.nat(3) })
    const change = fc.record({
      sets: fc.array(set, { minLength: 1, maxLength: 3 }),
      settled: fc.constantFrom('run', 'told', 'when asked'),
      asked: fc.array(fc.nat(13), { maxLength: 3 }),
      swept: fc.nat(9).map((chance) => chance === 0),
    })
    fc.assert(
      fc.property(fc.array(change, { maxLength: 40 }), (changes) => {
        const live = graphOf(Array.from({ length: 4 }, () => createInput(0)))
        for (const { sets, settled, asked, swept } of changes) {
          for (const { cell, value } of sets) live.cells[cell]?.set(value)
          if (settled !== 'when asked') settleQueries(settled === 'run')
          const fresh = graphOf(live.cells.map((each) => createInput(each.get())))
          for (const index of asked) assert.equal(answerOf(live.asks[index]), answerOf(fresh.asks[index]))
          if (swept) sweepQueries()
        }
      }),
      { numRuns: 1000 },
    )
  })
})

/** Queries over queries, some of which read other cells from case to case, and some of which are eager. */
function graphOf(cells: readonly ReturnType<typeof createInput<number>>[]) {
  const at = (index: number) => cells[index % cells.length]?.get() ?? 0
  const chosen = createQuery(() => at(at(0)))
  const parity = createQuery(() => at(1) % 2)
  const keyed = createNamedFamily((key) => at(Number(key)) + parity())
  const box = createQuery(
    () => ({ value: parity() }),
    (a, b) => a.value === b.value,
  )
  const boxed = createFamily((key: object) => (key as { value: number }).value + chosen())
  const small = createQuery(() => at(2) > 1, Object.is, 'eager')
  const smaller = createNamedFamily((key) => (small() ? at(Number(key)) : parity()) > 0, Object.is, 'eager')
  const both = createQuery(() => `${small()} ${chosen()}`)
  const last = createQuery(() => `${smaller('3')} ${both()}`, Object.is, 'eager')
  const listed = createQuery(
    () => Array.from({ length: at(0) + at(1) }, (_, index) => `${(index * at(3)) % 5}`),
    sameItems,
  )
  const rowsOf = createNamedFamily((name) => {
    // Some fail now and then.
    if (at(2) === 3 && name === '3') throw new Error('three')
    const rows = Array.from({ length: at(Number(name)) }, (_, index) => `${name} ${index}`)
    return rows.length === 1 ? rows[0] : rows
  })
  const rows = createFlatMap(listed, rowsOf)
  const sameLength = createFlatMap(listed, rowsOf, (a, b) => a.length === b.length)
  const grouped = createGroups(rows, (row) => row.slice(-1))
  const counted = createGroups(
    createFlatMap(
      rows,
      createNamedFamily((row) => grouped(row.slice(-1)).length),
    ),
    (count) => count % 2,
  )
  const asks = [
    chosen,
    parity,
    createQuery(() => keyed(String(chosen()))),
    createQuery(() => boxed(box())),
    createQuery(() => (parity() === 0 ? chosen() : keyed('2'))),
    () => at(3),
    createQuery(() => `${smaller(String(chosen()))} ${both()}`),
    createQuery(() => `${last()} ${small()}`),
    last,
    () => rows().join(),
    createQuery(() => grouped(`${chosen()}`).join()),
    createQuery(() => `${counted(0)} ${counted(1).length} ${parity()}`),
    () => [...grouped('0'), ...grouped('1')].join(),
    () => sameLength().length,
  ]
  return { cells, asks }
}

/** What is answered, or thrown. */
function answerOf(ask: (() => unknown) | undefined): unknown {
  try {
    return ask?.()
  } catch (error) {
    return String(error)
  }
}

function runsOf(ask: () => unknown): number {
  const before = countRuns()
  ask()
  return countRuns() - before
}
