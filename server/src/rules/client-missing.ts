import type { ElementRef } from '../model/element.js'
import { defineClientRule } from './rule.js'

/** A schema whose packages are installed, but from which no client was generated: imports of it fail. */
export const clientMissing = defineClientRule<{ readonly at: ElementRef }>({
  code: 'client-missing',
  summary: 'no Prisma Client is generated, though its packages are installed',

  *run({ client: { at, state } }) {
    if (state === 'missing') yield { at }
  },

  severity: () => 'warning',
  message: () => "No Prisma Client has been generated here yet; run 'prisma generate'",
})
