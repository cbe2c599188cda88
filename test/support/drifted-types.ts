import type { Files } from './workspace.js'

/** A workspace of many files with a finding each, which all have a safe fix, and what they read once it is made. */
export interface DriftedTypes {
  readonly files: Files
  readonly fixed: Readonly<Record<string, string>>
  readonly drifted: Readonly<Record<string, string>>
}

export function driftedTypes(count: number): DriftedTypes {
  const names = Array.from({ length: count }, (_, index) => `Thing${String.fromCharCode(65 + (index % 26))}${index}x`)
  const models = names.map(
    (name) => `model ${name} {\n  id Int @id\n  label String\n  weight Int?\n  colour String\n}\n`,
  )
  const texts = (weight: string) =>
    Object.fromEntries(names.map((name) => [`src/${name}.ts`, typeText(name, weight)] as const))
  const drifted = texts('string | null')
  return {
    drifted,
    fixed: texts('number | null'),
    files: {
      ...drifted,
      'package.json': '{ "name": "things" }\n',
      'schema.prisma': `datasource db {\n  provider = "postgresql"\n}\n\n${models.join('\n')}`,
    },
  }
}

function typeText(name: string, weight: string): string {
  const filler = `/** ${'A long comment that makes the file larger than a page. '.repeat(100)}*/\n`
  return `${filler}export interface ${name} {\n  id: number\n  label: string\n  weight: ${weight}\n  colour: string\n}\n`
}
