import type { DocumentFilter } from 'vscode'

/** The files that the server reads from the editor. */
export const DOCUMENTS: readonly (DocumentFilter & { readonly scheme: string })[] = [
  ...['typescript', 'typescriptreact', 'vue', 'svelte', 'prisma'].map((language) => ({ scheme: 'file', language })),
  { scheme: 'file', pattern: '**/*.prisma' },
]
