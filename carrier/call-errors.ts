/**
 * What Twilio's numbers about calls and about our own call documents mean; the other half is in text-errors.ts.
 */
import { REASON_WORDS } from './reason-words.ts'
import type { ErrorRow } from './text-errors.ts'

/** The rows about calls, in the order of the published table. */
export const CALL_ERRORS: readonly ErrorRow[] = [
  {
    codes: [21214],
    reason: 'unknown_failure',
    class: 'permanent',
    headline: 'Cannot be reached by phone',
    cause: 'The carrier found no way to call this number.',
    tellPatient: 'We could not call this number. Check it, or ask for a text.',
    staffCan: 'Check the number with the person and offer a text.',
  },
  {
    codes: [21215, 13227, 32205],
    reason: 'country_blocked',
    class: 'permanent',
    ...REASON_WORDS.country_blocked,
    cause: 'The carrier account does not allow calls to the country or the range of this number.',
    tellPatient: 'We cannot call phones in that country yet. Ask for a text.',
  },
  {
    codes: [21216, 13225],
    reason: 'blocked_by_carrier',
    class: 'permanent',
    headline: 'On a block list',
    cause: 'The carrier keeps this number on its own block list and does not call it.',
    tellPatient: 'We cannot call this number. Ask for a text or use another phone.',
    staffCan: 'Offer a text or another number. The operator can ask the carrier why.',
  },
  {
    codes: [10004, 22005],
    reason: 'carrier_down',
    class: 'retryable',
    ...REASON_WORDS.carrier_down,
    headline: 'Too many calls waiting',
    cause: 'Our account has as many calls running or waiting as the carrier allows.',
    tellPatient: 'We are making many calls now. Wait a minute, or ask for a text.',
    staffCan: 'Offer a text, and tell the operator if it happens often.',
  },
  {
    codes: [21220],
    reason: 'unknown_failure',
    class: 'permanent',
    headline: 'The call was already over',
    cause: 'We tried to change or end a call that was no longer running.',
    tellPatient: 'The call has ended. Ask us to call again if you still need a code.',
    staffCan: 'Nothing is wrong. Let the person start a new call.',
  },
  {
    codes: [11200, 11205, 11206, 11215, 11750, 12100, 12200, 12300, 15003],
    reason: 'unknown_failure',
    class: 'operator',
    headline: 'Our server did not answer the carrier',
    cause: 'During the call the carrier asked our server what to say and got no answer that it could use.',
    tellPatient: 'The call broke off. That was our fault. Ask for a text.',
    staffCan: 'Offer a text and tell the operator: the public address or the server needs a look.',
  },
]
