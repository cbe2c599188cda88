import fs from 'node:fs'
import path from 'node:path'
import type { ChangedText, FollowUses } from '../analysis/mend.js'
import type { TextOf } from '../analysis/render-fix.js'
import type { RemoveUses } from '../analysis/sync/remove-changes.js'
import type { RetypeUses } from '../analysis/sync/retype-changes.js'
import type { FindUses } from '../analysis/used-removals.js'
import type { World } from '../analysis/world.js'
import type { CheckedWorkspace } from '../checker/input.js'
import type { FileId } from '../text/file-id.js'
import { applyEdits, type TextEdit } from '../text/text-edit.js'
import { kindOf } from './file-kind.js'
import type { Workspace } from './load-workspace.js'
import type { OpenDocuments } from './open-documents.js'
import { readTexts } from './read-files.js'
import type { TextCache } from './text-cache.js'

export interface FollowOptions {
  /** The workspace's folder, absolute. */
  readonly root: string
  readonly workspace: Pick<Workspace, 'files' | 'written'> & { readonly world: Pick<World, 'resolveModule'> }
  readonly documents?: OpenDocuments
  readonly cache?: TextCache
}

/** What finds uses in a workspace. What one of them has changed has its new text for the next. */
export interface Uses {
  readonly follow: FollowUses
  readonly remove: RemoveUses
  readonly retype: RetypeUses
  readonly find: FindUses
}

/**
 * Makes what finds the uses of declarations that are renamed, are gone or have another type: in all files of the
 * workspace, tests and seeds among them, with the declarations of what is installed. No code of the workspace runs, and
 * no file is written. The compiler is loaded when it is first needed.
 */
export function createUses(options: FollowOptions): Uses {
  const reader = createReader(options)
  return {
    async follow(plan, textOf) {
      const { renameUses } = await import('../checker/rename-uses.js')
      const input = await reader.read(textOf)
      const { edits, uses, left } = renameUses({ ...plan, ...input })
      return { texts: reader.changed(input.workspace, editedTexts(input.workspace, edits)), edits, uses, left }
    },
    async remove(plan, textOf) {
      const { removeUses } = await import('../checker/remove-uses.js')
      const input = await reader.read(textOf)
      const { edits, left } = removeUses({ ...plan, ...input })
      return { texts: reader.changed(input.workspace, editedTexts(input.workspace, edits)), left }
    },
    async retype(plan, textOf) {
      const { retypeUses } = await import('../checker/retype-uses.js')
      const input = await reader.read(textOf)
      const { texts, left } = retypeUses({ ...plan, ...input })
      return { texts: reader.changed(input.workspace, texts), left }
    },
    async find(plan, textOf) {
      const { usesOfMembers } = await import('../checker/used-members.js')
      const { workspace } = await reader.read(textOf)
      return usesOfMembers({ ...plan, workspace })
    },
  }
}

function createReader(options: FollowOptions) {
  const { root, workspace } = options
  const { files, written, world } = workspace
  const changed = new Map<FileId, string>()
  return {
    async read(textOf: TextOf) {
      const { texts: read } = await readTexts(root, [...files].filter(isSource), options)
      const texts = new Map([...read].map(([file, text]) => [file, textOf(file) ?? changed.get(file) ?? text]))
      const checked: CheckedWorkspace = {
        root: root.replaceAll('\\', '/'),
        texts,
        resolveModule: world.resolveModule,
        installed: INSTALLED,
      }
      return {
        workspace: checked,
        originals: read,
        isOpen: (file: FileId) => written.has(file),
      }
    },
    changed({ texts }: CheckedWorkspace, after: ReadonlyMap<FileId, string>): ReadonlyMap<FileId, ChangedText> {
      for (const [file, text] of after) changed.set(file, text)
      return new Map([...after].map(([file, text]) => [file, { before: texts.get(file) ?? '', after: text }]))
    },
  }
}

function editedTexts({ texts }: CheckedWorkspace, edits: ReadonlyMap<FileId, readonly TextEdit[]>) {
  return new Map([...edits].map(([file, list]) => [file, applyEdits(texts.get(file) ?? '', list)]))
}

function isSource(file: FileId): boolean {
  const kind = kindOf(file)
  return kind === 'typescript' || kind === 'component'
}

const INSTALLED: CheckedWorkspace['installed'] = {
  fileExists: (file) => statOf(file)?.isFile() ?? false,
  folderExists: (folder) => statOf(folder)?.isDirectory() ?? false,
  read(file) {
    try {
      return fs.readFileSync(file, 'utf8')
    } catch {
      return undefined
    }
  },
  realPath(file) {
    try {
      return fs.realpathSync(file).split(path.sep).join('/')
    } catch {
      return file
    }
  },
}

function statOf(file: string): fs.Stats | undefined {
  return fs.statSync(file, { throwIfNoEntry: false })
}
