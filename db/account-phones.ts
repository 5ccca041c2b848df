/**
 * The numbers of an account: the proven one, and one that waits to be proven.
 */
import type { Db } from './client.ts'

const SET_PENDING = {
  name: 'set_pending_phone',
  text: `update accounts set pending_sealed = $3, pending_mark = $4, pending_masked = $5, pending_country = $6,
           pending_line_type = $7, pending_fault = $8, pending_at = clock_timestamp()
         where tenant_id = $1 and id = $2`,
}

/** A number that waits to be proven; `sealed` in the context `pending <account id>`. */
export type PendingPhone = {
  sealed: string
  mark: Buffer
  masked: string
  country: string
  lineType: string
  fault: 'landline' | 'failed' | null
}

/** Puts a number on file that nobody has proven yet, or takes it off (null). The proven number stays. */
export async function setPendingPhone(
  db: Db,
  at: { tenantId: string; accountId: string },
  phone: PendingPhone | null,
): Promise<void> {
  const { sealed, mark, masked, country, lineType, fault } = phone ?? NO_PHONE
  await db.run(SET_PENDING, [at.tenantId, at.accountId, sealed, mark, masked, country, lineType, fault])
}

const NO_PHONE = { sealed: null, mark: null, masked: null, country: null, lineType: null, fault: null }

const NOTE_FAULT = {
  name: 'note_pending_fault',
  text: `update accounts set pending_fault = $3 where tenant_id = $1 and id = $2`,
}

/** Notes why a pending number did not come to a proof. */
export async function notePendingFault(
  db: Db,
  at: { tenantId: string; accountId: string },
  fault: 'landline' | 'failed',
): Promise<void> {
  await db.run(NOTE_FAULT, [at.tenantId, at.accountId, fault])
}

const BIND = {
  name: 'bind_pending_phone',
  text: `update accounts set phone_sealed = $3, phone_mark = pending_mark, phone_masked = pending_masked,
           phone_country = pending_country, phone_proven_at = clock_timestamp(), pending_sealed = null,
           pending_mark = null, pending_masked = null, pending_country = null, pending_line_type = null,
           pending_fault = null, pending_at = null
         where tenant_id = $1 and id = $2 and pending_mark is not null returning id`,
}

/** Makes the pending number the proven one; `sealed` is it in the context `phone <account id>`. False: none was pending. */
export async function bindPendingPhone(
  db: Db,
  at: { tenantId: string; accountId: string },
  sealed: string,
): Promise<boolean> {
  return (await db.run(BIND, [at.tenantId, at.accountId, sealed])).length > 0
}

const HOLD_PHONE = {
  name: 'hold_phone',
  text: `select pg_advisory_xact_lock(hashtextextended('phone ' || $1 || encode($2::bytea, 'hex'), 0))`,
}
const COUNT_WITH_PHONE = {
  name: 'count_accounts_with_phone',
  text: `select count(*)::int as count from accounts
         where tenant_id = $1 and id <> $2 and phone_mark = any ($3::bytea[])`,
}

/**
 * How many other accounts of the tenant have proven a number, by its marks, newest key first. Whoever counts the same
 * number waits until this transaction ends.
 */
export async function countAccountsWithPhone(
  db: Db,
  at: { tenantId: string; accountId: string },
  marks: Buffer[],
): Promise<number> {
  await db.run(HOLD_PHONE, [at.tenantId, marks[0]])
  const [row] = await db.run<{ count: number }>(COUNT_WITH_PHONE, [at.tenantId, at.accountId, marks])
  return row?.count ?? 0
}

const ON_FILE = {
  name: 'is_phone_on_file',
  text: `select exists (select from accounts where tenant_id = $1 and id = $2
           and (phone_mark = any ($3::bytea[]) or pending_mark = any ($3::bytea[]))) as "isThere"`,
}

/** Whether an account has this number, proven or pending, by its marks. */
export async function isPhoneOnFile(
  db: Db,
  at: { tenantId: string; accountId: string },
  marks: Buffer[],
): Promise<boolean> {
  const [row] = await db.run<{ isThere: boolean }>(ON_FILE, [at.tenantId, at.accountId, marks])
  return row?.isThere ?? false
}
