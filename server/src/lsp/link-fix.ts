import type { ElementRef } from '../model/element.js'
import type { Fix } from '../model/finding.js'

/** The tag that says which model a type describes, as a fix. */
export function linkFix(at: ElementRef, model: string): Fix {
  return { title: `Link to model '${model}'`, safe: false, intents: [{ kind: 'setTag', at, tag: `@prisma ${model}` }] }
}
