import { copyFileSync, linkSync, mkdirSync, readdirSync, symlinkSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { prismaFolder, type Version } from './install.mjs'

/**
 * Gives a folder the installed packages of a version of Prisma: links, but for `@prisma/client`, beside which Prisma
 * writes the client, and which therefore has to be the folder's own.
 */
export function addPrisma(root: string, version: Version): void {
  const from = path.join(prismaFolder(version), 'node_modules')
  const to = path.join(root, 'node_modules')
  mkdirSync(path.join(to, '@prisma'), { recursive: true })
  const names = readdirSync(from).filter((name) => !name.startsWith('.') && name !== '@prisma')
  const own = readdirSync(path.join(from, '@prisma')).filter((name) => name !== 'client')
  for (const name of [...names, ...own.map((each) => path.join('@prisma', each))])
    symlinkSync(path.join(from, name), path.join(to, name), 'junction')
  mkdirSync(path.join(to, '.bin'))
  symlinkSync(path.join('..', 'prisma', 'build', 'index.js'), path.join(to, '.bin', 'prisma'))
  shareFiles(path.join(from, '@prisma', 'client'), path.join(to, '@prisma', 'client'))
}

/** Another name for each file, or a copy of it on another disk. */
function shareFiles(from: string, to: string): void {
  mkdirSync(to)
  for (const entry of readdirSync(from, { withFileTypes: true })) {
    const [source, target] = [path.join(from, entry.name), path.join(to, entry.name)]
    if (entry.isDirectory()) shareFiles(source, target)
    else shareFile(source, target)
  }
}

function shareFile(source: string, target: string): void {
  try {
    linkSync(source, target)
  } catch {
    copyFileSync(source, target)
  }
}

/**
 * The environment in which Prisma generates clients without its engines, which it would download: any program passes
 * for the one, any file for the other.
 */
export function withoutEngines(root: string): Readonly<Record<string, string>> {
  const library = path.join(root, 'node_modules', 'engine.so.node')
  writeFileSync(library, '')
  return { PRISMA_SCHEMA_ENGINE_BINARY: process.execPath, PRISMA_QUERY_ENGINE_LIBRARY: library }
}

/**
 * The environment in which Prisma works on databases without its engines: another program stands in for the one. What
 * that was asked is noted in `node_modules/asked.log`.
 */
export function withStandIn(root: string): Readonly<Record<string, string>> {
  const program = path.join(root, 'node_modules', 'schema-engine')
  const script = path.resolve('out/test/prisma/schema-engine.js')
  writeFileSync(program, `#!/bin/sh\nexec '${process.execPath}' '${script}' "$@"\n`, { mode: 0o755 })
  const log = path.join(root, 'node_modules', 'asked.log')
  return { ...withoutEngines(root), PRISMA_SCHEMA_ENGINE_BINARY: program, STAND_IN_LOG: log }
}
