import type { FileId } from '../text/file-id.js'

/** The texts of documents that are open in an editor; they count instead of what is on disk. */
export type OpenDocuments = ReadonlyMap<FileId, string>
