/**
 * What support's rules know of a person: how they stand now, and what happened to them lately.
 */
import type { DeliveryReason } from './delivery.ts'
import type { Person } from './login-state.ts'
import type { Rule } from './policy.ts'
import type { Channel } from './verification.ts'

/** At most so many events are judged; with so many and no login among them nobody can say that there never was one. */
export const MAX_JUDGED_EVENTS = 200

/**
 * One event as support sees it: `kind` is one of core/event-kinds.ts, or a newer one that these rules do not know. What
 * happens to the text of a notice or a test message carries `data.notice`, so that nobody takes it for a code.
 */
export type SupportEvent = {
  kind: string
  at: string
  data: Record<string, unknown> | null
  deliveryReason?: DeliveryReason | null
  carrierCode?: number | null
  /** That of the event's own delivery. A try has one only when it was a key in a call. */
  channel?: Channel | null
}

/** Everything that a verdict rests on; times are RFC 3339. */
export type SupportFacts = {
  now: string
  lock: Person['lock']
  phone: Person['phone']
  policy: Pick<Rule, 'required' | 'factors' | 'numberChange'>
  factors: { totp: boolean; pin: boolean; recoveryCodes: number }
  /** The one that is open now. */
  bypass: 'code' | 'open' | null
  resetWaiting: boolean
  /** Whether the number may get a code now, by its own limits; `until` null: not known. */
  sending: { free: boolean; until: string | null }
  /** Newest first. */
  events: readonly SupportEvent[]
}

/** An event and its place in the facts, so that a verdict can point at it. */
export type Found = { event: SupportEvent; index: number }

/** Whether an event is younger than `ms`; false when one of the times cannot be read. */
export function isRecent(now: string, { event }: Found, ms: number): boolean {
  return Date.parse(now) - Date.parse(event.at) <= ms
}
