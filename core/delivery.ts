/**
 * The rules of one delivery: one text or call on its way to a phone. Statuses only move forward and an end is an end,
 * in whatever order the carrier's callbacks arrive.
 */

export const DELIVERY_STATUSES = [
  'queued',
  'sending',
  'unknown',
  'sent',
  'ringing',
  'answered',
  'delivered',
  'ended',
  'failed',
  'expired_unsent',
] as const
export type DeliveryStatus = (typeof DELIVERY_STATUSES)[number]

export const DELIVERY_REASONS = [
  'landline',
  'switched_off',
  'no_such_number',
  'blocked_by_carrier',
  'opted_out',
  'country_blocked',
  'fraud_blocked',
  'busy',
  'no_answer',
  'voicemail',
  'hung_up',
  'carrier_down',
  'unknown_failure',
] as const
/** Why a delivery ended as it did; contract section 2. */
export type DeliveryReason = (typeof DELIVERY_REASONS)[number]

/**
 * What one request to the carrier came to.
 * `refused`: surely not taken, and asking again will not help. `not_sent`: surely not taken, may be tried again.
 * `unknown`: may have been taken (time-out, reset, 5xx); never posted again, only looked for; `answered` tells that the
 * carrier finished its answer, so that a later listing can be trusted at once.
 */
export type SendOutcome =
  | { outcome: 'accepted'; carrierRef: string }
  | { outcome: 'refused'; reason: DeliveryReason; carrierCode: number | null }
  | { outcome: 'not_sent'; retryAfterMs: number | null; carrierCode: number | null }
  | { outcome: 'unknown'; answered: boolean; carrierCode: number | null }

const RANK: Record<DeliveryStatus, number> = {
  queued: 0,
  sending: 1,
  unknown: 2,
  sent: 3,
  ringing: 4,
  answered: 5,
  delivered: 9,
  ended: 9,
  failed: 9,
  expired_unsent: 9,
}

/** True when nothing can change this delivery any more. */
export function isSettled(status: DeliveryStatus): boolean {
  return RANK[status] === 9
}

/** True when a report of `next` may replace `current`: only forward, never out of an end. */
export function mayAdvance(current: DeliveryStatus, next: DeliveryStatus): boolean {
  return RANK[next] > RANK[current]
}
