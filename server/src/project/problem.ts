import type { FileId } from '../text/file-id.js'

/** Why a file or folder was passed over. */
export type ProblemKind = 'unreadable' | 'missing' | 'not-a-file' | 'binary' | 'too-large' | 'outside'

/** A file or folder that could not be read; the work goes on without it. */
export interface FileProblem {
  readonly file: FileId
  readonly kind: ProblemKind
  /** One phrase for a person, such as `permission denied`. */
  readonly message: string
}

/** Turns an error of the file system into a problem. */
export function problemOf(file: FileId, error: unknown): FileProblem {
  const code = error instanceof Error && 'code' in error ? String(error.code) : 'unknown error'
  const [kind, message] = KNOWN[code] ?? ['unreadable', code]
  return { file, kind, message }
}

const KNOWN: Readonly<Record<string, readonly [ProblemKind, string]>> = {
  ENOENT: ['missing', 'no such file'],
  ENOTDIR: ['missing', 'no such file'],
  EISDIR: ['not-a-file', 'is a folder'],
  ENXIO: ['not-a-file', 'not a regular file'],
  EAGAIN: ['not-a-file', 'not a regular file'],
  EACCES: ['unreadable', 'permission denied'],
  EPERM: ['unreadable', 'permission denied'],
  ELOOP: ['unreadable', 'too many symbolic links'],
}
