import { cpSync, mkdirSync, writeFileSync } from 'node:fs'
import path from 'node:path'

/** Copies the example to where tests may change it, into a folder of this name, whose path is returned. */
export function copyExample(parent: string, name: string): string {
  const folder = path.join(parent, name)
  cpSync('examples/storefront', folder, { recursive: true })
  return folder
}

/** A small project, for what needs a folder with settings of its own. */
const PARCELS = {
  'schema.prisma': 'model Parcel {\n  id     String @id\n  weight Int\n  label  String?\n}\n',
  'parcel.ts': 'export interface Parcel {\n  id: string\n  weight: string\n  label: string | null\n}\n',
  'box.ts': 'export interface Shoebox {\n  size: string\n}\n',
}

/**
 * Makes a workspace of two folders, the example and the small project, and returns the file that says so. The path of
 * the example has a blank and letters beyond ASCII.
 */
export function makeWorkspace(parent: string): string {
  const parcels = path.join(parent, 'parcels')
  mkdirSync(parcels)
  for (const [name, text] of Object.entries(PARCELS)) writeFileSync(path.join(parcels, name), text)
  const folders = [{ path: copyExample(parent, 'störe front') }, { path: parcels }]
  const file = path.join(parent, 'test.code-workspace')
  writeFileSync(file, JSON.stringify({ folders, settings: {} }))
  return file
}
