import assert from 'node:assert/strict'
import { withNewNames } from '../analysis/rename-plan.js'
import type { RenamedUses, RenameInput } from '../checker/input.js'
import type { Intent } from '../model/intent.js'
import { applyEdits } from '../text/text-edit.js'
import { renderIntents } from '../typescript/render-intents.js'
import { snapshotOf } from './check.js'
import { type Fixture, parseFixture } from './fixture.js'
import { worldOf } from './memory-world.js'
import { NOTHING_INSTALLED } from './nothing-installed.js'

/** What `renameUses` of the checker is, which only its own tests load. */
type RenameUses = (input: RenameInput) => RenamedUses

/** Makes what asserts that a rename leads to these texts of the files that it changes; tells what it came to. */
export function createRenameCheck(renameUses: RenameUses) {
  return (source: string, wanted: Wanted, expected: Readonly<Record<string, string>>): RenamedUses => {
    const fixture = parseFixture(source)
    const { texts: written, resolveModule } = worldOf(fixture)
    const workspace = { root: '/w', texts: written, resolveModule, installed: NOTHING_INSTALLED }
    const renamed = renameUses({
      workspace,
      isOpen: (file) => !file.includes('generated'),
      ...begin(fixture, wanted),
    })
    const texts = [...renamed.edits].map(([name, edits]) => {
      return [name, applyEdits(fixture.find(({ file }) => file === name)?.text ?? '', edits).trim()]
    })
    assert.deepEqual(
      Object.fromEntries(texts),
      Object.fromEntries(Object.entries(expected).map(([file, text]) => [file, text.trim()])),
    )
    return renamed
  }
}

interface Wanted {
  /** `file#Type.member`, `file#Type = value` or `Model.column` of the schema. */
  readonly what: string
  readonly to: string
}

/** What a rename of a declaration in TypeScript, or of a member of the schema, begins with. */
function begin(fixture: Fixture, { what, to }: Wanted): Pick<RenameInput, 'names' | 'declarations' | 'clients'> {
  const schemas = snapshotOf(fixture)
    .schemas()
    .map(({ schema }) => schema)
  const [, owner, member] = /^(\w+)\.(\w+)$/.exec(what) ?? []
  if (owner !== undefined && member !== undefined) {
    const name = { from: member, to }
    const clients = schemas.map((before) => ({ before, after: withNewNames(before, [{ owner, ...name }]) }))
    return { names: [name], declarations: new Map(), clients }
  }
  const [, file = '', id = '', value] = /^(.+)#([^ ]+)(?: = (.+))?$/.exec(what) ?? []
  const text = fixture.find((each) => each.file === file)?.text ?? ''
  const from = value ?? what.slice(what.lastIndexOf('.') + 1)
  const at = { file, id }
  const intent: Intent = value ? { kind: 'renameValue', at, from, to } : { kind: 'renameMember', at, to }
  const { edits, problems } = renderIntents(file, text, [intent])
  assert.deepEqual(problems, [])
  const clients = schemas.map((schema) => ({ before: schema, after: schema }))
  return { names: [{ from, to }], declarations: new Map([[file, edits]]), clients }
}
