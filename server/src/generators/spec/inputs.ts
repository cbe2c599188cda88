import { camelCase } from 'change-case'
import type { Column } from '../../model/schema.js'
import type { ImportedName } from '../source-text.js'
import { indented, objectText } from './code.js'
import { makerName, type Owner } from './records.js'

/** A function that makes what a method takes in. */
export interface InputMaker {
  /** As it is written. */
  readonly type: string
  readonly imported: ImportedName
  /** The records that it refers to. */
  readonly owners: readonly Owner[]
  readonly fields: readonly InputField[]
}

export interface InputField {
  readonly name: string
  readonly text: string
  /** The column that stands for it. */
  readonly column: Column | undefined
  /** What its values are where they are not those of the column: the text of a date, the number of a decimal. */
  readonly form: 'same' | 'text' | 'number'
  readonly isRequired: boolean
}

function inputName({ type }: InputMaker): string {
  return camelCase(type)
}

/** The call of a maker, as an expression. */
export function inputCall(maker: InputMaker): string {
  return maker.owners.length > 0 ? `await ${inputName(maker)}()` : `${inputName(maker)}()`
}

export function inputMakerText(maker: InputMaker): string {
  const { type, owners, fields } = maker
  const isAsync = owners.length > 0
  const usesNumber = fields.some(({ text }) => /\bn\b/.test(text))
  const statements = [
    ...(usesNumber ? ['const n = ++count;'] : []),
    ...owners.map(({ name, target }) => `const ${name} = await ${makerName(target)}();`),
    `return ${objectText(
      fields.map(({ name, text }) => (name === text ? name : `${name}: ${text}`)),
      '',
      'return ',
    )};`,
  ]
  const answer = isAsync ? `Promise<${type}>` : type
  const head = `${isAsync ? 'async ' : ''}function ${inputName(maker)}(): ${answer}`
  return `${head} {\n${indented(statements.join('\n'))}\n}`
}
