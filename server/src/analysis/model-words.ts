import { wordsOf } from '../matching/words.js'
import { createNamedFamily } from '../query/query.js'
import type { FileId } from '../text/file-id.js'
import type { Texts } from './texts.js'

/** Whether a file speaks of a model: its text has all words of the model's name, alone or as parts of others. */
export function createModelWords(texts: Texts): (file: FileId, model: string) => boolean {
  const speaks = createNamedFamily((key) => {
    const [file = '', model = ''] = key.split('\n')
    const text = (texts.get(file) ?? '').toLowerCase()
    return wordsOf(model).every((word) => text.includes(word))
  })
  return (file, model) => speaks(`${file}\n${model}`)
}
