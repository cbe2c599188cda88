import assert from 'node:assert/strict'
import { type ColourInput, isColoured } from './colours.js'

describe('isColoured', () => {
  const cases: readonly (readonly [ColourInput['env'], boolean, boolean])[] = [
    [{}, true, true],
    [{}, false, false],
    [{ TERM: 'dumb' }, true, false],
    [{ NO_COLOR: '1' }, true, false],
    [{ NO_COLOR: '' }, true, true],
    [{ FORCE_COLOR: '1' }, false, true],
    [{ FORCE_COLOR: 'true', TERM: 'dumb' }, false, true],
    [{ FORCE_COLOR: '0' }, true, false],
    [{ FORCE_COLOR: 'false' }, true, false],
    [{ FORCE_COLOR: '' }, false, false],
    [{ NO_COLOR: '1', FORCE_COLOR: '1' }, true, false],
  ]
  for (const [env, isTerminal, wanted] of cases) {
    it(`${JSON.stringify(env)}${isTerminal ? ' on a terminal' : ''}: ${wanted ? 'yes' : 'no'}`, () =>
      assert.equal(isColoured({ env, isTerminal }), wanted))
  }
})
