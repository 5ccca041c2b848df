/**
 * Verifications of accounts (db/functions/55-account-codes.sql).
 */
import type { Purpose, TryOutcome, VerificationView } from '#core/verification.ts'
import { callOf } from './client.ts'
import type { Db } from './client.ts'
import type { Asker } from './send-rules.ts'

/** What one try came to; `account_locked`: nothing was compared. */
export type AccountTry = {
  outcome: TryOutcome | 'account_locked'
  tries: number
  view: VerificationView | null
}

const CHECK = callOf('keypad_check_account_code', [
  ...['p_id', 'p_tenant', 'p_account', 'p_marks', 'p_max_tries', 'p_actor', 'p_request_id'],
])

/** Spends one try and judges it, inside the account's budget. Null: the account has no such verification. */
export async function checkAccountCode(
  db: Db,
  at: { id: string; tenantId: string; accountId: string; marks: Buffer[]; maxTries: number },
  asker: Asker,
): Promise<AccountTry | null> {
  const values = [at.id, at.tenantId, at.accountId, at.marks, at.maxTries, asker.actor, asker.requestId]
  const [row] = await db.run<{
    outcome: AccountTry['outcome'] | null
    tries: number
    view: VerificationView | null
  }>(CHECK, values)
  return row?.outcome ? { ...row, outcome: row.outcome } : null
}

const FIND = {
  name: 'find_running_verification',
  text: `select keypad_view(v.id, v.tenant_id) as view from verifications v
         where v.tenant_id = $1 and v.subject_id = keypad_account_subject($2) and v.purpose = $3
           and v.status = 'pending' and v.expires_at > clock_timestamp()`,
}

/** The verification that runs for an account and purpose. Null: none does. */
export async function findRunning(
  db: Db,
  at: { tenantId: string; accountId: string; purpose: Purpose },
): Promise<VerificationView | null> {
  const [row] = await db.run<{ view: VerificationView }>(FIND, [at.tenantId, at.accountId, at.purpose])
  return row?.view ?? null
}

const FIND_PHONE = {
  name: 'find_verified_phone',
  text: `select phone_sealed as "phoneSealed" from verifications where tenant_id = $1 and id = $2`,
}

/** The number that a verification's code went to, in the context `phone <id>`. Null: there is no such verification. */
export async function findVerifiedPhone(db: Db, tenantId: string, id: string): Promise<string | null> {
  const [row] = await db.run<{ phoneSealed: string }>(FIND_PHONE, [tenantId, id])
  return row?.phoneSealed ?? null
}
