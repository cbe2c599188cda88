import assert from 'node:assert/strict'
import { ts } from '@ts-morph/common'
import fc from 'fast-check'
import { validSchema } from '../../prisma/schema-arbitrary.js'
import { findingsIn, generated } from '../../testing/generated.js'

describe('generate interface, for any schema', () => {
  it('writes what parses and in which nothing is found', () => {
    fc.assert(
      fc.property(validSchema(), (schema) => {
        const names = [...schema.matchAll(/^(?:model|view) (\w+)/gm)].map(([, name = '']) => name)
        const { texts, world } = generated(`//- /schema.prisma\n${schema}`, 'interface', ...names)
        for (const [file, text] of texts) assert.deepEqual(syntaxErrors(file, text), [], text)
        assert.deepEqual(findingsIn(world), [])
      }),
      { numRuns: 25 },
    )
  })
})

function syntaxErrors(file: string, text: string): readonly string[] {
  const { diagnostics = [] } = ts.transpileModule(text, { fileName: file, reportDiagnostics: true })
  return diagnostics.map(({ messageText }) => ts.flattenDiagnosticMessageText(messageText, '\n'))
}
