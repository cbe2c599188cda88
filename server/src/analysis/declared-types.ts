import type { ElementId } from '../model/element.js'
import type { FileId } from '../text/file-id.js'
import { summarise } from '../typescript/summarise.js'

/** A type that a file declares. */
export interface DeclaredType {
  readonly name: string
  readonly id: ElementId
}

/** The types that a text declares, whether anything describes them or not. */
export function declaredTypes(file: FileId, text: string): readonly DeclaredType[] {
  const { summary } = summarise(file, text)
  return summary.declarations.map(({ name, id }) => ({ name, id }))
}
