import type { Intent } from '../model/intent.js'
import type { FileId } from '../text/file-id.js'
import { applyEdits, composeEdits, type TextEdit } from '../text/text-edit.js'
import { addMember } from './edit-add-member.js'
import { removeKey, renameKey } from './edit-keys.js'
import { removeMember, renameMember, setOptional } from './edit-members.js'
import { addPropertyNull, removePropertyNull, setPropertyList, setPropertyType } from './edit-property.js'
import { setValidator, setValidatorLimit } from './edit-set-validator.js'
import { setTag } from './edit-tag.js'
import { everywhere } from './edit-union-members.js'
import { dropUnusedDeclaration } from './edit-unused-declarations.js'
import { dropUnusedImport } from './edit-unused-imports.js'
import { addValue, removeValue, renameValue } from './edit-values.js'
import { type Editable, type ModuleOffering, openEditable, Refusal } from './editable.js'

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
  const { draft, problems } = revise(startDraft(file, text), intents)
  return { edits: draft.edits, problems }
}

/** A file with the edits that were made to it so far. */
export interface Draft {
  /** With the edits. */
  readonly text: string
  /** Of the text with the edits; undefined where it cannot be parsed. */
  readonly editable: Editable | undefined
  /** Their spans speak of the text that the draft was started with. */
  readonly edits: readonly TextEdit[]
}

export function startDraft(file: FileId, text: string, moduleOffering?: ModuleOffering): Draft {
  return { text, editable: openEditable(file, text, moduleOffering), edits: [] }
}

/** The draft after further intents, and those of them that could not be rendered. */
export function revise(
  before: Draft,
  intents: readonly Intent[],
): { readonly draft: Draft; readonly problems: readonly IntentProblem[] } {
  let draft = before
  const problems: IntentProblem[] = []
  for (const intent of intents) {
    const outcome = attempt(draft, intent)
    if (typeof outcome === 'string') problems.push({ intent, reason: outcome })
    else draft = outcome
  }
  return { draft, problems }
}

/** What an intent makes of a draft, or why it cannot. */
function attempt(draft: Draft, intent: Intent): Draft | string {
  const { editable } = draft
  if (!editable) return 'the file cannot be parsed'
  try {
    const added = everywhere(editable, intent).flatMap((each) => render(editable, each))
    return withEdits(draft, added, editable)
  } catch (error) {
    if (error instanceof Refusal) return error.message
    throw error
  }
}

/** The draft with edits, and without the imports and declarations that it has lost every use of since `before`. */
function withEdits(draft: Draft, added: readonly TextEdit[], before: Editable): Draft | string {
  if (added.length === 0) return draft
  const text = applyEdits(draft.text, added)
  const editable = openEditable(before.file, text, before.moduleOffering)
  const isIntact = editable && editable.errors.length <= before.errors.length
  if (!isIntact) return 'the edited file would not parse'
  const edits = composeEdits(draft.edits, added)
  const unused = dropUnusedDeclaration(before, editable)
  return withEdits({ text, editable, edits }, unused.length > 0 ? unused : dropUnusedImport(before, editable), before)
}

function render(editable: Editable, intent: Intent): readonly TextEdit[] {
  const { id } = intent.at
  switch (intent.kind) {
    case 'addNull':
      return addPropertyNull(editable, id)
    case 'removeNull':
      return removePropertyNull(editable, id)
    case 'setType':
      return setPropertyType(editable, id, intent)
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
    case 'setValidator':
      return setValidator(editable, intent)
    case 'setValidatorLimit':
      return setValidatorLimit(editable, intent)
    case 'removeKey':
      return removeKey(editable, id, intent.key)
    case 'renameKey':
      return renameKey(editable, id, intent.key, intent.to)
  }
}
