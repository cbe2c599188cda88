import assert from 'node:assert/strict'
import { createRestartPolicy } from './restart-policy.js'

const MINUTE = 60_000

describe('createRestartPolicy', () => {
  it('starts again at once, then more slowly, then not at all', () => {
    const policy = createRestartPolicy()
    assert.deepEqual(
      [0, 1, 2, 3, 4].map((second) => policy.crashed(second * 1000)),
      [0, 500, 2_000, 5_000, undefined],
    )
  })

  it('never gives up on crashes that are far apart', () => {
    const policy = createRestartPolicy()
    for (let time = 0; time < 100 * MINUTE; time += 4 * MINUTE) assert.equal(policy.crashed(time), 0)
    for (let time = 200 * MINUTE; time < 300 * MINUTE; time += MINUTE) assert.notEqual(policy.crashed(time), undefined)
  })

  it('forgets crashes when a person restarts it', () => {
    const policy = createRestartPolicy()
    for (let crash = 0; crash < 5; crash++) policy.crashed(crash)
    policy.reset()
    assert.equal(policy.crashed(6), 0)
  })
})
