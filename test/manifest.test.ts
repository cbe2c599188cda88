import assert from 'node:assert/strict'
import { existsSync, readFileSync } from 'node:fs'
import { globSync } from 'tinyglobby'
import { packagedReadme } from '../esbuild.readme.mjs'
import manifest from '../package.json' with { type: 'json' }
import { CLIENT_COMMANDS } from '../shared/src/requests.js'
import { SERVER_SETTINGS } from '../shared/src/settings.js'

const { contributes } = manifest

describe('the manifest of the extension', () => {
  const contributed = contributes.commands.map(({ command }) => command)

  it('has every command that the code registers, but the one that only code lenses name', () => {
    const table = readFileSync('client/src/commands/index.ts', 'utf8')
    const own = [...table.matchAll(/^ {2}'(prismaDrift\.\w+)':/gm)].map(([, name]) => name ?? '')
    const shared = [...table.matchAll(/^ {2}\[CLIENT_COMMANDS\.(\w+)\]:/gm)].map(([, key]) => key)
    assert.deepEqual(shared.toSorted(), Object.keys(CLIENT_COMMANDS).toSorted())
    const registered = [...own, ...Object.values(CLIENT_COMMANDS)]
    assert.ok(own.length > 5)
    assert.deepEqual(
      registered.filter((name) => name !== CLIENT_COMMANDS.showReferences).toSorted(),
      contributed.toSorted(),
    )
  })

  it('names no command, view or state elsewhere that is not there', () => {
    const sources = globSync('client/src/**/*.ts').map((file) => readFileSync(file, 'utf8'))
    const texts = [...sources, JSON.stringify(contributes)]
    const known = [...contributed, ...Object.values(CLIENT_COMMANDS), ...OTHER_NAMES, ...settingNames()]
    const named = texts.flatMap((text) => text.match(/prismaDrift\.[\w.]*\w/g) ?? [])
    assert.deepEqual(
      [...new Set(named)].filter((name) => !known.includes(name)),
      [],
    )
  })

  it('names files that exist', () => {
    const files = JSON.stringify(manifest).match(/(?:\.\/)?(?:client|dist)\/[\w./-]+/g) ?? []
    assert.ok(files.length > 8)
    assert.deepEqual(
      files.filter((file) => !existsSync(file)),
      [],
    )
  })

  it('runs where the workspace is, and says what it does without trust', () => {
    assert.deepEqual(manifest.extensionKind, ['workspace'])
    assert.equal(manifest.capabilities.untrustedWorkspaces.supported, 'limited')
    assert.equal(manifest.capabilities.virtualWorkspaces.supported, false)
    assert.equal(manifest.engines.vscode, `^${manifest.devDependencies['@types/vscode']}`)
  })

  it('ships a README that shows nothing that is not shipped', () => {
    const readme = packagedReadme(readFileSync('README.md', 'utf8'))
    assert.deepEqual(readme.match(/\]\((?!https:|#)[^)]*\)/g), null)
    assert.equal(packagedReadme('a [guide](docs/guide.md).\n\n![x](x.png)\n\n[here](#a)\n'), 'a guide.\n\n[here](#a)\n')
  })

  it('ships everything in bundles', () => assert.ok(!('dependencies' in manifest)))
})

describe('the schemas of the configuration', () => {
  const read = (name: string) => JSON.parse(readFileSync(`dist/${name}.schema.json`, 'utf8'))

  it('hold what the settings of the editor hold', () => {
    const { $schema, extends: presets, overrides, ...properties } = read('configuration').properties
    assert.deepEqual($schema, { type: 'string' })
    const names = Object.keys({ presets, overrides, ...properties })
    assert.deepEqual(names.length, SERVER_SETTINGS.filter((name) => !name.includes('.')).length)
    const settings = contributes.configuration.properties
    // A single preset may stand without a list; the rules of overrides are those that exist.
    assert.deepEqual(presets.anyOf[0], settings['prismaDrift.extends'].items)
    assert.deepEqual(overrides.items.properties.rules.propertyNames, settings['prismaDrift.rules'].propertyNames)
    for (const [name, { scope, order, ...schema }] of Object.entries<SettingSchema>(
      contributes.configuration.properties,
    )) {
      if (Object.hasOwn(properties, name.slice(SECTION.length))) {
        assert.deepEqual(properties[name.slice(SECTION.length)], schema, name)
      }
    }
  })

  it('are the same for the file and for package.json', () => {
    const { $schema, allowComments, allowTrailingCommas, ...configuration } = read('configuration')
    assert.ok($schema && allowComments && allowTrailingCommas)
    assert.deepEqual(read('package').properties, { 'prisma-drift': configuration })
  })
})

interface SettingSchema {
  readonly scope: string
  readonly order: number
}

const SECTION = 'prismaDrift.'

/** The view, the state that `when` clauses ask for, the status item, and a command of the editor’s own. */
const OTHER_NAMES = ['prismaDrift.tree', 'prismaDrift.state', 'prismaDrift.status', 'prismaDrift.tree.focus']

function settingNames(): readonly string[] {
  return Object.keys(contributes.configuration.properties)
}
