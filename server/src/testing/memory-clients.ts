import type { ClientSource } from '../analysis/world.js'
import { scanSchema } from '../prisma/scan.js'
import type { Fixture, FixtureFile } from './fixture.js'

/**
 * The clients that a fixture's schema files ask for, all in Prisma's own place: the file with the flag `client` is the
 * copy of the schema in it, and `node_modules/{.prisma/client,@prisma/client,prisma}/package.json` tell the versions.
 * Where `@prisma/client` is there, but no copy, none is generated.
 */
export function clientsOf(schema: readonly FixtureFile[], fixture: Fixture): readonly ClientSource[] {
  const copy = fixture.find(({ flag }) => flag === 'client')
  const versionOf = (name: string) => {
    const manifest = fixture.find(({ file }) => file === `node_modules/${name}/package.json`)
    return manifest && (JSON.parse(manifest.text) as { readonly version: string }).version
  }
  const versions = {
    generated: versionOf('.prisma/client'),
    client: versionOf('@prisma/client'),
    cli: versionOf('prisma'),
  }
  const known = copy ?? (versions.client === undefined ? 'unknown' : 'missing')
  return schema.flatMap(({ file, text }) => {
    const generators = scanSchema(text).blocks.filter(({ kind }) => kind === 'generator')
    return generators.map(({ name }) => {
      return { file, generator: name?.text ?? '', place: 'default', copy: known, versions } as const
    })
  })
}
