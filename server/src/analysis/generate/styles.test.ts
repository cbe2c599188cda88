import assert from 'node:assert/strict'
import { FETCH_DECLARATION, ZOD_DECLARATIONS } from '../../testing/ambient.js'
import { EVERY_KIND, EVERY_MODEL } from '../../testing/every-kind.js'
import { findingsIn, generated } from '../../testing/generated.js'
import { NEST, packageJson, serverErrors } from '../../testing/nest-project.js'
import { OUTPUTS } from './outputs.js'

/** A way to write code, and what must and must not be in code that is written that way. */
interface Style {
  readonly name: string
  readonly neighbours: string
  readonly never: readonly RegExp[]
  /** How the model `Profile` is read, and its nullable column. */
  readonly record: readonly RegExp[]
}

const PLAIN = `//- /src/types/label.ts
export interface Label {
  slug: string
}
//- /src/types/user.ts
export interface User {
  id: number
  email: string
  name: string | null
  role: 'ADMIN' | 'TEAM_MEMBER' | 'guest'
}
//- /src/labels/dto/create-label.dto.ts
import { IsString } from 'class-validator'

export class CreateLabelDto {
  @IsString()
  slug!: string
}
`

const ALIASES = `//- /src/types/label.ts
export type Label = {
    slug: string;
};
//- /src/types/user.ts
export type User = {
    id: number;
    email: string;
    name?: string;
    role: "ADMIN" | "TEAM_MEMBER" | "guest";
};
//- /src/labels/dto/create-label.dto.ts
import { IsString } from "class-validator";

export class CreateLabelDto {
    @IsString()
    slug!: string;
}
`

const TABS = `//- /src/types/label.ts
export interface Label {
	slug: string;
}
//- /src/types/user.ts
export interface User {
	id: number;
	email: string;
	name?: string | null;
	role: 'ADMIN' | 'TEAM_MEMBER' | 'guest';
}
//- /src/labels/dto/create-label.dto.ts
import { IsString } from 'class-validator';

export class CreateLabelDto {
	@IsString()
	slug!: string;
}
`

const STYLES: readonly Style[] = [
  {
    name: 'two spaces, no semicolons, interfaces that allow null',
    neighbours: PLAIN,
    never: [/;$/m, /^\t/m, /from "/],
    record: [/^export interface Profile \{$/m, /^ {2}born: (Date|string) \| null$/m],
  },
  {
    name: 'four spaces, semicolons, double quotes, aliases with optional properties',
    neighbours: ALIASES,
    never: [/^import .*[^;{,\n]$/m, /^ {2}\S/m, /^\t/m, /from '/],
    record: [/^export type Profile = \{$/m, /^ {4}born\?: (Date|string);$/m],
  },
  {
    name: 'tabs, semicolons, interfaces with both',
    neighbours: TABS,
    never: [/^import .*[^;{,\n]$/m, /^ {2}\S/m, /from "/],
    record: [/^export interface Profile \{$/m, /^\tborn\?: (Date|string) \| null;$/m],
  },
]

/** `Prisma.` and what services have in common with the client's declarations is theirs, not the style's. */
const OWN_FILES = /^(prisma\/migrations|src\/(types\/(label|user)|labels\/dto\/create-label\.dto)\.ts)/

describe('every output looks like its neighbours', () => {
  for (const { name, neighbours, never, record } of STYLES) {
    it(`with ${name}`, () => {
      const source = `${packageJson(...NEST, 'zod')}//- /prisma/schema.prisma\n${EVERY_KIND}${neighbours}`
      for (const output of OUTPUTS) {
        const { texts, world } = generated(source, output, ...EVERY_MODEL)
        const made = [...texts].filter(([file]) => !OWN_FILES.test(file))
        assert.ok(made.length > 0 || output === 'tests', output)
        for (const [file, text] of made) {
          for (const pattern of never)
            assert.doesNotMatch(text.replace(/`[^`]*`/g, '``'), pattern, `${output}: ${file}\n${text}`)
        }
        assert.deepEqual(findingsIn(world), [], output)
        const errors = output === 'tests' ? [] : serverErrors(new Map([...world.texts, ...GLOBALS]), EVERY_KIND)
        assert.deepEqual(errors, [], output)
        if (output === 'interface') {
          for (const pattern of record) assert.match(texts.get('src/types/profile.ts') ?? '', pattern)
        }
      }
    })
  }
})

const GLOBALS: ReadonlyMap<string, string> = new Map([
  ['zod.d.ts', ZOD_DECLARATIONS],
  ['fetch.d.ts', FETCH_DECLARATION],
])
