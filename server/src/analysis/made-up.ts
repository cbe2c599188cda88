import type { FileId } from '../text/file-id.js'

const MADE_UP = /(^|[/._-])(__)?(mock|fixture|dummy|fake|stories)/i

/** Whether a file holds data that nobody sends, as mocks and fixtures do: it is as the types say, and tells nothing of them. */
export function isMadeUp(file: FileId): boolean {
  return MADE_UP.test(file)
}
