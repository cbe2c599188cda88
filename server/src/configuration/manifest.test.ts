import assert from 'node:assert/strict'
import manifest from '../../../package.json' with { type: 'json' }
import { SERVER_SETTINGS } from '../../../shared/src/settings.js'
import { SEVERITIES } from '../model/finding.js'
import { ROLES } from '../model/role.js'
import { RULES } from '../rules/index.js'
import { DEFAULT_SETTINGS } from './settings.js'
import { WIRE_FORMATS } from './wire.js'

describe('the settings in package.json', () => {
  const settings = manifest.contributes.configuration.properties
  const names = Object.keys(settings).map((name) => name.replace(/^prismaDrift\./, ''))

  it('are those that the server is told, and one of the client’s own', () =>
    assert.deepEqual(names.toSorted(), [...SERVER_SETTINGS, 'trace.server'].toSorted()))

  it('hold all that a configuration file can say', () =>
    assert.deepEqual(names.filter((name) => !name.includes('.')).toSorted(), Object.keys(DEFAULT_SETTINGS).toSorted()))

  it('know all rules, each with its summary', () => {
    const { propertyNames, additionalProperties } = settings['prismaDrift.rules']
    const sentence = (summary: string) => `${summary.slice(0, 1).toUpperCase()}${summary.slice(1)}.`
    assert.deepEqual(
      propertyNames.enum,
      RULES.map(({ code }) => code),
    )
    assert.deepEqual(
      propertyNames.enumDescriptions,
      RULES.map(({ summary }) => sentence(summary)),
    )
    assert.deepEqual(additionalProperties.enum, ['off', ...SEVERITIES])
  })

  it('know all roles and forms of the wire', () => {
    assert.deepEqual(settings['prismaDrift.links'].items.properties.role.enum, ROLES)
    assert.deepEqual(settings['prismaDrift.wire'].enum, WIRE_FORMATS)
  })

  it('say what each value means', () => {
    const described = JSON.stringify(settings).match(/"enum":\[/g) ?? []
    const descriptions = JSON.stringify(settings).match(/"(?:markdownE|e)numDescriptions":\[/g) ?? []
    // The levels of the trace are the protocol's own words.
    assert.equal(descriptions.length, described.length - 1)
    for (const setting of Object.values(settings)) assert.ok(setting.markdownDescription.length > 40)
  })
})
