/**
 * What the sweeper asks: rows that were left behind, in small batches, each index as small as what is open.
 */
import type { DeliveryStatus } from '#core/delivery.ts'
import type { Channel } from '#core/verification.ts'
import type { Db } from './client.ts'
import type { Due } from './due.ts'

const FORGOTTEN = {
  name: 'list_forgotten',
  text: `select id, channel, priority from deliveries
         where due_at <= clock_timestamp() - make_interval(secs => $1)
         order by priority, due_at desc limit $2`,
}

/** Deliveries that were due for a while and that no worker has taken: their wake-up call was lost. Newest first. */
export async function listForgotten(db: Db, olderThanSeconds: number, limit: number): Promise<Due[]> {
  return db.run(FORGOTTEN, [olderThanSeconds, limit])
}

/** An unsettled delivery that the sweeper has taken to look at; `overdue` when its verification is no longer open. */
export type OpenDelivery = {
  id: string
  channel: Channel
  status: DeliveryStatus
  carrierRef: string | null
  carrierAnswered: boolean
  verificationId: string
  isOver: boolean
  phoneSealed: string
  codeSealed: string | null
  sendingAt: string
  /** Seconds since it was posted. */
  ageSeconds: number
}

const UNSETTLED = {
  name: 'take_unsettled',
  text: `with taken as (
           select id, tenant_id from deliveries where check_at <= clock_timestamp()
           order by check_at limit $1 for update skip locked)
         update deliveries d set check_at = clock_timestamp() + make_interval(secs => $2)
         from taken t join verifications v on v.tenant_id = t.tenant_id
         where d.id = t.id and v.id = d.verification_id
         returning d.id, d.channel, d.status, d.carrier_ref as "carrierRef", d.carrier_answered as "carrierAnswered",
           d.verification_id as "verificationId", v.status <> 'pending' as "isOver", v.phone_sealed as "phoneSealed",
           v.code_sealed as "codeSealed", d.sending_at::text as "sendingAt",
           extract(epoch from clock_timestamp() - d.sending_at)::float8 as "ageSeconds"`,
}

/** Takes unsettled deliveries whose time to be looked at has come; they come up again after `againSeconds`. */
export async function takeUnsettled(db: Db, limit: number, againSeconds: number): Promise<OpenDelivery[]> {
  return db.run(UNSETTLED, [limit, againSeconds])
}

const EXPIRE = {
  name: 'expire_verifications',
  text: `select count(*) filter (where keypad_expire(v))::int as ended from (
           select * from verifications where status = 'pending' and expires_at <= clock_timestamp()
           order by expires_at limit $1 for update skip locked) v`,
}

/** Ends verifications whose time has come and wipes their codes. Gives how many. */
export async function expireVerifications(db: Db, limit: number): Promise<number> {
  const [row] = await db.run<{ ended: number }>(EXPIRE, [limit])
  return row?.ended ?? 0
}

const OLD = [
  `delete from verifications where id in (
     select id from verifications where id < keypad_first_uuid(clock_timestamp() - make_interval(secs => $1)) and status <> 'pending'
     order by id limit $2)`,
  `delete from idempotent_answers where (tenant_id, key_mark) in (
     select tenant_id, key_mark from idempotent_answers where created_at < clock_timestamp() - interval '1 day' limit $2 + 0 * $1)`,
  `delete from send_counters where (mark, window_at, slot) in (
     select mark, window_at, slot from send_counters where window_at < clock_timestamp() - interval '2 days' limit $2 + 0 * $1)`,
].map((text, index) => ({ name: `delete_old_${index}`, text }))

/** Deletes a batch of what is older than its keeping time, verifications after `keptSeconds`. */
export async function deleteOld(db: Db, keptSeconds: number, limit: number): Promise<void> {
  for (const statement of OLD) await db.run(statement, [keptSeconds, limit])
}

const LOCK = { name: 'try_sweep_lock', text: 'select pg_try_advisory_xact_lock(7239466) as mine' }

/** Tries to be the one sweeper; holds until the transaction ends. */
export async function tryToSweep(db: Db): Promise<boolean> {
  const [row] = await db.run<{ mine: boolean }>(LOCK, [])
  return row?.mine ?? false
}
