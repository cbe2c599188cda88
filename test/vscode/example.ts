import { cpSync, mkdirSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { addPrisma, withoutEngines } from '../prisma/modules.js'

/** Copies the example to where tests may change it, into a folder of this name, whose path is returned. */
export function copyExample(parent: string, name: string): string {
  const folder = path.join(parent, name)
  cpSync('examples/storefront', folder, { recursive: true })
  return folder
}

const SCHEMA = `generator client {
  provider = "prisma-client-js"
}

datasource db {
  provider = "sqlite"
}

model Parcel {
  id     String @id
  weight Int
  label  String?
}
`

/**
 * A small project, for what needs a folder with settings of its own. Prisma is really installed in it; its client was
 * made from the schema as it is, as far as can be told.
 */
const PARCELS = {
  'package.json': '{ "name": "parcels", "dependencies": { "@prisma/client": "7", "prisma": "7" } }',
  'schema.prisma': SCHEMA,
  'node_modules/.prisma/client/schema.prisma': SCHEMA,
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
  addPrisma(parcels, '7')
  for (const [name, text] of Object.entries(PARCELS)) {
    mkdirSync(path.dirname(path.join(parcels, name)), { recursive: true })
    writeFileSync(path.join(parcels, name), text)
  }
  const folders = [{ path: copyExample(parent, 'störe front') }, { path: parcels }]
  const file = path.join(parent, 'test.code-workspace')
  const settings = { 'terminal.integrated.env.linux': { ...withoutEngines(parcels), CHECKPOINT_DISABLE: '1' } }
  writeFileSync(file, JSON.stringify({ folders, settings }))
  return file
}
