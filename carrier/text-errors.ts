/**
 * What Twilio's numbers about texts and phone numbers mean. Meanings: twilio.com/docs/api/errors; the judgement in
 * `class` and every sentence are ours.
 */
import type { DeliveryReason } from '#core/delivery.ts'
import { REASON_WORDS, type Words } from './reason-words.ts'

/**
 * What a failure means for the next send.
 * `permanent`: this number cannot be reached this way. `transient`: taken, then failed; the person may ask again.
 * `retryable`: surely not taken, the worker may post again. `unknown`: may have been taken, look before anything else.
 * `operator`: our account, sender or request is at fault and somebody must act. `expired`: too late, needs a new code.
 */
export type ErrorClass = 'permanent' | 'transient' | 'retryable' | 'unknown' | 'operator' | 'expired'

/** One row of the carrier's error table. `stopsSending`: nothing can be sent at all until the operator acts. */
export type ErrorRow = Words & {
  codes: readonly number[]
  reason: DeliveryReason
  class: ErrorClass
  stopsSending?: true
}

/** The rows about texts, in the order of the published table. */
export const TEXT_ERRORS: readonly ErrorRow[] = [
  {
    codes: [21211, 21217, 21401, 13223, 13224],
    reason: 'no_such_number',
    class: 'permanent',
    ...REASON_WORDS.no_such_number,
    headline: 'Not a valid phone number',
    cause: 'The carrier cannot read this as a phone number that could exist.',
  },
  { codes: [30005], reason: 'no_such_number', class: 'permanent', ...REASON_WORDS.no_such_number },
  {
    codes: [21614, 60205],
    reason: 'landline',
    class: 'permanent',
    ...REASON_WORDS.landline,
    headline: 'Not a mobile number',
    cause: 'The carrier knows this number as a landline and refused the text before sending it.',
  },
  { codes: [30006, 21635], reason: 'landline', class: 'permanent', ...REASON_WORDS.landline },
  { codes: [30003], reason: 'switched_off', class: 'transient', ...REASON_WORDS.switched_off },
  { codes: [30004], reason: 'blocked_by_carrier', class: 'permanent', ...REASON_WORDS.blocked_by_carrier },
  {
    codes: [30007],
    reason: 'blocked_by_carrier',
    class: 'operator',
    ...REASON_WORDS.blocked_by_carrier,
    headline: 'Filtered by the network',
    cause: 'A spam filter stopped the text. The same text would be stopped again.',
    staffCan: 'Offer a call and tell the operator: the wording or the sender must change.',
  },
  {
    codes: [30018, 30032, 30034],
    reason: 'blocked_by_carrier',
    class: 'operator',
    headline: 'Sender not registered',
    cause:
      'The networks of that country only take texts from registered senders, and ours is not registered there.',
    tellPatient: 'We cannot text your network yet. Ask us to call you.',
    staffCan:
      'Offer a call and tell the operator: every text to that country fails until the sender is registered.',
  },
  {
    codes: [21612],
    reason: 'blocked_by_carrier',
    class: 'operator',
    headline: 'No route for texts',
    cause: 'Texts from our sender cannot reach the network of this number.',
    tellPatient: 'Our texts cannot reach your network. Ask us to call you.',
    staffCan: 'Offer a call and tell the operator: this country may need another sender.',
  },
  {
    codes: [30024, 30035],
    reason: 'unknown_failure',
    class: 'operator',
    headline: 'Sender not accepted',
    cause: 'The network does not accept our sender number or name.',
    tellPatient: 'We cannot text you right now. Ask us to call you.',
    staffCan: 'Offer a call and tell the operator to check the sender.',
  },
  { codes: [21610], reason: 'opted_out', class: 'permanent', ...REASON_WORDS.opted_out },
  { codes: [21408], reason: 'country_blocked', class: 'permanent', ...REASON_WORDS.country_blocked },
  { codes: [30450], reason: 'fraud_blocked', class: 'permanent', ...REASON_WORDS.fraud_blocked },
  {
    codes: [60410],
    reason: 'fraud_blocked',
    class: 'permanent',
    ...REASON_WORDS.fraud_blocked,
    cause: 'The carrier saw unusual traffic to the range of this number and blocked it for twelve hours.',
    tellPatient: 'Texts to your phone are on hold today. Choose another way to sign in.',
  },
  { codes: [30008], reason: 'unknown_failure', class: 'transient', ...REASON_WORDS.unknown_failure },
  {
    codes: [30017, 30410],
    reason: 'carrier_down',
    class: 'transient',
    ...REASON_WORDS.carrier_down,
    headline: 'The network was too busy',
    cause: 'The network had too much traffic, or did not answer the carrier in time.',
  },
  {
    codes: [30036],
    reason: 'carrier_down',
    class: 'expired',
    headline: 'Too late to be of use',
    cause: 'The text waited at the carrier until its code had expired, and was then dropped.',
    tellPatient: 'Our text was too slow. Ask for a new code.',
    staffCan: 'Let the person ask for a new code. Tell the operator if texts wait often.',
  },
  {
    codes: [30001],
    reason: 'carrier_down',
    class: 'transient',
    ...REASON_WORDS.carrier_down,
    headline: 'Too many texts waiting',
    cause: 'The carrier took the text, then dropped it because too many were waiting.',
  },
  {
    codes: [21611],
    reason: 'carrier_down',
    class: 'retryable',
    ...REASON_WORDS.carrier_down,
    headline: 'Too many texts waiting',
    cause: 'The carrier refused the text because too many from our sender are waiting.',
  },
  {
    codes: [14107, 30022, 30023, 63038],
    reason: 'carrier_down',
    class: 'retryable',
    ...REASON_WORDS.carrier_down,
    headline: 'Sending limit reached',
    cause: 'Our sender reached its rate or its daily number of texts.',
    staffCan: 'Offer a call or another way to sign in, and tell the operator.',
  },
]
