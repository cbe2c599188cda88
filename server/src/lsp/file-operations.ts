import type { FileOperationRegistrationOptions } from 'vscode-languageserver'

/** Files and folders alike: which of them matter is known only when they are looked at. */
export const ANY_FILE: FileOperationRegistrationOptions = {
  filters: [{ scheme: 'file', pattern: { glob: '**/*' } }],
}
