import { isPrismaNext } from '../prisma/prisma-next.js'
import { type FileId, folderOf } from '../text/file-id.js'
import { joinId } from './paths.js'

/** What one `.prisma` file is, as far as finding whole schemas needs it. */
export interface SchemaFacts {
  readonly file: FileId
  readonly hasDatasource: boolean
  readonly generators: readonly GeneratorFacts[]
  /** The names of its models, views, types and enums. */
  readonly names: ReadonlySet<string>
  /** The provider that its datasource names. */
  readonly provider: string | undefined
  /** It is written in the dialect of Prisma Next, which is another language. */
  readonly next: boolean
}

export interface GeneratorFacts {
  readonly name: string
  readonly provider: string
  /** Whether it says where it writes, in whatever way. */
  readonly hasOutput: boolean
  /** Where it writes, if that is given as a plain string. */
  readonly output: FileId | undefined
}

/** Reads the facts of a schema file by light patterns; half-typed text is no obstacle. */
export function readSchemaFacts(file: FileId, text: string): SchemaFacts {
  const bare = text.replace(/^[ \t]*\/\/.*$/gm, '')
  const datasource = /^[ \t]*datasource\s+\w+\s*\{([^}]*)/m.exec(bare)
  return {
    file,
    hasDatasource: datasource !== null,
    generators: [...bare.matchAll(GENERATOR)].map((match) => generatorOf(file, match)),
    names: new Set([...bare.matchAll(DECLARATION)].map((match) => match[1] ?? '')),
    provider: datasource === null ? undefined : settingOf(datasource[1] ?? '', 'provider'),
    next: isPrismaNext(text),
  }
}

/** Whether a generator is one of Prisma's two clients. */
export function isClientGenerator({ provider }: GeneratorFacts): boolean {
  return provider === 'prisma-client-js' || provider === 'prisma-client'
}

const GENERATOR = /^[ \t]*generator\s+(\w+)\s*\{((?:[^}"]|"(?:[^"\\\n]|\\.)*")*)/gm
const DECLARATION = /^[ \t]*(?:model|view|type|enum)\s+(\w+)\s*\{/gm

function generatorOf(file: FileId, [, name = '', body = '']: RegExpExecArray): GeneratorFacts {
  const output = settingOf(body, 'output')
  return {
    name,
    provider: settingOf(body, 'provider') ?? '',
    hasOutput: /^[ \t]*output\s*=/m.test(body),
    output: output === undefined || output.startsWith('/') ? undefined : joinId(folderOf(file), output),
  }
}

function settingOf(body: string, key: string): string | undefined {
  return new RegExp(`^[ \\t]*${key}\\s*=\\s*"((?:[^"\\\\\\n]|\\\\.)*)"`, 'm').exec(body)?.[1]
}
