/** Why a file could not be written, as a phrase for a person. */
export function reasonOf(error: unknown): string {
  const code = (error as NodeJS.ErrnoException).code
  return (code && REASONS[code]) || (error instanceof Error ? error.message : String(error))
}

const REASONS: Readonly<Record<string, string>> = {
  EACCES: 'no permission to write it, or to its folder',
  EPERM: 'no permission to write it, or to its folder',
  EROFS: 'the disk is read-only',
  ENOSPC: 'the disk is full',
  EDQUOT: 'the disk quota is used up',
  EFBIG: 'it would be larger than files may be',
  ENOENT: 'it is gone',
  EBUSY: 'another program holds it',
}
