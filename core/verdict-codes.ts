/**
 * Every verdict that support can read. The codes are stable; their sentences are in core/support-words.ts.
 */
import type { DeliveryReason } from './delivery.ts'

/** How the person stands: locks, limits, policy, and what staff did. */
export const STATE_CODES = [
  'locked_for_support',
  'locked_short',
  'lock_over',
  'unblocked',
  'bypass_code',
  'bypass_open',
  'bypass_ran_out',
  'reset_waiting',
  'reset_done',
  'reset_refused',
  'send_limit',
  'send_limit_lifted',
  'send_too_soon',
  'sends_paused',
  'call_in_progress',
  'number_missing',
  'number_unproven',
  'number_landline',
  'number_failed',
  'number_stopped',
  'number_to_confirm',
  'number_corrected',
  'app_to_set_up',
  'pin_to_set_up',
  'factor_not_allowed',
  'nothing_left',
  'password_changed',
  'never_tried',
  'nothing_lately',
  'unknown',
] as const

/** What became of the newest login. */
export const LOGIN_CODES = [
  'signed_in',
  'signed_in_to_set_up',
  'wrong_password',
  'denied',
  'login_open',
  'login_left',
  'one_step_left',
  'waiting_to_be_sent',
  'stuck_before_sending',
  'sent_too_late',
  'on_its_way',
  'not_confirmed',
  'delivered_not_typed',
  'code_wrong',
  'code_wrong_delivered',
  'code_used_up',
  'code_expired',
  'code_expired_unconfirmed',
  'code_canceled',
  'phone_rings',
  'call_running',
  'call_not_reported',
  'code_read_out',
  'key_wrong',
  'keys_used_up',
  'key_early',
  'key_too_late',
  'app_code_wrong',
  'pin_wrong',
  'recovery_code_wrong',
  'bypass_code_wrong',
  'way_used_up',
] as const

export type StateCode = (typeof STATE_CODES)[number]
export type LoginCode = (typeof LOGIN_CODES)[number]

/** A failed text or call is its own verdict: the reason of the delivery. */
export type VerdictCode = StateCode | LoginCode | DeliveryReason

/**
 * `evidence` are places in the judged events, the newest first. Of `params`, `at` and `until` are times as
 * RFC 3339; whoever shows them writes them for the reader first.
 */
export type Verdict = {
  code: VerdictCode
  evidence: number[]
  params: Record<string, string | number>
}
