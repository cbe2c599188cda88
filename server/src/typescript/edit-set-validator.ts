import type { ElementId } from '../model/element.js'
import type { Intent } from '../model/intent.js'
import { replacement, type TextEdit } from '../text/text-edit.js'
import { namedImportsOf, swapImport } from './edit-imports.js'
import { propertyAt } from './edit-site.js'
import { argumentsFor, CLASS_VALIDATOR, type Validator, validatorsOf, withoutDecorator } from './edit-validators.js'
import { type Editable, Refusal, spanIn, textIn } from './editable.js'

/** Puts one validator of a property in place of another; options for all validators are kept. */
export function setValidator(
  editable: Editable,
  { at, from, to }: Extract<Intent, { kind: 'setValidator' }>,
): readonly TextEdit[] {
  const found = validatorAt(editable, at.id, from)
  const imports = namedImportsOf(editable, CLASS_VALIDATOR)
  if (!found || !imports) return []
  if (validatorAt(editable, at.id, to)) return [withoutDecorator(editable, found.decorator)]
  const call = `${to}(${argumentsFor(editable, found, to).join(', ')})`
  return [replacement(spanIn(editable, found.call), call), ...swapImport(editable, imports, { from, to })]
}

/** Sets a figure that a validator of a property is called with. */
export function setValidatorLimit(
  editable: Editable,
  { at, validator, argument, limit }: Extract<Intent, { kind: 'setValidatorLimit' }>,
): readonly TextEdit[] {
  const { call } = validatorAt(editable, at.id, validator) ?? {}
  const written = call?.arguments[argument]
  if (!call || !written) throw new Refusal(`@${validator} is called without a limit`)
  if (textIn(editable, written) === String(limit)) return []
  const below = argument > 0 ? call.arguments[0] : undefined
  const isEmpty = below && Number(textIn(editable, below).replaceAll('_', '')) > limit
  if (isEmpty) throw new Refusal(`@${validator} would let nothing through`)
  return [replacement(spanIn(editable, written), String(limit))]
}

function validatorAt(editable: Editable, id: ElementId, name: string): Validator | undefined {
  const site = propertyAt(editable, id)
  if (site.kind === 'entry') throw new Refusal(`'${id}' has no decorators`)
  return validatorsOf(editable, site.field).find((each) => each.name === name)
}
