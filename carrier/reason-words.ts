/**
 * The four plain sentences of each delivery reason: for failures that come without a carrier's number (busy, nobody
 * answers, voicemail), and as the ground on which the error table adds what a number knows better.
 */
import type { DeliveryReason } from '#core/delivery.ts'

/** What support sees and says; British English, no blame, short words. `staffCan` never asks for more than their role. */
export type Words = { headline: string; cause: string; tellPatient: string; staffCan: string }

/** The sentences of every reason, for the support timeline and the pages that explain a failed text or call. */
export const REASON_WORDS: Readonly<Record<DeliveryReason, Words>> = {
  landline: {
    headline: 'This number cannot get texts',
    cause: 'The number is a landline, or its network cannot take text messages.',
    tellPatient: 'This phone cannot get texts. Use a mobile number, or ask us to call you.',
    staffCan: 'Offer a call, or help the person to add a mobile number.',
  },
  switched_off: {
    headline: 'Phone off or out of signal',
    cause: 'The network could not reach the phone: it is switched off, in flight mode or out of signal.',
    tellPatient: 'Turn your phone on and go where it has signal. Then ask for the code again.',
    staffCan: 'Ask the person to send again in a minute, then offer a call.',
  },
  no_such_number: {
    headline: 'Number not in use',
    cause: 'The network says that this number does not exist or is no longer in use.',
    tellPatient: 'Check your phone number. One of the digits may be wrong.',
    staffCan: 'Check the number with the person; a lead can correct it.',
  },
  blocked_by_carrier: {
    headline: 'Message blocked',
    cause: 'The network, or a block list on the phone, stopped the message.',
    tellPatient: 'Your network stops our texts. Ask us to call you.',
    staffCan: 'Offer a call. Tell the operator if several people have this.',
  },
  opted_out: {
    headline: 'The person asked for no more texts',
    cause: 'Somebody answered STOP to an earlier text from this sender, so texts to this number are refused.',
    tellPatient:
      'Our texts are turned off for your phone. Send the word START to our number, or ask us to call you.',
    staffCan: 'Offer a call. Only a START sent from the phone itself turns texts on again.',
  },
  country_blocked: {
    headline: 'Country not switched on',
    cause: 'The carrier account does not allow sending to the country of this number.',
    tellPatient: 'We cannot reach phones in that country yet. Choose another way to sign in.',
    staffCan: 'Ask the operator whether this country should be allowed. Offer another way to sign in.',
  },
  fraud_blocked: {
    headline: 'Stopped by fraud protection',
    cause: 'The carrier saw unusual traffic to this number or its range and blocked it for a short time.',
    tellPatient: 'Texts to your phone are on hold for a short time. Try again in 30 minutes.',
    staffCan: 'Offer another way to sign in. Tell the operator if it happens again.',
  },
  busy: {
    headline: 'The line was busy',
    cause: 'The phone was in another call, or the person turned the call away.',
    tellPatient: 'Your phone was busy. End your other call, then ask us to call again.',
    staffCan: 'Ask the person to start a new call, or offer a text.',
  },
  no_answer: {
    headline: 'Nobody answered',
    cause: 'The phone rang, and nobody picked it up in time.',
    tellPatient: 'We called and nobody picked up. Ask us to call again and keep your phone near you.',
    staffCan: 'Tell the person which number calls them, then let them start a new call.',
  },
  voicemail: {
    headline: 'Voicemail answered',
    cause: 'An answering machine took the call. It was told no code.',
    tellPatient: 'Your voicemail took our call. Ask us to call again and pick up when it rings.',
    staffCan: 'Ask the person to start a new call and answer it, or offer a text.',
  },
  hung_up: {
    headline: 'The call ended without a key',
    cause: 'The call was answered and ended before a key was pressed.',
    tellPatient: 'The call ended too soon. Ask us to call again and press the key when we ask.',
    staffCan: 'Explain which key the call asks for, then let the person start a new call.',
  },
  carrier_down: {
    headline: 'The phone company has trouble',
    cause: 'The carrier did not take or pass on the message in time. The number itself may be fine.',
    tellPatient: 'The phone company has a problem now. Wait a minute, then try again.',
    staffCan: 'Check the status page of the carrier. Offer another way to sign in.',
  },
  unknown_failure: {
    headline: 'Failed for an unknown reason',
    cause: 'The carrier says that it failed and does not say why.',
    tellPatient: 'It did not work this time. Ask for the code again, or ask us to call you.',
    staffCan: 'Let the person try once more, then offer another way.',
  },
}
