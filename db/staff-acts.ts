/**
 * What staff change for a patient. The caller's transaction holds the account.
 */
import type { Db } from './client.ts'

type At = { tenantId: string; accountId: string }

const LIFT = {
  name: 'lift_lock',
  text: `with was as (select locked_until > clock_timestamp() as locked from accounts where tenant_id = $1 and id = $2)
         update accounts set locked_until = null where tenant_id = $1 and id = $2
         returning (select coalesce(locked, false) from was) as "wasLocked"`,
}

/** Ends the pause of an account; what was counted, the ladder and the thirty days stay. Whether it was paused. */
export async function liftLock(db: Db, at: At): Promise<boolean> {
  const [row] = await db.run<{ wasLocked: boolean }>(LIFT, [at.tenantId, at.accountId])
  return row?.wasLocked ?? false
}

const CLEAR = {
  name: 'clear_number',
  text: `insert into send_clearings (mark, cleared_at)
         select m, clock_timestamp() from accounts a,
           unnest(array[a.phone_mark, a.pending_mark, keypad_subject_mark(a.tenant_id, keypad_account_subject(a.id))]) m
         where a.tenant_id = $1 and a.id = $2 and m is not null
         on conflict (mark) do update set cleared_at = excluded.cleared_at returning mark`,
}

/** Clears the short send windows of an account's numbers; the day's stay. Whether there was a number. */
export async function clearNumber(db: Db, at: At): Promise<boolean> {
  return (await db.run(CLEAR, [at.tenantId, at.accountId])).length > 0
}

const ONE_ISSUER = {
  name: 'hold_bypass_issuer',
  text: `select pg_advisory_xact_lock(hashtextextended('bypasses ' || $1 || ' ' || $2, 0))`,
}
const COUNT_BYPASSES = {
  name: 'count_bypasses',
  text: `select count(*)::int as count from bypasses
         where tenant_id = $1 and issued_by = any ($2::text[]) and created_at > clock_timestamp() - interval '1 day'`,
}

/**
 * How many ways in somebody has given out within a day, under any of their names. Holds them until the transaction ends,
 * so that of many at once each is counted; the account that is helped is held before.
 */
export async function countBypasses(db: Db, tenantId: string, issuers: string[]): Promise<number> {
  await db.run(ONE_ISSUER, [tenantId, issuers.toSorted()[0]])
  const [row] = await db.run<{ count: number }>(COUNT_BYPASSES, [tenantId, issuers])
  return row?.count ?? 0
}

const END_BYPASSES = {
  name: 'end_bypasses',
  text: `update bypasses set expires_at = clock_timestamp()
         where tenant_id = $1 and account_id = $2 and used_at is null and expires_at > clock_timestamp()`,
}
const INSERT_BYPASS = {
  name: 'insert_bypass',
  text: `insert into bypasses (id, tenant_id, account_id, kind, mark, issued_by, expires_at)
         values ($1, $2, $3, $4, $5, $6, clock_timestamp() + make_interval(secs => $7)) returning expires_at as "expiresAt"`,
}

export type NewBypass = {
  id: string
  kind: 'code' | 'open'
  mark: Buffer | null
  issuedBy: string
  lifeSeconds: number
}

/** Gives out a way in, in place of an older one, and tells until when it works. */
export async function insertBypass(db: Db, at: At, b: NewBypass): Promise<Date> {
  await db.run(END_BYPASSES, [at.tenantId, at.accountId])
  const values = [b.id, at.tenantId, at.accountId, b.kind, b.mark, b.issuedBy, b.lifeSeconds]
  const [row] = await db.run<{ expiresAt: Date }>(INSERT_BYPASS, values)
  return row!.expiresAt
}

const UNPROVE = {
  name: 'unprove_phone',
  text: `update accounts set phone_sealed = null, phone_mark = null, phone_masked = null, phone_country = null,
           phone_proven_at = null, pending_sealed = coalesce(pending_sealed, $3),
           pending_mark = coalesce(pending_mark, phone_mark), pending_masked = coalesce(pending_masked, phone_masked),
           pending_country = coalesce(pending_country, phone_country),
           pending_line_type = coalesce(pending_line_type, 'unknown'), pending_at = coalesce(pending_at, clock_timestamp())
         where tenant_id = $1 and id = $2 and phone_mark is not null returning id`,
}

/** Makes the proven number one that waits to be proven; `sealed` is it in the context `pending <account id>`. */
export async function unprovePhone(db: Db, at: At, sealed: string): Promise<boolean> {
  return (await db.run(UNPROVE, [at.tenantId, at.accountId, sealed])).length > 0
}

const COUNT_TESTS = {
  name: 'count_tests',
  text: `select count(*)::int as count from notices
         where tenant_id = $1 and account_id = $2 and kind = 'test_message'
           and created_at > clock_timestamp() - interval '1 hour'`,
}

/** How many test messages an account got within an hour. */
export async function countTests(db: Db, at: At): Promise<number> {
  const [row] = await db.run<{ count: number }>(COUNT_TESTS, [at.tenantId, at.accountId])
  return row?.count ?? 0
}

const RENEW = {
  name: 'renew_budget',
  text: `update accounts set failures_in_row = 0, lock_step = 0, locked_until = null, failed_at = '{}'
         where tenant_id = $1 and id = $2`,
}

/** Starts an account's budget anew, the thirty days too: what was guessed at is gone. */
export async function renewBudget(db: Db, at: At): Promise<void> {
  await db.run(RENEW, [at.tenantId, at.accountId])
}
