import type { ElementRef } from '../model/element.js'
import { defineClientRule } from './rule.js'

/** A schema whose packages are installed, but from which no client was generated: imports of it fail. */
export const clientMissing = defineClientRule<{ readonly at: ElementRef; readonly generator: string }>({
  code: 'client-missing',
  summary: 'no Prisma Client is generated, though its packages are installed',

  *run({ client: { at, generator, state } }) {
    if (state === 'missing') yield { at, generator }
  },

  commands: ['generate'],
  severity: () => 'warning',
  message: ({ generator }) => `Generator '${generator}' has made no client here yet; run 'prisma generate'`,
})
