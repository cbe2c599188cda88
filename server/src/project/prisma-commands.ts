import type { PrismaSetup } from './prisma-command.js'
import { prismaWords } from './prisma-command.js'

/** What a command is told beside the schema. */
export interface CommandInput {
  /** Of a migration. */
  readonly name: string | undefined
  readonly resolution: 'applied' | 'rolled-back' | undefined
}

interface Offered {
  readonly changesDatabase?: true
  /** Undefined where something is missing in the input. */
  readonly words: (setup: PrismaSetup, input: CommandInput) => readonly string[] | undefined
}

/** The commands of Prisma that are offered. Resetting a database is none of them. */
const COMMANDS = {
  generate: { words: plain('generate') },
  migrateCreate: { changesDatabase: true, words: migrateDev('--create-only') },
  migrateDev: { changesDatabase: true, words: migrateDev() },
  migrateDeploy: { changesDatabase: true, words: plain('migrate', 'deploy') },
  migrateStatus: { words: plain('migrate', 'status') },
  migrateDiff: { words: migrateDiff },
  migrateResolve: { changesDatabase: true, words: migrateResolve },
  studio: { words: plain('studio') },
  seed: { changesDatabase: true, words: (setup) => prismaWords({ ...setup, schema: undefined }, ['db', 'seed']) },
  format: { words: plain('format') },
  validate: { words: plain('validate') },
} satisfies Record<string, Offered>

export type PrismaCommandName = keyof typeof COMMANDS

/** The program and the arguments of a command; undefined where the input lacks what it needs. */
export function wordsOf(name: PrismaCommandName, setup: PrismaSetup, input: CommandInput) {
  return COMMANDS[name].words(setup, input)
}

/** Whether a command can change a database. */
export function changesDatabase(name: PrismaCommandName): boolean {
  const command: Offered = COMMANDS[name]
  return command.changesDatabase === true
}

export function isPrismaCommand(name: unknown): name is PrismaCommandName {
  return typeof name === 'string' && Object.hasOwn(COMMANDS, name)
}

function plain(...args: readonly string[]): Offered['words'] {
  return (setup) => prismaWords(setup, args)
}

function migrateDev(...flags: readonly string[]): Offered['words'] {
  return (setup, { name }) => {
    const slug = slugOf(name ?? '')
    return slug === '' ? undefined : prismaWords(setup, ['migrate', 'dev', ...flags, '--name', slug])
  }
}

/** The SQL that leads from the database to the schema. */
function migrateDiff(setup: PrismaSetup): readonly string[] {
  const { place, cli } = setup
  const major = Number.parseInt(cli?.version ?? '', 10)
  const sides =
    major >= 7
      ? ['--from-config-datasource', '--to-schema', place]
      : ['--from-schema-datasource', place, '--to-schema-datamodel', place]
  return prismaWords({ ...setup, schema: undefined }, ['migrate', 'diff', ...sides, '--script'])
}

function migrateResolve(setup: PrismaSetup, { name, resolution }: CommandInput): readonly string[] | undefined {
  if (resolution === undefined || !/^[\w.-]+$/.test(name ?? '')) return undefined
  return prismaWords(setup, ['migrate', 'resolve', `--${resolution}`, name ?? ''])
}

/** What Prisma would make of a migration's name. */
function slugOf(name: string): string {
  return name
    .trim()
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '_')
    .replace(/^_+|_+$/g, '')
}
