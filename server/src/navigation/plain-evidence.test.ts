import assert from 'node:assert/strict'
import { plainEvidence } from './plain-evidence.js'

describe('evidence in plain words', () => {
  it('says how a type and a model belong together', () => {
    const words = {
      'name-exact': 'the same name',
      'fields 3/4': '3 of 4 fields',
      'values 2/2': '2 of 2 values',
      '@prisma User': 'said by @prisma User',
      'UserDto is User: name-affix, fields 3/4, covers 75 % of the columns':
        "paired with 'User': named after it, 3 of 4 fields, covers 75 % of the columns",
      'User is User: @prisma User, fields 3/4': "paired with 'User': said by @prisma User, 3 of 4 fields",
    }
    for (const [evidence, expected] of Object.entries(words)) assert.equal(plainEvidence(evidence), expected)
  })

  it('leaves what is said in words already', () => {
    for (const evidence of [
      "'User' mirrors the record",
      'used by Order.status',
      'covers 100 % of the columns',
      "no server file that works with User writes 'name-exactly'",
    ])
      assert.equal(plainEvidence(evidence), evidence)
  })
})
