import type { Schema } from '../model/schema.js'

/** `user.findMany(`, `prisma.user?.create(`: the member before a Prisma operation. */
const CALL =
  /\.\s*(\w+)\s*\??\.\s*(?:find(?:Many|Unique|First|UniqueOrThrow|FirstOrThrow)|(?:create|update)(?:Many|ManyAndReturn)?|upsert|delete(?:Many)?|count|aggregate|groupBy)\s*[(<]/g

/** Finds in a text, without parsing it, the models whose delegates it calls. */
export function createDelegateScan(schemas: readonly Schema[]): (text: string) => ReadonlySet<string> {
  const byDelegate = new Map(
    schemas.flatMap(({ models }) => [...models.keys()].map((name) => [delegateOf(name), name] as const)),
  )
  return (text) => {
    const called = new Set<string>()
    for (const [, delegate = ''] of text.matchAll(CALL)) {
      const model = byDelegate.get(delegate)
      if (model !== undefined) called.add(model)
    }
    return called
  }
}

/** `UserRole` is `prisma.userRole`. */
function delegateOf(model: string): string {
  return model.charAt(0).toLowerCase() + model.slice(1)
}
