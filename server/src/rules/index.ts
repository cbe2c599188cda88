import { addRequiredWithoutDefault } from './add-required-without-default.js'
import { addUnique } from './add-unique.js'
import { changeType } from './change-type.js'
import { clientMissing } from './client-missing.js'
import { clientStale } from './client-stale.js'
import { clientVersionSkew } from './client-version-skew.js'
import { databaseDrift } from './database-drift.js'
import { dropAddLooksLikeRename } from './drop-add-looks-like-rename.js'
import { dropColumn } from './drop-column.js'
import { dropTable } from './drop-table.js'
import { dtoRequiredMissing } from './dto-required-missing.js'
import { dtoServerManagedField } from './dto-server-managed-field.js'
import { dtoValidatorMismatch } from './dto-validator-mismatch.js'
import { enumCaseMismatch } from './enum-case-mismatch.js'
import { enumValueExtra } from './enum-value-extra.js'
import { enumValueMissing } from './enum-value-missing.js'
import { enumValueRemoved } from './enum-value-removed.js'
import { fieldExtra } from './field-extra.js'
import { fieldMissing } from './field-missing.js'
import { fieldRenamed } from './field-renamed.js'
import { fieldTypeMismatch } from './field-type-mismatch.js'
import { fkWithoutNotValid } from './fk-without-not-valid.js'
import { listMismatch } from './list-mismatch.js'
import { mappedTypeKeyUnknown } from './mapped-type-key-unknown.js'
import { migrationConflict } from './migration-conflict.js'
import { migrationEdited } from './migration-edited.js'
import { migrationFailed } from './migration-failed.js'
import { migrationMissing } from './migration-missing.js'
import { migrationOutOfOrder } from './migration-out-of-order.js'
import { migrationUnapplied } from './migration-unapplied.js'
import { modelWithoutType } from './model-without-type.js'
import { nonConcurrentIndex } from './non-concurrent-index.js'
import { nullabilityMismatch } from './nullability-mismatch.js'
import { nullabilityTooLoose } from './nullability-too-loose.js'
import { relationMismatch } from './relation-mismatch.js'
import { renameColumn } from './rename-column.js'
import { renameTable } from './rename-table.js'
import type {
  ClientContext,
  EnumContext,
  MigrationContext,
  PairContext,
  Rule,
  SqlContext,
  SuppressionContext,
  TypeContext,
  WorkspaceContext,
} from './rule.js'
import { schemaTwinDiffers } from './schema-twin-differs.js'
import { sensitiveFieldExposed } from './sensitive-field-exposed.js'
import { setNotNull } from './set-not-null.js'
import { stringNarrowed } from './string-narrowed.js'
import { stringWidened } from './string-widened.js'
import { truncate } from './truncate.js'
import { typeWithoutModel } from './type-without-model.js'
import { unusedSuppression } from './unused-suppression.js'
import { volatileDefault } from './volatile-default.js'
import { wireTypeMismatch } from './wire-type-mismatch.js'

/** The rules that look at one type and its model. */
export const PAIR_RULES: readonly Rule<PairContext>[] = [
  fieldTypeMismatch,
  nullabilityMismatch,
  nullabilityTooLoose,
  listMismatch,
  wireTypeMismatch,
  stringWidened,
  stringNarrowed,
  fieldRenamed,
  fieldExtra,
  fieldMissing,
  relationMismatch,
  sensitiveFieldExposed,
  dtoRequiredMissing,
  dtoServerManagedField,
  dtoValidatorMismatch,
]

/** The rules that look at one list of values and its Prisma enum. */
export const ENUM_RULES: readonly Rule<EnumContext>[] = [enumValueMissing, enumValueExtra, enumCaseMismatch]

/** The rules that look at one declared type. */
export const TYPE_RULES: readonly Rule<TypeContext>[] = [mappedTypeKeyUnknown, typeWithoutModel]

/** The rules that look at the migrations of one schema. */
export const MIGRATION_RULES: readonly Rule<MigrationContext>[] = [
  migrationMissing,
  migrationEdited,
  migrationOutOfOrder,
  migrationConflict,
  migrationFailed,
  migrationUnapplied,
  databaseDrift,
]

/** The rules that look at the SQL of one new migration, as `migration lint` does. */
export const SQL_RULES: readonly Rule<SqlContext>[] = [
  dropTable,
  dropColumn,
  renameTable,
  renameColumn,
  dropAddLooksLikeRename,
  addRequiredWithoutDefault,
  setNotNull,
  changeType,
  addUnique,
  volatileDefault,
  fkWithoutNotValid,
  enumValueRemoved,
  nonConcurrentIndex,
  truncate,
]

/** The rules that look at the workspace as a whole. */
export const WORKSPACE_RULES: readonly Rule<WorkspaceContext>[] = [modelWithoutType, schemaTwinDiffers]

/** The rules that look at one generated client. */
export const CLIENT_RULES: readonly Rule<ClientContext>[] = [clientStale, clientMissing, clientVersionSkew]
/** The rules that look at comments, once all others have run. */
export const SUPPRESSION_RULES: readonly Rule<SuppressionContext>[] = [unusedSuppression]

/** Every rule, in the order in which they are documented. */
export const RULES: readonly { readonly code: string; readonly summary: string; readonly off: boolean }[] = [
  ...PAIR_RULES,
  ...ENUM_RULES,
  ...TYPE_RULES,
  ...MIGRATION_RULES,
  ...SQL_RULES,
  ...WORKSPACE_RULES,
  ...CLIENT_RULES,
  ...SUPPRESSION_RULES,
]
