import assert from 'node:assert/strict'
import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { editingWorkspace } from '../../bench/editing-workspace.js'
import { createAnalysisHost } from '../../server/src/analysis/host.js'
import { loadSettings } from '../../server/src/project/load-settings.js'
import { loadWorkspace } from '../../server/src/project/load-workspace.js'
import { MIGRATION_RULES, SQL_RULES } from '../../server/src/rules/index.js'
import { EDITED_WORKSPACE } from '../../server/src/testing/edited-workspace.js'
import { createRandom } from '../../server/src/testing/random.js'
import { createEditor, type Editor } from '../support/editor.js'
import { eventually, type FindingLine, findingLine, linesOfServer, startClient } from '../support/language-client.js'
import { inWorkspace, type Workspace } from '../support/workspace.js'

/** `DIFFERENTIAL_SEED=7` edits otherwise, `DIFFERENTIAL_FACTOR=20` for longer. A failure names the seed and what was done. */
const seed = Number(process.env.DIFFERENTIAL_SEED ?? 1)
const factor = Number(process.env.DIFFERENTIAL_FACTOR ?? 1)

const EVERYTHING = Object.fromEntries([
  ...[...EDITED_WORKSPACE]
    .filter(([name]) => !name.endsWith(' base'))
    .map(([name, text]) => [name.split(' ')[0], text]),
  ['web/tsconfig.json', '{ "compilerOptions": { "paths": { "@/*": ["./src/*"] } } }'],
  [
    'web/src/pages/user.ts',
    "import type { User } from '@/types'\n\nexport type UserCard = Pick<User, 'id' | 'emails'>\n",
  ],
])
const EARLIER = { 'api/prisma/schema.prisma': EDITED_WORKSPACE.get('api/prisma/schema.prisma base') ?? '' }

/** About 1,000 edits in all; `analysis/differential.test.ts` tries 3,000 more without a server. */
const WALKS = [
  { name: 'a workspace with something of everything', files: () => EVERYTHING, earlier: EARLIER, steps: 400 },
  { name: 'the example', files: () => textsIn('examples/storefront'), earlier: {}, steps: 300 },
  {
    name: 'a generated workspace',
    files: () => Object.fromEntries(editingWorkspace({ models: 20, files: 60, length: 400 }).files),
    earlier: {},
    steps: 300,
  },
]

describe('a server that has lived through many edits', () => {
  for (const { name, files, earlier, steps } of WALKS) {
    it(`says what a fresh check says of the same bytes: ${name}`, () =>
      inWorkspace({ ...files(), ...earlier }, (workspace) =>
        inWorkspace({}, async (mirror) => {
          workspace.commit()
          workspace.write(files())
          const client = await startClient(workspace.root)
          const random = createRandom(seed)
          const editor = createEditor({ client, workspace, mirror, random })
          try {
            for (let step = 1; step <= steps * factor; step++) {
              editor.act()
              if (random.chance(30)) await client.pull(random.pick(editor.files()))
              if (random.chance(15) || step === steps * factor) await comesRight(editor, mirror, linesOf)
            }
          } catch (error) {
            throw new Error(`seed ${seed}\n  ${editor.done.join('\n  ')}`, { cause: error })
          } finally {
            await client.stop()
          }
        }),
      )).timeout(600_000)
  }

  async function comesRight(
    editor: Editor,
    mirror: Workspace,
    read: (root: string) => Promise<readonly FindingLine[]>,
  ) {
    editor.reflect()
    const expected = (await read(mirror.root)).filter(isOfCheck)
    await eventually(async () => assert.deepEqual((await linesOfServer(editor.client)).filter(isOfCheck), expected))
    editor.done.push(`right: ${expected.length} findings`)
  }
})

/** What editors ask Prisma's engine and the branch that others build on `check` does not ask. */
function isOfCheck(line: FindingLine): boolean {
  return !ASKED_BY_EDITORS.some((code) => line.includes(`[${code}]`))
}

const ASKED_BY_EDITORS = [...MIGRATION_RULES, ...SQL_RULES].map(({ code }) => code)

/** What `check` finds in a folder, but for Prisma's own validation, which is no finding; sorted. */
async function linesOf(root: string): Promise<readonly FindingLine[]> {
  const loaded = await loadSettings({ root, trust: 'trusted' })
  if (loaded.kind === 'broken') throw new Error(loaded.problems.join('; '))
  const { world } = await loadWorkspace({ root, base: 'HEAD', trust: 'trusted', settings: loaded.settings })
  if (world.schemas.length === 0) return []
  const snapshot = createAnalysisHost(world).snapshot()
  const lines = snapshot
    .findings()
    .map(({ at, severity, rule, message }) =>
      findingLine({ file: at.file, range: snapshot.rangeOf(at), severity, rule, message }),
    )
  return lines.sort()
}

function textsIn(folder: string): Record<string, string> {
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' })
  const read = files.filter((file) => /\.(tsx?|prisma|sql|jsonc?)$/.test(file)).sort()
  return Object.fromEntries(read.map((file) => [file, readFileSync(path.join(folder, file), 'utf8')]))
}
