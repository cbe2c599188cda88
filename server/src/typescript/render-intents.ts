import type { Intent } from '../model/intent.js'
import type { FileId } from '../text/file-id.js'
import { applyEdits, composeEdits, type TextEdit } from '../text/text-edit.js'
import { addMember } from './edit-add-member.js'
import { removeKey } from './edit-keys.js'
import { removeMember, renameMember, setOptional } from './edit-members.js'
import { addPropertyNull, removePropertyNull, setPropertyList, setPropertyType } from './edit-property.js'
import { setTag } from './edit-tag.js'
import { addValue, removeValue, renameValue } from './edit-values.js'
import { type Editable, openEditable, Refusal } from './editable.js'

/** What intents come to in one file. */
export interface Rendered {
  /** Sorted, none touching another; spans speak of the text as it was given. */
  readonly edits: readonly TextEdit[]
  /** What could not be rendered, and why. The edits are those of the others. */
  readonly problems: readonly IntentProblem[]
}

export interface IntentProblem {
  readonly intent: Intent
  readonly reason: string
}

/**
 * The edits by which intents come true in one file, one after the other, so that they may change the same place. What is
 * as it should be needs no edit. An edit that would leave more syntax errors than there were is a problem.
 */
export function renderIntents(file: FileId, text: string, intents: readonly Intent[]): Rendered {
  let editable = openEditable(file, text)
  let current = text
  let edits: readonly TextEdit[] = []
  const problems: IntentProblem[] = []
  for (const intent of intents) {
    const outcome = editable ? attempt(editable, current, intent) : 'the file cannot be parsed'
    if (typeof outcome === 'string') problems.push({ intent, reason: outcome })
    else {
      edits = composeEdits(edits, outcome.edits)
      ;({ editable, text: current } = outcome)
    }
  }
  return { edits, problems }
}

interface Step {
  readonly edits: readonly TextEdit[]
  readonly editable: Editable
  readonly text: string
}

/** What an intent makes of a file, or why it cannot. */
function attempt(editable: Editable, text: string, intent: Intent): Step | string {
  try {
    const edits = render(editable, intent)
    if (edits.length === 0) return { edits, editable, text }
    const changed = applyEdits(text, edits)
    const after = openEditable(editable.file, changed)
    const isIntact = after && after.errors.length <= editable.errors.length
    return isIntact ? { edits, editable: after, text: changed } : 'the edited file would not parse'
  } catch (error) {
    if (error instanceof Refusal) return error.message
    throw error
  }
}

function render(editable: Editable, intent: Intent): readonly TextEdit[] {
  const { id } = intent.at
  switch (intent.kind) {
    case 'addNull':
      return addPropertyNull(editable, id)
    case 'removeNull':
      return removePropertyNull(editable, id)
    case 'setType':
      return setPropertyType(editable, id, intent.type)
    case 'setList':
      return setPropertyList(editable, id, intent.list)
    case 'setOptional':
      return setOptional(editable, id, intent.optional)
    case 'addValue':
      return addValue(editable, id, intent.value)
    case 'removeValue':
      return removeValue(editable, id, intent.value)
    case 'renameValue':
      return renameValue(editable, id, intent)
    case 'renameMember':
      return renameMember(editable, id, intent.to)
    case 'removeMember':
      return removeMember(editable, id)
    case 'addMember':
      return addMember(editable, intent)
    case 'setTag':
      return setTag(editable, id, intent.tag)
    case 'removeKey':
      return removeKey(editable, id, intent.key)
  }
}
