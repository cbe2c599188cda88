import { type ElementId, typeIdOf } from '../model/element.js'
import type { Intent } from '../model/intent.js'
import { type Editable, propertyOf, Refusal } from './editable.js'

/**
 * An intent for each place that declares its property: several alternatives of a union may, and what is true of the
 * property is to be true of all. Refuses another type for a property that these type in several ways.
 */
export function everywhere(editable: Editable, intent: Intent): readonly Intent[] {
  if (!OF_PROPERTIES.has(intent.kind)) return [intent]
  const { id } = intent.at
  const property = propertyOf(id)
  const places = placesOf(editable, property)
  if (places.length < 2) return [intent]
  if (intent.kind === 'setType' && new Set(places.map((place) => typeAt(editable, place))).size > 1)
    throw new Refusal(`alternatives of a union have '${property}' in several types`)
  return places.map((place): Intent => ({ ...intent, at: { ...intent.at, id: place + id.slice(property.length) } }))
}

const OF_PROPERTIES: ReadonlySet<Intent['kind']> = new Set<Intent['kind']>([
  'addNull',
  'removeNull',
  'setType',
  'setList',
  'setOptional',
  'renameMember',
  'removeMember',
])

/** The ids by which a file knows a property: those of its further places are numbered. */
function placesOf({ spans }: Editable, property: ElementId): readonly ElementId[] {
  const member = property.indexOf('.')
  if (member < 0) return [property]
  const plain = (id: ElementId) => id.slice(0, member) + id.slice(member).replace(/#\d+(?=\.|$)/g, '')
  const wanted = plain(property)
  return [...spans.keys()].filter((id) => id.startsWith(property.slice(0, member + 1)) && plain(id) === wanted)
}

function typeAt({ spans, text }: Editable, property: ElementId): string | undefined {
  const span = spans.get(typeIdOf(property))
  return span && text.slice(span.start, span.end)
}
