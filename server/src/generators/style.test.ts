import assert from 'node:assert/strict'
import { textStyleOf } from './style.js'

describe('textStyleOf', () => {
  it('reads semicolons, quotes, indentation and commas', () => {
    const style = textStyleOf(['import { a } from "./a";\r\n\r\nexport const x = {\r\n\ta: "b",\r\n\tc: "d"\r\n};\r\n'])
    assert.deepEqual(style, {
      lineBreak: '\r\n',
      indent: '\t',
      semicolon: ';',
      memberEnd: ';',
      quote: '"',
      trailingComma: '',
    })
  })

  it('reads their absence', () => {
    const style = textStyleOf(["import {\n    a,\n} from './a'\n\nexport interface X {\n    a: string\n}\n"])
    assert.deepEqual(style, {
      lineBreak: '\n',
      indent: '    ',
      semicolon: '',
      memberEnd: '',
      quote: "'",
      trailingComma: ',',
    })
  })

  it('takes what is usual where nothing tells', () => {
    const { semicolon, indent, quote, trailingComma } = textStyleOf([])
    assert.deepEqual([semicolon, indent, quote, trailingComma], [';', '  ', "'", ','])
  })
})
