import assert from 'node:assert/strict'
import type { Intent } from '../model/intent.js'
import { applyEdits } from '../text/text-edit.js'
import { renderIntents } from '../typescript/render-intents.js'

/** An intent whose place is the id of an element alone. */
export type LocalIntent = Intent extends infer Each ? (Each extends Intent ? Local<Each> : never) : never
type Local<Each extends Intent> = Omit<Each, 'at'> & { readonly at: string }

/** The text of a file after intents. Asserts that all can be rendered and that a second time there is nothing to do. */
export function edited(text: string, intents: LocalIntent | readonly LocalIntent[], file = 'a.ts'): string {
  const wanted = [intents].flat().map((intent) => inFile(intent as LocalIntent, file))
  const { edits, problems } = renderIntents(file, text, wanted)
  assert.deepEqual(
    problems.map(({ reason }) => reason),
    [],
  )
  const result = applyEdits(text, edits)
  assert.deepEqual(renderIntents(file, result, wanted).edits, [], `more to do in\n${result}`)
  return result
}

/** Why an intent cannot be rendered in a file. */
export function refusal(text: string, intent: LocalIntent, file = 'a.ts'): string | undefined {
  const { edits, problems } = renderIntents(file, text, [inFile(intent, file)])
  assert.deepEqual(edits, [])
  return problems[0]?.reason
}

function inFile(intent: LocalIntent, file: string): Intent {
  return { ...intent, at: { file, id: intent.at } } as Intent
}
