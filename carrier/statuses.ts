/**
 * Twilio's words for how far a text or a call has come, as ours. Used for callbacks and for what we look up ourselves,
 * so that both tell the same story.
 */
import type { DeliveryReason, DeliveryStatus } from '#core/delivery.ts'
import { meaningOf } from './twilio-errors.ts'

/** How far the carrier says a delivery has come. `reason` and `carrierCode` are null unless it failed. */
export type CarrierState = {
  status: DeliveryStatus
  reason: DeliveryReason | null
  carrierCode: number | null
}

/** `sending` stands for "with the carrier, not yet with the network": no step forward for a row that was posted. */
const TEXT_STATUSES: Readonly<Record<string, DeliveryStatus>> = {
  accepted: 'sending',
  scheduled: 'sending',
  queued: 'sending',
  sending: 'sending',
  sent: 'sent',
  delivered: 'delivered',
  read: 'delivered',
  undelivered: 'failed',
  failed: 'failed',
  canceled: 'failed',
}

const CALL_STATUSES: Readonly<Record<string, DeliveryStatus>> = {
  queued: 'sent',
  initiated: 'sent',
  ringing: 'ringing',
  'in-progress': 'answered',
  completed: 'ended',
  busy: 'failed',
  'no-answer': 'failed',
  failed: 'failed',
  canceled: 'failed',
}

/** Reads a message status. Null: a word that we do not know, which changes nothing. */
export function textState(word: string, code: number | null): CarrierState | null {
  const status = own(TEXT_STATUSES, word)
  if (status === null) return null
  if (status !== 'failed') return { status, reason: null, carrierCode: null }
  return { status, reason: meaningOf(code).reason, carrierCode: code }
}

/**
 * Reads a call status. `completed` only says that the line was answered and ended; a machine or a fax at the other
 * end (`answeredBy`) makes it voicemail. Null: a word that we do not know.
 */
export function callState(word: string, code: number | null, answeredBy: string | null): CarrierState | null {
  const status = own(CALL_STATUSES, word)
  if (status === null) return null
  if (status === 'failed') return { status, reason: callReason(word, code), carrierCode: code }
  const machine = status === 'ended' && isMachine(answeredBy)
  return { status, reason: machine ? 'voicemail' : null, carrierCode: null }
}

/** True for an answering machine or a fax; `unknown` counts as a person (contract section 2). */
export function isMachine(answeredBy: string | null): boolean {
  return answeredBy !== null && (answeredBy.startsWith('machine') || answeredBy === 'fax')
}

function callReason(word: string, code: number | null): DeliveryReason {
  if (word === 'busy') return 'busy'
  return word === 'no-answer' ? 'no_answer' : meaningOf(code).reason
}

function own(table: Readonly<Record<string, DeliveryStatus>>, word: string): DeliveryStatus | null {
  return Object.hasOwn(table, word) ? table[word]! : null
}
