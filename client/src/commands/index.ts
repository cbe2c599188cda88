import { commands, type Disposable, window } from 'vscode'
import { CLIENT_COMMANDS } from '../../../shared/src/requests.js'
import { checkWorkspace } from './check-workspace.js'
import type { Command, CommandContext } from './command.js'
import { explainRule } from './explain-rule.js'
import { fixAll, fixFile } from './fix-all.js'
import { generate } from './generate.js'
import { linkType } from './link-type.js'
import { openSettings } from './open-settings.js'
import { prisma } from './prisma.js'
import { reveal } from './reveal.js'
import { showDetails } from './show-details.js'
import { showReferences } from './show-references.js'
import { sync } from './sync.js'

/** All commands by their names. */
export const COMMANDS: Readonly<Record<string, Command>> = {
  'prismaDrift.checkWorkspace': checkWorkspace,
  'prismaDrift.fixFile': fixFile,
  'prismaDrift.fixAll': fixAll,
  'prismaDrift.sync': sync,
  'prismaDrift.showReport': ({ documents }) => documents.showReport(),
  'prismaDrift.reveal': reveal,
  'prismaDrift.showDetails': showDetails,
  'prismaDrift.showOutput': async ({ log }) => log.show(true),
  'prismaDrift.openSettings': openSettings,
  'prismaDrift.prismaGenerate': prisma('generate'),
  'prismaDrift.prismaMigrateCreate': prisma('migrateCreate'),
  'prismaDrift.prismaMigrateDev': prisma('migrateDev'),
  'prismaDrift.prismaMigrateDeploy': prisma('migrateDeploy'),
  'prismaDrift.prismaMigrateStatus': prisma('migrateStatus'),
  'prismaDrift.prismaMigrateDiff': prisma('migrateDiff'),
  'prismaDrift.prismaMigrateResolve': prisma('migrateResolve'),
  'prismaDrift.prismaStudio': prisma('studio'),
  'prismaDrift.prismaSeed': prisma('seed'),
  'prismaDrift.prismaFormat': prisma('format'),
  'prismaDrift.prismaValidate': prisma('validate'),
  'prismaDrift.restartServer': ({ server }) => server.restart(),
  [CLIENT_COMMANDS.linkType]: linkType,
  [CLIENT_COMMANDS.generate]: generate,
  [CLIENT_COMMANDS.explainRule]: explainRule,
  [CLIENT_COMMANDS.showMissingMigration]: ({ documents }) => documents.showMissingMigration(),
  [CLIENT_COMMANDS.showReferences]: showReferences,
}

/** Registers all commands. What one of them throws is told to the person who called it, and to the log. */
export function registerCommands(context: CommandContext): readonly Disposable[] {
  return Object.entries(COMMANDS).map(([name, run]) =>
    commands.registerCommand(name, async (...args: readonly unknown[]) => {
      try {
        await run(context, ...args)
      } catch (error) {
        const message = error instanceof Error ? error.message : String(error)
        context.log.error(`${name}: ${message}`)
        void window.showErrorMessage(`Prisma Drift: ${message}`)
      }
    }),
  )
}
