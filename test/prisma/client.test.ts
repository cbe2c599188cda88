import assert from 'node:assert/strict'
import { statSync } from 'node:fs'
import { type Run, runCli } from '../support/cli.js'
import { type Files, inWorkspace, type Workspace } from '../support/workspace.js'
import { VERSIONS, type Version } from './install.mjs'
import { addPrisma, withoutEngines } from './modules.js'

interface Client {
  readonly generator: string
  readonly state: string
  readonly differences: readonly { readonly kind: string; readonly name: string }[]
  readonly skew: string | null
  readonly command: string
}

interface Status extends Run {
  readonly clients: readonly Client[]
}

const MODELS = `model User {
  id    Int     @id @default(autoincrement())
  email String  @unique // mail
  role  Role
  posts Post[]
}

enum Role {
  ADMIN
  USER
}
`
const POSTS = `model Post {
  id Int @id
  author User @relation(fields: [authorId], references: [id])
  authorId Int
}
`
const GENERATORS = {
  'prisma-client-js': 'generator js {\n  provider = "prisma-client-js"\n}\n',
  'prisma-client': 'generator ts {\n  provider = "prisma-client"\n  output = "../OUTgenerated"\n}\n',
  'prisma-client-js elsewhere': 'generator own {\n  provider = "prisma-client-js"\n  output = "../OUTlib"\n}\n',
}
type Generator = keyof typeof GENERATORS

interface Scenario {
  readonly version: Version
  readonly generators: readonly Generator[]
  readonly layout: 'one file' | 'several files'
}

const SCENARIOS: readonly Scenario[] = VERSIONS.flatMap((version): readonly Scenario[] => {
  const generators: readonly Generator[] =
    version === '5' ? ['prisma-client-js', 'prisma-client-js elsewhere'] : ['prisma-client-js', 'prisma-client']
  return [
    { version, generators, layout: 'one file' },
    { version, generators: generators.slice(-1), layout: 'several files' },
  ]
})

/** The files of a project; Prisma 5 takes several of them only as a preview. */
function filesOf({ version, generators, layout }: Scenario): Files {
  const preview = version === '5' ? '"prisma-client-js"\n  previewFeatures = ["prismaSchemaFolder"]' : undefined
  const url = version === '7' ? '' : '  url = env("DATABASE_URL")\n'
  const blocks = generators.map((name) => GENERATORS[name].replace('OUT', layout === 'one file' ? '' : '../'))
  const head = `${blocks.join('')}datasource db {\n  provider = "postgresql"\n${url}}\n`
  const dependencies = { '@prisma/client': version, prisma: version }
  const manifest = JSON.stringify({ name: 'shop', dependencies })
  if (layout === 'one file') return { 'package.json': manifest, 'prisma/schema.prisma': `${head}\n${MODELS}${POSTS}` }
  const main = preview ? head.replace('"prisma-client-js"', preview) : head
  const folder = { 'prisma/schema/main.prisma': main, 'prisma/schema/user.prisma': MODELS }
  return { 'package.json': manifest, ...folder, 'prisma/schema/content/post.prisma': POSTS }
}

/** What became of each step: everything that is asserted is gathered here, so that scenarios can run side by side. */
interface Story {
  readonly atFirst: Status
  readonly made: Status
  readonly again: Status & { readonly untouched: boolean }
  readonly edited: Status
  readonly checked: readonly string[]
  readonly remade: Status
  readonly formatted: Status
}

async function tell(scenario: Scenario): Promise<Story> {
  const told: { story?: Story } = {}
  const files = filesOf(scenario)
  await inWorkspace(files, async (workspace) => {
    addPrisma(workspace.root, scenario.version)
    const env = withoutEngines(workspace.root)
    const ask = (command: 'status' | 'sync') => askClient(workspace, command, env)
    const [atFirst, made] = [await ask('status'), await ask('sync')]
    const before = statSync(workspace.at('node_modules')).mtimeMs
    const again = { ...(await ask('sync')), untouched: statSync(workspace.at('node_modules')).mtimeMs === before }
    edit(workspace, files)
    const edited = await ask('status')
    const { findings } = await workspace.report()
    const checked = findings.map(({ rule, file }) => `${rule} ${file}`)
    const remade = await ask('sync')
    reformat(workspace, files)
    told.story = { atFirst, made, again, edited, checked, remade, formatted: await ask('status') }
  })
  assert.ok(told.story)
  return told.story
}

/** Prisma takes seconds; beside other suites on a small machine, many. */
const LONGEST = 200_000

async function askClient(workspace: Workspace, command: 'status' | 'sync', env: Readonly<Record<string, string>>) {
  const run = await runCli(['client', command, '--format', 'json'], { cwd: workspace.root, env, timeoutMs: LONGEST })
  assert.ok(run.stdout.startsWith('{'), `${command}: status ${run.status}\n${run.stderr}`)
  return { ...run, clients: JSON.parse(run.stdout).clients as readonly Client[] }
}

const EDITED = (text: string) =>
  text
    .replace('email String  @unique', 'email String? @unique\n  phone String @map("tel")')
    .replace('  USER\n', '  GUEST\n')
    .replace('id Int @id\n', 'id Int @id\n  @@index([authorId])\n')

function edit(workspace: Workspace, files: Files): void {
  for (const [file, text] of Object.entries(files))
    if (file.endsWith('.prisma')) workspace.write({ [file]: EDITED(String(text)) })
}

function reformat(workspace: Workspace, files: Files): void {
  for (const [file, text] of Object.entries(files))
    if (file.endsWith('.prisma'))
      workspace.write({ [file]: `// told\n${EDITED(String(text)).replaceAll(' String', '    String')}` })
}

const DIFFERENCES = ['User.email changed', 'User.phone new', 'Role.GUEST new', 'Role.USER gone']

describe('the client that Prisma generates', function () {
  this.timeout(LONGEST * 2)
  const stories = SCENARIOS.map((scenario) => ({
    scenario,
    story: tell(scenario).catch((error: unknown) => ({ error })),
  }))

  for (const { scenario, story } of stories) {
    const { version, generators, layout } = scenario
    it(`is compared and made anew: Prisma ${version}, ${generators.join(' and ')}, ${layout}`, async () => {
      const told = await story
      if ('error' in told) throw told.error
      const statesOf = ({ clients }: Status) => clients.map(({ state }) => state)
      const all = (state: string) => generators.map(() => state)
      const { atFirst, made, again, edited, checked, remade, formatted } = told

      assert.deepEqual([atFirst.status, statesOf(atFirst)], [1, all('missing')])
      assert.deepEqual([made.status, statesOf(made)], [0, all('fresh')], made.stderr)
      assert.match(made.stderr, /> npx prisma generate/)
      assert.deepEqual([again.status, again.untouched, statesOf(again)], [0, true, all('fresh')])
      assert.doesNotMatch(again.stderr, /generate/)

      assert.deepEqual([edited.status, statesOf(edited)], [1, all('stale')])
      for (const { differences } of edited.clients)
        assert.deepEqual(differences.map(({ name, kind }) => `${name} ${kind}`).toSorted(), DIFFERENCES.toSorted())
      const file = layout === 'one file' ? 'prisma/schema.prisma' : 'prisma/schema/main.prisma'
      assert.deepEqual(
        checked,
        generators.map(() => `client-stale ${file}`),
      )

      assert.deepEqual([remade.status, statesOf(remade)], [0, all('fresh')], remade.stderr)
      assert.deepEqual([formatted.status, statesOf(formatted)], [0, all('fresh')])
      for (const { skew } of formatted.clients) assert.equal(skew, null)
    })
  }
})
