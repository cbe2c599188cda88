import { escapePattern } from '../../../text/escape-pattern.js'
import type { FileId } from '../../../text/file-id.js'
import type { Project } from '../project.js'

/** The file that declares the class or type which a file knows by a name. */
export function declarationOf(name: string, from: FileId, { texts, resolveModule }: Project): FileId | undefined {
  const declares = (file: FileId | undefined) => file !== undefined && declaration(name).test(texts.get(file) ?? '')
  if (declares(from)) return from
  const module = moduleImporting(name, texts.get(from) ?? '')
  const target = module === undefined ? undefined : resolveModule(from, module)
  if (target === undefined || target === 'client') return undefined
  // What a barrel hands on is found by its name.
  return declares(target) ? target : [...texts.keys()].find(declares)
}

/** The module that a text has a name from, as it is written. */
export function moduleImporting(name: string, text: string): string | undefined {
  const imported = new RegExp(
    `import\\s+(?:type\\s+)?\\{[^}]*\\b${escapePattern(name)}\\b[^}]*\\}\\s*from\\s*['"]([^'"]+)`,
  )
  return imported.exec(text)?.[1]
}

function declaration(name: string): RegExp {
  return new RegExp(`\\b(?:class|interface|type|enum)\\s+${escapePattern(name)}\\b`)
}
