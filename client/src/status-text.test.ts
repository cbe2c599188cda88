import assert from 'node:assert/strict'
import type { Status } from '../../shared/src/requests.js'
import { findingsText, statusText } from './status-text.js'

const NONE = { error: 0, warning: 0, info: 0, hint: 0 }

describe('statusText', () => {
  const READY: Status = { state: 'ready', schemas: 1, types: 12, counts: NONE, problems: [], trust: 'trusted' }
  const told = (status: Status | undefined) => {
    const { text, detail, severity, busy } = statusText('running', status)
    return `${busy ? '~' : ''}${severity}: ${text} (${detail})`
  }

  it('says what was found, and in what', () => {
    assert.equal(told(READY), 'information: Prisma Drift: no drift (12 types of 1 schema)')
    assert.equal(
      told({ ...READY, schemas: 2, types: 1, counts: { error: 1, warning: 2, info: 3, hint: 4 } }),
      'information: Prisma Drift: 1 error, 2 warnings, 3 infos (1 type of 2 schemas)',
    )
    assert.equal(
      told({ ...READY, state: 'idle' }),
      'information: Prisma Drift: no schema (Nothing to compare types with)',
    )
  })

  it('says what it does not see in restricted mode', () => {
    assert.equal(
      told({ ...READY, trust: 'untrusted' }),
      'information: Prisma Drift: no drift (12 types of 1 schema. Restricted mode: what changed since the last commit is not seen)',
    )
  })

  it('says what is wrong, if something is', () => {
    assert.equal(told({ ...READY, problems: ['a is broken'] }), 'warning: Prisma Drift: no drift (a is broken)')
    assert.equal(
      told({ ...READY, state: 'idle', problems: ['a is broken', 'b', 'c'] }),
      'warning: Prisma Drift: no drift (a is broken (and 2 more))',
    )
  })

  it('is busy until the first findings', () => {
    assert.equal(told(undefined), '~information: Prisma Drift (Reading the workspace…)')
    assert.equal(told({ ...READY, state: 'loading' }), told(undefined))
    assert.ok(statusText('starting', READY).busy)
  })

  it('says that the server is gone, whatever it said last', () => {
    assert.equal(statusText('failed', READY).severity, 'error')
    assert.equal(statusText('stopped', READY).text, 'Prisma Drift: off')
  })
})

describe('findingsText', () => {
  it('speaks of what counts', () => {
    assert.equal(findingsText({ ...NONE, hint: 3 }), 'no drift')
    assert.equal(findingsText({ ...NONE, warning: 1, info: 2 }), '1 warning, 2 infos')
  })
})
