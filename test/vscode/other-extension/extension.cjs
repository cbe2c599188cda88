// Contributes the language `prisma`, as Prisma's own extension does, and formats it in its own way.
const { languages, TextEdit, Range } = require('vscode')

exports.activate = ({ subscriptions }) => {
  const formatter = {
    provideDocumentFormattingEdits: () => [TextEdit.insert(new Range(0, 0, 0, 0).start, '// formatted\n')],
  }
  subscriptions.push(languages.registerDocumentFormattingEditProvider('prisma', formatter))
}
