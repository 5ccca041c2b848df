/**
 * Deliveries: the row is the truth and the outbox; what the queue holds is only a wake-up call.
 */
import { mayAdvance, DELIVERY_STATUSES } from '#core/delivery.ts'
import type { DeliveryReason, DeliveryStatus } from '#core/delivery.ts'
import type { NoticeKind } from '#core/notice.ts'
import type { CallMode, Channel, Purpose } from '#core/verification.ts'
import { callOf } from './client.ts'
import type { Db } from './client.ts'

/** What a delivery carries: the code of a verification, or a notice. */
export type Carried = {
  /** What its number is sealed for: the verification, or the account of a notice. */
  sealedFor: string
  phoneSealed: string
  locale: string
  brand: string
  discreet: boolean
  /** What is left of its life. */
  lifeSeconds: number
} & (
  | { notice?: null; channel: Channel; purpose: Purpose; codeSealed: string | null; host: string | null }
  | { notice: NoticeKind; channel: 'sms' }
)

/** A delivery that a worker has taken and must now post: everything it needs, the personal parts sealed. */
export type DeliveryTask = Carried & {
  id: string
  callMode?: CallMode | null
  /** The tenant's language, for a call to somebody whose own has no voice. */
  tenantLocale?: string
  /** How often it was taken, this time included. */
  posts: number
}

const TAKE = callOf('keypad_take_delivery', ['p_id', 'p_min_life_s', 'p_check_s'])

/**
 * Takes a due delivery: `sending` is committed when this resolves. Null: nothing to do (taken by another, not due, or
 * too late to help, in which case it has just ended as `expired_unsent`).
 */
export async function takeDelivery(
  db: Db,
  id: string,
  seconds: { minLife: number; check: number },
): Promise<DeliveryTask | null> {
  const [row] = await db.run<{ task: DeliveryTask | null }>(TAKE, [id, seconds.minLife, seconds.check])
  return row?.task ?? null
}

/** What somebody reports of a delivery. `checkSeconds`: when the sweeper looks again; null: never, it is settled. */
export type DeliveryReport = {
  status: DeliveryStatus
  carrierRef: string | null
  reason: DeliveryReason | null
  carrierCode: number | null
  checkSeconds: number | null
  actor: 'worker' | 'carrier' | 'sweeper'
}

const EVENT_OF: Partial<Record<DeliveryStatus, string>> = {
  sent: 'carrier_accepted',
  delivered: 'delivered',
  failed: 'send_failed',
  answered: 'call_answered',
  ended: 'call_ended',
  unknown: 'send_unknown',
}

const RECORD = callOf('keypad_record_delivery', [
  'p_id',
  'p_status',
  'p_from',
  'p_ref',
  'p_reason',
  'p_code',
  'p_check_s',
  'p_event',
  'p_actor',
])

/** Records a report if it moves the delivery forward. False: it was late, repeated, or about another call. */
export async function recordDelivery(db: Db, id: string, report: DeliveryReport): Promise<boolean> {
  const { status, carrierRef, reason, carrierCode, checkSeconds, actor } = report
  const from = DELIVERY_STATUSES.filter((current) => mayAdvance(current, status))
  const values = [
    id,
    status,
    from,
    carrierRef,
    reason,
    carrierCode,
    checkSeconds,
    EVENT_OF[status] ?? null,
    actor,
  ]
  const [row] = await db.run<{ keypad_record_delivery: boolean }>(RECORD, values)
  return row?.keypad_record_delivery ?? false
}

const NOT_SENT = callOf('keypad_record_not_sent', ['p_id', 'p_wait_ms', 'p_max_posts', 'p_min_life_s'])

/** Records that the carrier surely did not take it. True: it is due again after the wait; false: it has had its tries. */
export async function recordNotSent(
  db: Db,
  id: string,
  again: { waitMs: number; maxPosts: number; minLifeSeconds: number },
): Promise<boolean> {
  const values = [id, again.waitMs, again.maxPosts, again.minLifeSeconds]
  const [row] = await db.run<{ keypad_record_not_sent: boolean }>(NOT_SENT, values)
  return row?.keypad_record_not_sent ?? false
}

const ANSWERED = {
  name: 'mark_carrier_answered',
  text: 'update deliveries set carrier_answered = $2 where id = $1',
}

/** Records that nobody knows whether the carrier took it; it is looked for and never posted again. */
export async function recordUnknown(
  db: Db,
  id: string,
  known: { answered: boolean; carrierCode: number | null; checkSeconds: number },
): Promise<void> {
  await db.run(ANSWERED, [id, known.answered])
  await recordDelivery(db, id, {
    status: 'unknown',
    carrierRef: null,
    reason: null,
    carrierCode: known.carrierCode,
    checkSeconds: known.checkSeconds,
    actor: 'worker',
  })
}
