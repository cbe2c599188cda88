import assert from 'node:assert/strict'
import { debounced } from './debounce.js'

const waited = (milliseconds: number) => new Promise<void>((resolve) => setTimeout(resolve, milliseconds))

describe('debounced work', () => {
  it('is done once for many requests, and again for one that comes meanwhile', async () => {
    let runs = 0
    const work = debounced(5, async () => {
      runs += 1
      if (runs === 1) work.request()
      await waited(20)
    })
    for (let index = 0; index < 10; index++) work.request()
    assert.ok(work.isPending())
    await waited(200)
    assert.equal(runs, 2)
    assert.ok(!work.isPending())
  })

  it('is not put off for ever by requests that never end', async () => {
    let runs = 0
    const work = debounced(20, async () => void runs++)
    const end = performance.now() + 600
    while (performance.now() < end) {
      work.request()
      await waited(2)
    }
    work.dispose()
    assert.ok(runs >= 1, `${runs} runs`)
  })

  it('never runs twice at a time, and not at all once it is disposed of', async () => {
    let running = 0
    let most = 0
    const work = debounced(1, async () => {
      most = Math.max(most, ++running)
      await waited(5)
      running--
    })
    await Promise.all([work.now(), work.now(), work.now()])
    assert.equal(most, 1)
    work.request()
    work.dispose()
    await work.now()
    assert.ok(!work.isPending())
  })
})
