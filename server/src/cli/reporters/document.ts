/** A report for people, before it is known how it is shown. Texts may hold code between backticks. */
export type Block =
  | { readonly kind: 'heading'; readonly level: 1 | 2 | 3; readonly text: string }
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'list'; readonly items: readonly string[] }
  | { readonly kind: 'table'; readonly columns: readonly string[]; readonly rows: readonly (readonly string[])[] }
  | { readonly kind: 'code'; readonly language: string; readonly text: string }

/** A heading and what stands below it; nothing where there is nothing. */
export function section(title: string, blocks: readonly Block[]): readonly Block[] {
  return blocks.length > 0 ? [{ kind: 'heading', level: 2, text: title }, ...blocks] : []
}

/** A list; nothing where it is empty. */
export function listOf(items: readonly string[]): readonly Block[] {
  return items.length > 0 ? [{ kind: 'list', items }] : []
}

/** A name, or a short piece of code within a sentence. */
export function code(text: string): string {
  return `\`${text}\``
}

export function markdownOf(blocks: readonly Block[]): string {
  return `${blocks.map(markdownBlock).join('\n\n')}\n`
}

function markdownBlock(block: Block): string {
  if (block.kind === 'heading') return `${'#'.repeat(block.level)} ${block.text}`
  if (block.kind === 'text') return block.text
  if (block.kind === 'list') return block.items.map((item) => `- ${item.replaceAll('\n', '\n  ')}`).join('\n')
  if (block.kind === 'code') return fenced(block.text, block.language)
  const rows = [block.columns, block.columns.map(() => '---'), ...block.rows]
  return rows
    .map((cells) => `| ${cells.map((cell) => cell.replace(/\|/g, '\\|').replace(/\n/g, ' ')).join(' | ')} |`)
    .join('\n')
}

/** The fence is longer than any in the text. */
function fenced(text: string, language: string): string {
  const longest = Math.max(2, ...[...text.matchAll(/`+/g)].map(([run]) => run.length))
  const fence = '`'.repeat(longest + 1)
  return `${fence}${language}\n${text.replace(/\n$/, '')}\n${fence}`
}

/** A whole page without scripts or anything from elsewhere. */
export function htmlOf(title: string, blocks: readonly Block[]): string {
  const body = blocks.map(htmlBlock).join('\n')
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escaped(title)}</title>
<style>${STYLE}</style>
</head>
<body>
${body}
</body>
</html>
`
}

const STYLE = `
:root { color-scheme: light dark }
body { font: 15px/1.5 system-ui, sans-serif; max-width: 60rem; margin: 2rem auto; padding: 0 1rem }
table { border-collapse: collapse; width: 100% }
th, td { border-bottom: 1px solid #8884; padding: .3rem .6rem; text-align: left; vertical-align: top }
code, pre { font: 13px/1.4 ui-monospace, monospace; background: #8882; border-radius: 4px }
code { padding: .1rem .3rem; overflow-wrap: anywhere }
pre { padding: .8rem; overflow-x: auto }
`

function htmlBlock(block: Block): string {
  if (block.kind === 'heading') return `<h${block.level}>${inline(block.text)}</h${block.level}>`
  if (block.kind === 'text') return `<p>${inline(block.text)}</p>`
  if (block.kind === 'list') return `<ul>\n${block.items.map((item) => `<li>${inline(item)}</li>`).join('\n')}\n</ul>`
  if (block.kind === 'code') return `<pre>${escaped(block.text)}</pre>`
  const row = (tag: string, cells: readonly string[]) =>
    `<tr>${cells.map((cell) => `<${tag}>${inline(cell)}</${tag}>`).join('')}</tr>`
  return `<table>\n${[row('th', block.columns), ...block.rows.map((cells) => row('td', cells))].join('\n')}\n</table>`
}

function inline(text: string): string {
  return escaped(text)
    .replace(/`([^`]+)`/g, '<code>$1</code>')
    .replaceAll('\n', '<br>')
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;')
}
