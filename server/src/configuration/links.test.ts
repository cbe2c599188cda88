import assert from 'node:assert/strict'
import { createLinkLookup, readLinks } from './links.js'
import type { SettingsProblem } from './problem.js'

describe('readLinks', () => {
  const read = (value: unknown) => {
    const problems: SettingsProblem[] = []
    const links = readLinks(value, problems)
    return { links, problems: problems.map(({ text }) => text) }
  }

  it('reads types, models and roles', () =>
    assert.deepEqual(
      read([
        { type: 'src/api.ts#UserDto', model: 'User', role: 'create' },
        { type: 'src/**/*.dto.ts#Create*', model: 'none' },
      ]),
      {
        links: [
          { type: 'src/api.ts#UserDto', model: 'User', role: 'create' },
          { type: 'src/**/*.dto.ts#Create*', model: 'none', role: undefined },
        ],
        problems: [],
      },
    ))

  it('tells all mistakes, each with its place', () =>
    assert.deepEqual(
      read([
        'User',
        {},
        { type: '../x.ts#A', model: 'User', roll: 'create' },
        { type: 'src/a.ts#', model: 'User', role: 'reader' },
        { type: 'A', model: 'a b' },
      ]).problems,
      [
        'links[0]: must be an object with "type" and "model"',
        'links[1].type: must be a type, such as "src/api.ts#UserDto" or "*Dto"',
        'links[1].model: must be the name of a model, or none',
        'links[2]: unknown key "roll"',
        'links[2].type: must be a path inside the workspace',
        'links[3].type: "" is no name of a type',
        'links[3].role: must be one of mirror, subset, create, update, query, command, derived',
        'links[4].model: must be the name of a model, or none',
      ],
    ))

  it('refuses what is no list', () =>
    assert.match(read({ 'src/a.ts#A': 'User' }).problems.join(), /^links: must be a list/))
})

describe('createLinkLookup', () => {
  const modelOf = createLinkLookup([
    { type: 'src/api.ts#UserDto', model: 'User', role: undefined },
    { type: 'src/c#/**#{Order,Bill}*', model: 'Order', role: 'mirror' },
    { type: 'Legacy*', model: 'none', role: undefined },
    { type: 'src#UserDto', model: 'Other', role: undefined },
  ])

  it('finds the first link that fits file and name', () => {
    assert.equal(modelOf('src/api.ts', 'UserDto')?.model, 'User')
    assert.equal(modelOf('src/deep/api.ts', 'UserDto')?.model, 'Other')
    assert.equal(modelOf('src/c#/a/b.ts', 'BillView')?.model, 'Order')
    assert.equal(modelOf('anywhere.ts', 'LegacyUser')?.model, 'none')
  })

  it('finds nothing for another name or file', () => {
    assert.equal(modelOf('src/api.ts', 'userdto'), undefined)
    assert.equal(modelOf('lib/api.ts', 'UserDto'), undefined)
    assert.equal(createLinkLookup([])('src/api.ts', 'UserDto'), undefined)
  })
})
