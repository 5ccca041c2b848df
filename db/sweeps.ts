/**
 * What the sweeper asks: rows that were left behind, in small batches, each index as small as what is open.
 */
import type { DeliveryStatus } from '#core/delivery.ts'
import type { Db } from './client.ts'
import type { Carried } from './deliveries.ts'
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

/** An unsettled delivery that the sweeper has taken to look at. */
export type OpenDelivery = Carried & {
  id: string
  status: DeliveryStatus
  carrierRef: string | null
  /** Whether the carrier finished its answer to a post of which the outcome is unknown. */
  carrierAnswered: boolean
  /** Whether the verification is over, so that a call should not ring any longer. */
  isOver: boolean
  /** Refs of other deliveries whose texts have the same words: those of the same verification, or of like notices. */
  otherRefs: string[]
  sendingAt: Date
  /** Seconds since it was posted. */
  ageSeconds: number
}

const UNSETTLED = {
  name: 'take_unsettled',
  text: `with taken as (
           select id, tenant_id, verification_id, notice_id from deliveries where check_at <= clock_timestamp()
           order by carrier_ref is not null, check_at limit $1 for update skip locked)
         update deliveries d
         set check_at = clock_timestamp() + least(
           greatest(make_interval(secs => $2), (clock_timestamp() - d.sending_at) / 3),
           case when d.carrier_ref is null then interval '8 seconds' end)
         from taken k join tenants t on t.id = k.tenant_id
         left join verifications v on v.id = k.verification_id and v.tenant_id = k.tenant_id
         left join notices n on n.id = k.notice_id and n.tenant_id = k.tenant_id
         where d.id = k.id and d.tenant_id = k.tenant_id
         returning d.id, d.channel, d.status, d.carrier_ref as "carrierRef", d.carrier_answered as "carrierAnswered",
           coalesce(v.id, n.account_id) as "sealedFor", n.kind as notice, coalesce(v.status <> 'pending', false) as "isOver",
           v.purpose, coalesce(v.locale, n.locale) as locale, coalesce(v.brand, n.brand) as brand, t.host, t.discreet,
           coalesce(v.phone_sealed, n.phone_sealed) as "phoneSealed", v.code_sealed as "codeSealed",
           case when n.id is not null then keypad_notice_refs(n) else array(
             select o.carrier_ref from deliveries o
             where o.verification_id = d.verification_id and o.id <> d.id and o.carrier_ref is not null) end as "otherRefs",
           d.sending_at as "sendingAt", extract(epoch from clock_timestamp() - d.sending_at)::float8 as "ageSeconds",
           coalesce(floor(extract(epoch from v.expires_at - d.sending_at)), keypad_notice_life(n))::int as "lifeSeconds"`,
}

/**
 * Takes unsettled deliveries whose time to be looked at has come; each comes up again after `againSeconds` or later. Those
 * that the carrier may not even have taken go first and wait 8 s at most, since they must be settled within 120 s.
 */
export async function takeUnsettled(db: Db, limit: number, againSeconds: number): Promise<OpenDelivery[]> {
  return db.run(UNSETTLED, [limit, againSeconds])
}

const STOP_LOOKING = { name: 'stop_looking', text: 'update deliveries set check_at = null where id = $1' }

/** Looks no more at a delivery that the carrier may never report on; a later callback still counts. */
export async function stopLooking(db: Db, id: string): Promise<void> {
  await db.run(STOP_LOOKING, [id])
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

const LOCK = { name: 'try_sweep_lock', text: 'select pg_try_advisory_xact_lock(7239466) as mine' }

/** Tries to be the one sweeper; holds until the transaction ends. */
export async function tryToSweep(db: Db): Promise<boolean> {
  const [row] = await db.run<{ mine: boolean }>(LOCK, [])
  return row?.mine ?? false
}

const END_ALL = {
  name: 'end_all_open',
  text: `select count(keypad_end_verification(v.id, v.tenant_id, 'canceled', 0))::int as ended
         from (select id, tenant_id from verifications where status = 'pending' for update) v`,
}

/** Ends every open verification of every tenant and wipes its code. Gives how many. */
export async function endAllOpen(db: Db): Promise<number> {
  const [row] = await db.run<{ ended: number }>(END_ALL, [])
  return row?.ended ?? 0
}
