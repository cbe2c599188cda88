import { type GeneratedClient, versionSkewOf } from '../model/client.js'
import type { ElementRef } from '../model/element.js'
import { defineClientRule } from './rule.js'

interface Fact {
  readonly at: ElementRef
  readonly message: string
}

/** Generated code, the package that it loads and the command that makes it, which do not fit each other. */
export const clientVersionSkew = defineClientRule<Fact>({
  code: 'client-version-skew',
  summary: "versions of 'prisma', '@prisma/client' and the generated client differ",

  *run({ client }) {
    const message = skewMessage(client)
    if (message !== undefined) yield { at: client.at, message }
  },

  commands: ['generate'],
  severity: () => 'warning',
  message: ({ message }) => message,
})

/** What does not fit, and what to do, for a person; undefined where all versions fit. */
export function skewMessage({ generator, versions }: GeneratedClient): string | undefined {
  const { generated, client, cli } = versions
  switch (versionSkewOf(versions)) {
    case 'packages':
      return `'prisma' is of version ${cli}, but '@prisma/client', which the client of generator '${generator}' loads, of ${client}; install the same`
    case 'generated':
      return `The client of generator '${generator}' was made by version ${generated}, but '@prisma/client' is of ${client}; run 'prisma generate'`
    default:
      return undefined
  }
}
