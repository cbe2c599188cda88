import { readFileSync } from 'node:fs'
import Ajv from 'ajv'
import addFormats from 'ajv-formats'

/** The parts of a SARIF log that tests look at. */
export interface SarifLog {
  readonly runs: readonly {
    readonly tool: { readonly driver: { readonly rules: readonly { readonly id: string; readonly help: object }[] } }
    readonly invocations: readonly { readonly toolExecutionNotifications: readonly object[] }[]
    readonly results: readonly SarifResult[]
  }[]
}

export interface SarifResult {
  readonly ruleId: string
  readonly ruleIndex: number
  readonly level: string
  readonly message: { readonly text: string }
  readonly locations: readonly Located[]
  readonly relatedLocations: readonly Located[]
  readonly partialFingerprints: Readonly<Record<string, string>>
}

interface Located {
  readonly physicalLocation: {
    readonly artifactLocation: { readonly uri: string }
    readonly region: Readonly<Record<'startLine' | 'startColumn' | 'endLine' | 'endColumn', number>>
  }
}

const PUBLISHED = 'node_modules/@microsoft/jest-sarif/lib/schemas/sarif-2.1.0-rtm.5.json'

/** What the published JSON schema of SARIF 2.1.0 says against a log; nothing for a valid one. */
export function sarifProblems(log: unknown): readonly string[] {
  // It is of draft 4, and says nothing in which later drafts differ but these two keys.
  const { $schema, id, ...schema } = JSON.parse(readFileSync(PUBLISHED, 'utf8'))
  const ajv = new Ajv.default({ strict: false, allErrors: true, unicodeRegExp: false })
  addFormats.default(ajv)
  ajv.validate(schema, log)
  return (ajv.errors ?? []).map(({ instancePath, message }) => `${instancePath} ${message}`)
}
