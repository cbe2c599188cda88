import type { ElementId } from '../model/element.js'
import type { WantedType } from '../model/intent.js'
import type { TextEdit } from '../text/text-edit.js'
import { documentList, documentNoNull, documentNull, documentType } from './edit-documentation.js'
import { checkEach, swapConversion } from './edit-field-decorators.js'
import { type FieldSite, propertyAt } from './edit-site.js'
import { addNull, removeNull, setList, setType } from './edit-type.js'
import { letBeOptional, swapValidator } from './edit-validators.js'
import { addZodNull, removeZodNull, setZodList, setZodType } from './edit-zod.js'
import { type Editable, Refusal } from './editable.js'
import { writtenType } from './written-type.js'

/** Lets a property's type admit `null`, and so the validators that check it. */
export function addPropertyNull(editable: Editable, id: ElementId): readonly TextEdit[] {
  const site = propertyAt(editable, id)
  if (site.kind === 'entry') return addZodNull(editable, site.value)
  const edits = addNull(editable, typeOf(site))
  return edits.length === 0
    ? []
    : [...edits, ...letBeOptional(editable, site.field), ...documentNull(editable, site.field)]
}

/** Takes `null` out of a property's type. */
export function removePropertyNull(editable: Editable, id: ElementId): readonly TextEdit[] {
  const site = propertyAt(editable, id)
  if (site.kind === 'entry') return removeZodNull(editable, site.value)
  return [...removeNull(editable, typeOf(site)), ...documentNoNull(editable, site.field)]
}

/** Replaces a property's base type, and the plain validator that refuses the new one. */
export function setPropertyType(editable: Editable, id: ElementId, wanted: WantedType): readonly TextEdit[] {
  const site = propertyAt(editable, id)
  if (site.kind === 'entry') return setZodType(editable, site.value, wanted)
  const { text, imports } = writtenType(editable, wanted)
  const edits = setType(editable, typeOf(site), text)
  if (edits.length === 0) return []
  const { field } = site
  return [
    ...edits,
    ...imports,
    ...swapValidator(editable, field, wanted.type),
    ...swapConversion(editable, field, wanted.type),
    ...documentType(editable, field, wanted.type),
  ]
}

/** Makes a property a list, or a single value. */
export function setPropertyList(editable: Editable, id: ElementId, list: boolean): readonly TextEdit[] {
  const site = propertyAt(editable, id)
  if (site.kind === 'entry') return setZodList(editable, site.value, list)
  const edits = setList(editable, typeOf(site), list)
  return edits.length === 0
    ? []
    : [...edits, ...checkEach(editable, site.field, list), ...documentList(editable, site.field, list)]
}

function typeOf({ field }: FieldSite) {
  if (!field.type) throw new Refusal('no type is written there')
  return field.type
}
