import assert from 'node:assert/strict'
import { maskAddresses } from './schema-errors.js'

describe('maskAddresses', () => {
  it('takes away what follows the scheme, passwords with spaces included', () => {
    assert.equal(maskAddresses('not known: "postgresql://a:b c@d/e".'), 'not known: "postgresql://…".')
    assert.equal(maskAddresses('mysql://a:b@c\nand more'), 'mysql://…\nand more')
  })

  it('leaves a scheme that is only named', () =>
    assert.equal(maskAddresses('must start with `postgresql://`.'), 'must start with `postgresql://`.'))
})
