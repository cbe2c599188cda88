import type { ElementRef } from '../model/element.js'
import { defineTypeRule } from './rule.js'

interface Fact {
  readonly at: ElementRef
  readonly type: string
  readonly wanted: string
  /** The role that the tag asks for, if any, with a space before it. */
  readonly role: string
  readonly nearest: readonly string[]
}

/** `@prisma X` where no schema has a model or enum X. */
export const typeWithoutModel = defineTypeRule<Fact>({
  code: 'type-without-model',
  summary: '@prisma names a model that does not exist',

  *run({ shape: { declaration, ref, name }, schemas }) {
    const wanted = declaration.tag?.model
    if (wanted === undefined || wanted === 'none') return
    if (schemas.some(({ models, enums }) => models.has(wanted) || enums.has(wanted))) return
    const names = schemas.flatMap(({ models, enums }) => [...models.keys(), ...enums.keys()])
    yield {
      at: ref,
      type: name,
      wanted,
      role: declaration.tag?.role ? ` ${declaration.tag.role}` : '',
      nearest: names.filter((other) => other.toLowerCase() === wanted.toLowerCase()),
    }
  },

  severity: () => 'error',
  message: ({ type, wanted, nearest }) =>
    `'${type}' is tied to '${wanted}' by @prisma, but no schema has that model${nearest[0] ? `; did you mean '${nearest[0]}'?` : ''}`,
  fixes: ({ at, nearest, role }) =>
    nearest.map((name) => ({
      title: `Tie it to '${name}'`,
      safe: true,
      intents: [{ kind: 'setTag', at, tag: `@prisma ${name}${role}` }],
    })),
})
