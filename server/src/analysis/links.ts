import { createLinkLookup } from '../configuration/links.js'
import type { Settings } from '../configuration/settings.js'
import type { PrismaTag } from '../model/declaration.js'
import { sameData } from '../query/equality.js'
import { createQuery, type Query } from '../query/query.js'
import type { FileId } from '../text/file-id.js'

/** What the configuration says of a type, as its JSDoc could; undefined for most. */
export type LinkOf = (file: FileId, name: string) => PrismaTag | undefined

export function createLinks(settings: Query<Settings>): LinkOf {
  const links = createQuery(() => settings().links ?? [], sameData)
  const lookup = createQuery(() => (links().length > 0 ? createLinkLookup(links()) : undefined))
  return (file, name) => {
    const link = lookup()?.(file, name)
    return link && { model: link.model, role: link.role }
  }
}
