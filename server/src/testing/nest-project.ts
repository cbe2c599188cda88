import { NEST_DECLARATIONS } from './ambient.js'
import { clientDeclarations } from './client-declarations.js'
import { compilerErrors } from './compiled.js'

export const NEST = ['@nestjs/common', '@prisma/client', 'class-validator', 'class-transformer', '@nestjs/swagger']

/** A fixture's file that makes its root a package with these dependencies. */
export function packageJson(...dependencies: readonly string[]): string {
  const versions = Object.fromEntries(dependencies.map((name) => [name, '*']))
  return `//- /package.json\n${JSON.stringify({ name: 'api', dependencies: versions })}\n`
}

/** What the compiler says of a server's files, which know NestJS and the client generated from a schema. */
export function serverErrors(texts: ReadonlyMap<string, string>, schema: string): readonly string[] {
  const ambient = { 'nest.d.ts': NEST_DECLARATIONS, 'client.d.ts': clientDeclarations(schema) }
  return compilerErrors(new Map([...texts, ...Object.entries(ambient)]))
}
