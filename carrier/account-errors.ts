/**
 * What Twilio's numbers about our account, our sender settings and our own requests mean. Nearly all need the
 * operator; the person and the number are fine.
 */
import { REASON_WORDS } from './reason-words.ts'
import type { ErrorRow } from './text-errors.ts'

const OUR_FAULT = {
  tellPatient: 'We have a fault on our side. Use another way to sign in, or try again later.',
  staffCan: 'Offer another way to sign in and tell the operator at once.',
} as const

/** The rows about the account, the sender and the request, in the order of the published table. */
export const ACCOUNT_ERRORS: readonly ErrorRow[] = [
  {
    codes: [20003, 20008, 10001],
    reason: 'carrier_down',
    class: 'operator',
    stopsSending: true,
    headline: 'The carrier does not know us',
    cause: 'The carrier refused our account number and password, so nothing can be sent.',
    ...OUR_FAULT,
  },
  {
    codes: [20005, 30002],
    reason: 'carrier_down',
    class: 'operator',
    stopsSending: true,
    headline: 'Carrier account closed',
    cause: 'Our account at the carrier is not active, so nothing can be sent.',
    ...OUR_FAULT,
  },
  {
    codes: [21608, 21219],
    reason: 'unknown_failure',
    class: 'operator',
    headline: 'Trial account',
    cause: 'Our carrier account is a trial and may only reach numbers that were listed before.',
    ...OUR_FAULT,
  },
  {
    codes: [20429],
    reason: 'carrier_down',
    class: 'retryable',
    ...REASON_WORDS.carrier_down,
    headline: 'The carrier asked us to slow down',
    cause: 'We made too many requests at once. This one was not taken.',
  },
  {
    codes: [20500],
    reason: 'carrier_down',
    class: 'unknown',
    ...REASON_WORDS.carrier_down,
    headline: 'The carrier broke off',
    cause: 'The carrier had an error of its own and did not say whether it took the message.',
    tellPatient: 'Your code may be on its way. Wait a minute, then ask for it again.',
  },
  {
    codes: [20503, 21730],
    reason: 'carrier_down',
    class: 'retryable',
    ...REASON_WORDS.carrier_down,
    headline: 'The carrier is closed for repair',
    cause: 'The carrier is not available at the moment, by plan or by accident.',
  },
  {
    codes: [20001, 20422, 21602, 21603, 21604, 21605, 21609, 21617, 21619, 21201, 21205, 21213, 90007],
    reason: 'unknown_failure',
    class: 'operator',
    headline: 'Our request was wrong',
    cause:
      'The carrier could not use our request: something was missing, too long or not set up. Nothing was sent.',
    ...OUR_FAULT,
  },
  {
    codes: [21606, 21210, 21212, 21601, 21703, 21704, 21705],
    reason: 'unknown_failure',
    class: 'operator',
    headline: 'Our sender cannot be used',
    cause: 'The number or service that we send from is not ours, not valid or not set up for this.',
    ...OUR_FAULT,
  },
  {
    codes: [60200, 60202, 60203, 60212],
    reason: 'unknown_failure',
    class: 'operator',
    headline: 'An answer from another product',
    cause: 'This number belongs to a code service of the carrier that we do not use.',
    ...OUR_FAULT,
  },
  {
    codes: [60600, 60601, 60607, 60608],
    reason: 'unknown_failure',
    class: 'unknown',
    headline: 'Line type not known',
    cause: 'The carrier could not say whether this number is a mobile or a landline.',
    tellPatient: 'We could not check your phone number. Go on; we will try to text you.',
    staffCan: 'Nothing is wrong yet: the text is sent all the same.',
  },
  {
    codes: [60606],
    reason: 'unknown_failure',
    class: 'operator',
    headline: 'Number check not switched on',
    cause: 'Our carrier account may not ask whether a number is a mobile or a landline.',
    tellPatient: 'We could not check your phone number. Go on; we will try to text you.',
    staffCan: 'Tell the operator: switch the number check on at the carrier, or off in our settings.',
  },
]
