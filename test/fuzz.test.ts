import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { globSync } from 'tinyglobby'
import { createLevels } from '../server/src/analysis/levels.js'
import { readBaseline } from '../server/src/configuration/baseline.js'
import { createFileFilter } from '../server/src/configuration/globs.js'
import { createHiddenLookup } from '../server/src/configuration/hidden.js'
import { createLinkLookup } from '../server/src/configuration/links.js'
import { readSettings } from '../server/src/configuration/settings.js'
import { createSurfaceLookup } from '../server/src/configuration/surfaces.js'
import { lowerSchema } from '../server/src/prisma/lower.js'
import { scanSchema } from '../server/src/prisma/scan.js'
import type { ConfigurationText } from '../server/src/project/configuration-text.js'
import { parseJson } from '../server/src/project/parse-json.js'
import { parseYaml } from '../server/src/project/parse-yaml.js'
import { RULES } from '../server/src/rules/index.js'
import { snapshotOf } from '../server/src/testing/check.js'
import type { FixtureFile } from '../server/src/testing/fixture.js'
import { createRandom, type Random } from '../server/src/testing/random.js'
import { randomText } from '../server/src/testing/random-text.js'
import { summarise } from '../server/src/typescript/summarise.js'
import { readUsage } from '../server/src/typescript/usage.js'

/** Seconds for each part; minutes of them with `npm run fuzz`. */
const SECONDS = Number(process.env.PRISMA_DRIFT_FUZZ_SECONDS ?? 1)
/** Another one each time, unless one is asked for: what fails says which it was. */
const SEED = Number(process.env.PRISMA_DRIFT_FUZZ_SEED ?? Date.now() % 2 ** 31)
/** No text of this size may take longer. */
const LONGEST_MS = 5000

const read = (pattern: string) =>
  globSync(pattern)
    .sort()
    .map((file) => readFileSync(file, 'utf8'))
const SCHEMAS = read('examples/storefront/**/*.prisma')
const SOURCES = read('examples/storefront/**/*.{ts,tsx}')
const WORDS = [...new Set([...SCHEMAS, ...SOURCES].join('\n').match(/[A-Za-z_]\w*/g))]
const CODES = new Set(RULES.map(({ code }) => code))

/** Damages texts at random, a few times each, until the time is over, and tries each out. */
function fuzz(texts: readonly string[], attempt: (text: string, random: Random) => void) {
  const until = performance.now() + SECONDS * 1000
  for (let round = 0; round === 0 || performance.now() < until; round++) {
    const seed = SEED + round
    const random = createRandom(seed)
    let text = random.pick(texts)
    for (let edits = 1 + random.below(12); edits > 0; edits--) text = randomText(text, WORDS, random).text
    const started = performance.now()
    try {
      attempt(text, random)
      assert.ok(performance.now() - started < LONGEST_MS, 'it takes too long')
    } catch (error) {
      throw new Error(`seed ${seed}: ${error instanceof Error ? error.stack : error}\n${text}`)
    }
  }
}

function fileOf(file: string, text: string): FixtureFile {
  return { file, text, flag: undefined, annotations: [] }
}

function assertSpans(spans: Iterable<{ readonly start: number; readonly end: number }>, text: string): void {
  for (const { start, end } of spans) assert.ok(0 <= start && start <= end && end <= text.length, `${start}-${end}`)
}

describe('whatever is typed', () => {
  it('the scanner of schemas and what follows from it do not fail', () =>
    fuzz(SCHEMAS, (text) => {
      const syntax = scanSchema(text)
      assertSpans(syntax.blocks, text)
      const { spans, suppressions } = lowerSchema({ root: '', files: [{ file: 'a', syntax }] })
      for (const inFile of spans.values()) assertSpans(inFile.values(), text)
      for (const inFile of suppressions.values())
        assertSpans(
          inFile.map(({ span }) => span),
          text,
        )
    }))

  it('the reader of TypeScript does not fail', () =>
    fuzz(SOURCES, (text) => {
      const { spans, suppressions } = summarise('a.ts', text)
      assertSpans(spans.values(), text)
      assertSpans(
        suppressions.map(({ span }) => span),
        text,
      )
      readUsage('a.ts', text)
    }))

  it('no rule fails, and the order of files does not matter', () =>
    fuzz(SOURCES, (text, random) => {
      const files = [
        fileOf('schema.prisma', randomText(random.pick(SCHEMAS), WORDS, random).text),
        fileOf('web/a.ts', text),
        ...SOURCES.slice(0, 12).map((source, index) => fileOf(`src/s${index}.ts`, source)),
      ]
      const snapshot = snapshotOf(files)
      const findings = snapshot.findings()
      assert.deepEqual(snapshot.failures(), [])
      const shuffled = files.map((each) => ({ each, at: random.below(1000) })).sort((a, b) => a.at - b.at)
      const again = snapshotOf(shuffled.map(({ each }) => each)).findings()
      assert.deepEqual(again, findings)
    }))

  it('a configuration is read or told to be wrong, with a line that is there', () =>
    fuzz(CONFIGURATIONS, (text) => {
      for (const parsed of [parseJson(text), parseYaml(text)]) tryConfiguration(parsed, text)
    }))
})

const CONFIGURATIONS = [
  readFileSync('examples/storefront/prisma-drift.config.jsonc', 'utf8'),
  JSON.stringify(
    {
      extends: ['strict', 'nestjs-next'],
      rules: { 'field-extra': 'off', 'field-missing': 'info' },
      overrides: [{ files: ['src/**', 'a/{b,c}'], rules: { 'field-extra': 'hint' } }],
      include: ['src', '**/*.ts'],
      exclude: ['[a-z]/**'],
      links: [{ type: 'src/*.ts#*Dto', model: 'User', role: 'create' }],
      names: { User: ['Member'] },
      affixes: ['Vm'],
      hidden: ['User.note', 'x*'],
      wire: 'json',
      surfaces: [{ files: ['web'], side: 'client', wire: 'superjson' }],
    },
    null,
    2,
  ),
  'extends: strict\nrules:\n  field-extra: off\noverrides:\n  - files: [src]\n    rules: &a {field-extra: hint}\n  - files: [b]\n    rules: *a\n',
]

function tryConfiguration(parsed: ConfigurationText, text: string): void {
  if ('problem' in parsed) {
    assert.notEqual(parsed.problem, '')
    return
  }
  readBaseline(parsed.value)
  const { settings, problems } = readSettings(parsed.value, CODES)
  const lines = text.split('\n').length
  for (const { at, text: told } of problems) {
    const line = parsed.lineOf(at) ?? 1
    assert.ok(told !== '' && line >= 1 && line <= lines, `${told} in line ${line}`)
  }
  if (!settings) return
  createFileFilter(settings)('src/a.ts')
  createLevels(settings).of('field-extra', 'src/a.ts')
  createLinkLookup(settings.links ?? [])('src/a.ts', 'UserDto')
  createSurfaceLookup(settings.surfaces ?? []).sideOf('web/a.ts')
  createHiddenLookup(settings.hidden ?? [])('User', 'note')
}
