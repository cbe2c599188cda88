import { withExport } from '../../generators/barrel.js'
import { type Block, fileOf, withLineBreaks } from '../../generators/source-text.js'
import { PLAIN_STYLE, type TextStyle, textStyleOf } from '../../generators/style.js'
import { baseName, type FileId, folderOf } from '../../text/file-id.js'
import { addImports } from '../../typescript/edit-add-imports.js'
import { type Change, learn, type Project, packageOf, textsIn } from './project.js'

/** The style of the texts that a new file stands among: of its folder, else of its package. */
export function styleFor(project: Project, file: FileId): TextStyle {
  const own = project.texts.get(file)
  if (own !== undefined) return textStyleOf([own])
  return learn(project, `style in ${folderOf(file)}`, () => styleAround(project, file))
}

function styleAround(project: Project, file: FileId): TextStyle {
  const near = textsIn(project, folderOf(file))
  if (near.length > 0) return textStyleOf(near)
  const root = packageOf(project, file)?.root ?? ''
  return learn(project, `style of ${root}`, () => packageStyle(project, root))
}

function packageStyle(project: Project, root: FileId): TextStyle {
  const others = [...project.texts].filter(([id]) => packageOf(project, id)?.root === root || root === '')
  const texts = others.length > 0 ? others.map(([, text]) => text) : [...project.texts.values()]
  return texts.length > 0 ? textStyleOf(texts) : PLAIN_STYLE
}

/** Writes declarations: as a new file, exported where its folder has a barrel, or behind those that a file has. */
export function writeBlocks(project: Project, file: FileId, blocks: readonly Block[]): readonly Change[] {
  const style = styleFor(project, file)
  const text = project.texts.get(file)
  if (text === undefined) return [{ file, text: fileOf(blocks, style) }, ...exportFrom(project, file)]
  const imported = addImports(
    { file, text },
    blocks.flatMap(({ imports }) => imports),
    style,
  )
  const added = blocks.map((block) => `\n${block.text.trimEnd()}\n`).join('')
  const gap = imported === '' || /[\r\n]$/.test(imported) ? '' : '\n'
  return [{ file, text: imported + withLineBreaks(gap + added, style) }]
}

function exportFrom({ texts }: Project, file: FileId): readonly Change[] {
  const folder = folderOf(file)
  const barrel = [...texts.keys()].find((id) => folderOf(id) === folder && /^index\.[cm]?ts$/.test(baseName(id)))
  const text = barrel === undefined ? undefined : texts.get(barrel)
  if (barrel === undefined || text === undefined) return []
  const changed = withExport(text, baseName(file).replace(/\.[cm]?tsx?$/, ''))
  return changed === text ? [] : [{ file: barrel, text: changed }]
}
