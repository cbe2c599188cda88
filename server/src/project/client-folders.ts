import { type FileId, folderOf } from '../text/file-id.js'
import type { Packages } from './packages.js'

/**
 * The folders of the workspace that a generated Prisma Client was written to, whether or not a generator still names
 * them: by the `package.json` that Prisma puts there, or by the copy of the schema beside the client's code.
 */
export function findClientFolders(files: readonly FileId[], packages: Packages): readonly FileId[] {
  const known = new Set(files)
  const named = packages.all.filter(isClientPackage).map(({ root }) => root)
  const copied = files
    .filter((file) => file.endsWith('/schema.prisma'))
    .map(folderOf)
    .filter((folder) => known.has(`${folder}/index.d.ts`) || known.has(`${folder}/internal/class.ts`))
  return [...new Set([...named, ...copied])].sort()
}

/** Whether a package is one that Prisma writes beside a client; its name holds a hash. */
export function isClientPackage({ name }: { readonly name: string }): boolean {
  return /^prisma-client-[0-9a-f]{16,}$/.test(name) || name === '.prisma/client'
}
