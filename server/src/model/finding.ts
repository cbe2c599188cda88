import type { ElementRef } from './element.js'
import type { Intent } from './intent.js'

/** From loud to quiet. `error` and `warning` are loud. */
export const SEVERITIES = ['error', 'warning', 'info', 'hint'] as const
export type Severity = (typeof SEVERITIES)[number]

/** One drift, anchored where a person would edit. Positions are looked up only when it is shown. */
export interface Finding {
  readonly rule: string
  readonly severity: Severity
  readonly message: string
  /** Why it is believed, a short phrase each, strongest first. */
  readonly evidence: readonly string[]
  readonly at: ElementRef
  /** The declared name of the type, or null where the finding is about no type. */
  readonly type: string | null
  readonly field: string | null
  readonly model: string | null
  readonly column: string | null
  readonly related: readonly Related[]
  readonly fixes: readonly Fix[]
  /** Commands of Prisma that mend it. */
  readonly commands?: readonly PrismaRemedy[]
}

/** `migrateCreate` writes a migration and runs nothing of it. */
export type PrismaRemedy = 'generate' | 'migrateCreate' | 'migrateDeploy' | 'migrateResolve'

export interface Related {
  readonly at: ElementRef
  readonly message: string
}

/** A repair. Safe: changes only the declaration that drifted, to what the schema says. */
export interface Fix {
  readonly title: string
  readonly safe: boolean
  readonly intents: readonly Intent[]
  /** What it renames gets its new name wherever it is used, too, as far as the type checker can prove it. */
  readonly uses?: true
}

/** Whether a severity is `error` or `warning`. */
export function isLoud(severity: Severity): boolean {
  return severity === 'error' || severity === 'warning'
}

/** Whether a severity is at least as loud as another. */
export function reaches(severity: Severity, limit: Severity): boolean {
  return SEVERITIES.indexOf(severity) <= SEVERITIES.indexOf(limit)
}
