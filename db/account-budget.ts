/**
 * What is left of an account's budget of wrong answers (db/functions/25-accounts.sql).
 */
import { MAX_FAILURES_IN_ROW, MAX_FAILURES_LATELY } from '#core/limits.ts'
import type { Db } from './client.ts'

const READ = {
  name: 'account_tries_left',
  text: `select case when (keypad_account_lock(a)).reason is null then least($3 - a.failures_in_row, $4 - (
           select count(*) from unnest(a.failed_at) f where f > clock_timestamp() - interval '30 days'))::int else 0 end as "left"
         from accounts a where a.tenant_id = $1 and a.id = $2`,
}

/** How many wrong answers in a row an account still has before it is locked. */
export async function readTriesLeft(db: Db, at: { tenantId: string; accountId: string }): Promise<number> {
  const [row] = await db.run<{ left: number }>(READ, [
    ...[at.tenantId, at.accountId],
    MAX_FAILURES_IN_ROW,
    MAX_FAILURES_LATELY,
  ])
  return row?.left ?? 0
}
