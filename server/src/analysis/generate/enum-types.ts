import { pascalCase } from 'change-case'
import type { EnumForm } from '../../generators/enum.js'
import { mostFrequent } from '../../generators/style.js'
import type { EnumPair } from '../../matching/pair.js'
import { escapePattern } from '../../text/escape-pattern.js'
import type { Surface } from '../surfaces.js'
import { learn, type Project } from './project.js'

/** The lists of values of a surface, and what they have in common. */
export interface EnumTypes {
  readonly pairs: readonly EnumPair[]
  readonly form: EnumForm
  readonly memberCase: 'value' | 'pascal'
}

export function enumTypesOf(project: Project, surface: Surface): EnumTypes {
  const pairs = project.snapshot
    .enumPairs()
    .filter(({ at, schema, inlineIn, confidence }) => {
      const isHere = !inlineIn && schema === project.schema && project.snapshot.surfaceOf(at.file) === surface
      return isHere && confidence !== 'possible'
    })
    .filter((pair) => formOf(pair, project) !== undefined)
  return { pairs, ...learn(project, `lists of values, ${surface}`, () => commonIn(pairs, project)) }
}

function commonIn(pairs: readonly EnumPair[], project: Project): Omit<EnumTypes, 'pairs'> {
  const forms = pairs.flatMap((pair) => formOf(pair, project) ?? [])
  const cases = pairs.flatMap((pair) => memberCaseOf(pair, project) ?? [])
  return { form: mostFrequent(forms) ?? 'union', memberCase: mostFrequent(cases) ?? 'value' }
}

/** How an exported list of values is declared; undefined for one whose name is no type elsewhere. */
export function formOf({ at, name }: EnumPair, { texts }: Project): EnumForm | undefined {
  const text = texts.get(at.file) ?? ''
  const declares = (words: string) => new RegExp(`^export\\s+${words}\\s+${escapePattern(name)}\\b`, 'm').test(text)
  if (declares('(?:declare\\s+)?(?:const\\s+)?enum')) return 'enum'
  if (!declares('type')) return undefined
  return declares('const') ? 'const' : 'union'
}

/** How the members of an enum or object are called; undefined where it does not matter. */
function memberCaseOf(pair: EnumPair, project: Project): EnumTypes['memberCase'] | undefined {
  if (formOf(pair, project) === 'union') return undefined
  const text = project.texts.get(pair.at.file) ?? ''
  const isPascal = pair.values.every((value) => {
    return pascalCase(value) === value || new RegExp(`\\b${pascalCase(value)}\\s*[:=]`).test(text)
  })
  return isPascal ? 'pascal' : 'value'
}
