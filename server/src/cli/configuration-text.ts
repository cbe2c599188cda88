import type { Snapshot } from '../analysis/snapshot.js'
import type { Workspace } from '../project/load-workspace.js'
import { RULES } from '../rules/index.js'
import { type FileId, foldersAbove } from '../text/file-id.js'
import { groupBy } from '../text/group-by.js'
import { count } from './reporters/report.js'

export interface Seen {
  readonly snapshot: Snapshot
  readonly workspace: Workspace
  /** Where editors find the JSON schema, for completion; undefined where it is not installed. */
  readonly schema: string | undefined
}

/** A commented configuration that says what holds anyway. */
export function configurationText(seen: Seen): string {
  return `// What prisma-drift is to do here. Everything is optional: without this file the same is reported.
${seenLines(seen)
  .map((line) => `// ${line}\n`)
  .join('')}{
${seen.schema === undefined ? '' : `  "$schema": ${JSON.stringify(seen.schema)},\n\n`}  // Presets: "recommended" is what holds anyway; "strict" wants types to say all that the schema says; "nestjs-next" is
  // for a NestJS server and a Next.js client in one repository.
  "extends": ["recommended"],${isNestNext(seen) ? ' // This looks like "nestjs-next".' : ''}

  // How loud a rule is: "error", "warning", "info", "hint" or "off". \`prisma-drift explain RULE\` shows its page.
  "rules": {
    // These are off unless they are asked for:
${offRules()}
  },

  // The same for some files, such as a package of a monorepo.
  "overrides": [
    // { "files": ["packages/legacy/**"], "rules": { "field-extra": "off" } }
  ],

  // Files that are not read for types. Tests, mocks, seeds and what is generated are left out anyway.
  "exclude": [],

  // Where code runs and how values reach its types ("json", "superjson", "native"). What is inferred now:
  "surfaces": [
${surfaceLines(seen)}
  ],

  // Types and the models they describe, where names and fields do not tell; "none" for types that describe no model.
  "links": [
    // { "type": "src/api.ts#PersonDto", "model": "User", "role": "create" }
  ],

  // Other names of models, and words that you put before or after them: { "names": { "Customer": ["Client"] } }
  "names": {},
  "affixes": [],

  // Columns that types leave out on purpose. Secrets, audit and tenant columns are known.
  "hidden": []
}
`
}

function seenLines({ snapshot, workspace }: Seen): readonly string[] {
  const schemas = snapshot.schemas().map(({ lowered: { schema } }) => {
    return `${schema.files[0]} (${count(schema.models.size, 'model')}, ${count(schema.enums.size, 'enum')})`
  })
  const pairs = snapshot.pairs().filter(({ confidence, inline }) => confidence !== 'possible' && !inline).length
  return [
    `Seen: ${schemas.join(', ')}.`,
    `${count(workspace.fileCount, 'file')}; ${count(pairs, 'type')} describe a model.`,
  ]
}

function offRules(): string {
  const off = RULES.filter((rule) => rule.off)
  return off.map(({ code, summary }) => `    // "${code}": "hint", // ${summary}`).join('\n')
}

function isNestNext({ workspace }: Seen): boolean {
  const { packages } = workspace.world
  return ['@nestjs/core', 'next'].every((name) => packages.some(({ dependencies }) => dependencies.has(name)))
}

/** A line for each package that has types, with the side that they are on. */
function surfaceLines({ snapshot, workspace }: Seen): string {
  const roots = new Set(workspace.world.packages.map(({ root }) => root))
  const packageOf = (file: FileId) => [...foldersAbove(file)].find((folder) => roots.has(folder)) ?? ''
  const files = [...new Set(snapshot.pairs().map(({ shape }) => shape.file))]
  const rows = [...groupBy(files, packageOf)].map(([root, inside]) => {
    const [side, other] = new Set(inside.map((file) => snapshot.surfaceOf(file)))
    if (other !== undefined)
      return `    // ${root || 'The project'} has both sides, told apart by the paths of its files.`
    const { format } = snapshot.wireOf({ file: inside[0] ?? '' })
    return `    // { "files": ["${root === '' ? '**' : `${root}/**`}"], "side": "${side}", "wire": "${format}" },`
  })
  return rows.length > 0
    ? rows.sort().join('\n')
    : '    // { "files": ["apps/web/**"], "side": "client", "wire": "json" }'
}
