/**
 * Number changes that people make for themselves.
 */
import type { VerificationStatus } from '#core/verification.ts'
import type { Db } from './client.ts'

type At = { tenantId: string; accountId: string }

/** The verification of a number change; `phoneSealed` in the context `phone <id>`. */
export type ChangeVerification = { id: string; status: VerificationStatus; phoneSealed: string }

const FIND = {
  name: 'find_number_change',
  text: `select id, case when status = 'pending' and expires_at <= clock_timestamp() then 'expired' else status end as status,
           phone_sealed as "phoneSealed"
         from verifications where account_id = $2 and tenant_id = $1 and purpose = 'phone_change'
         order by id desc limit 1`,
}

/** The newest verification of a number change, over or not. Null: there never was one. */
export async function findNumberChange(db: Db, at: At): Promise<ChangeVerification | null> {
  const [row] = await db.run<ChangeVerification>(FIND, [at.tenantId, at.accountId])
  return row ?? null
}

const HAS_NEW = {
  name: 'has_new_number',
  text: `select from events where account_id = $2 and tenant_id = $1 and kind = 'number_changed'
           and at > clock_timestamp() - make_interval(secs => $3) limit 1`,
}

/** Whether another number took the place of the proven one within the last `seconds`. */
export async function hasNewNumber(db: Db, at: At, seconds: number): Promise<boolean> {
  return (await db.run(HAS_NEW, [at.tenantId, at.accountId, seconds])).length > 0
}
