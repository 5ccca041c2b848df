/**
 * A request to reset a factor as the API shows it.
 */
import { writeId } from '#core/ids.ts'
import type { ResetRow } from '#db/factor-resets.ts'

/** Writes one; a request that nobody decided in time is `expired`. */
export function writeReset(reset: ResetRow) {
  return {
    id: writeId('rst', reset.id),
    account_id: writeId('acc', reset.accountId),
    display_name: reset.displayName,
    factor: reset.factor,
    reason: reset.reason,
    identity_checks: reset.identityChecks,
    requested_by: reset.requestedBy,
    status: reset.status,
    created_at: reset.createdAt.toISOString(),
    expires_at: reset.expiresAt.toISOString(),
    decided_by: reset.decidedBy,
    decided_reason: reset.decidedReason,
    decided_at: reset.decidedAt?.toISOString() ?? null,
  }
}
