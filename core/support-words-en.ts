/** English words of support. Each reason says what carrier/reason-words.ts says, as whole sentences. */
import type { DeliveryReason } from './delivery.ts'
import { LOGINS_EN } from './support-en-logins.ts'
import { PEOPLE_EN } from './support-en-people.ts'
import { SENDS_EN } from './support-en-sends.ts'
import { STATES_EN } from './support-en-states.ts'
import type { Sentences, SupportLanguage } from './support-language.ts'

const REASONS: Record<DeliveryReason, Sentences> = {
  landline: [
    'This number cannot get text messages.',
    'The number is a landline, or its network cannot take text messages.',
    'This phone cannot get text messages. Use a mobile number.',
    'Use Correct the number with a mobile number.',
  ],
  switched_off: [
    'The phone is off or has no signal.',
    'The network could not reach the phone: it is switched off, in flight mode or out of signal.',
    'Turn your phone on and go where it has signal. Then ask for the code again.',
    'Let the patient ask again in a minute, or send a Test message. Then offer a call.',
  ],
  no_such_number: [
    'This number is not in use.',
    'The network says that this number does not exist or is no longer in use.',
    'Let us check your phone number. One of the digits may be wrong.',
    'Check the number with the patient, then use Correct the number.',
  ],
  blocked_by_carrier: [
    'The text message was blocked.',
    'The network, or a block list on the phone, stopped it.',
    'Your network stops our text messages. Ask us to call you.',
    'Offer a call. Tell the operator if several patients have this.',
  ],
  opted_out: [
    'The patient asked for no more text messages.',
    'Somebody answered STOP to an earlier text message of ours, so the network refuses new ones.',
    'Our text messages are turned off for your phone. Send the word START to our number, or ask us to call you.',
    'Offer a call. Only a START from the phone itself turns text messages on again.',
  ],
  country_blocked: [
    'We do not send to the country of this number.',
    'That country is not switched on at the carrier.',
    'We cannot reach phones in that country yet. Choose another way to sign in.',
    'Offer another way to sign in, and ask the operator about this country.',
  ],
  fraud_blocked: [
    'The carrier holds back messages to this number.',
    'It saw unusual traffic to this number or to numbers like it, and blocked them for a short time.',
    'Messages to your phone are on hold for a short time. Try again in 30 minutes.',
    'Offer another way to sign in. Tell the operator if it happens again.',
  ],
  busy: [
    'The line was busy.',
    'The phone was in another call, or the patient turned the call away.',
    'Your phone was busy. End your other call, then ask us to call again.',
    'Let the patient ask for a new call, or offer a text message.',
  ],
  no_answer: [
    'Nobody answered the call.',
    'The phone rang, and nobody picked it up in time.',
    'We called and nobody picked up. Ask us to call again and keep your phone near you.',
    'Tell the patient which number calls them, then let them ask for a new call.',
  ],
  voicemail: [
    'A voicemail took the call.',
    'An answering machine answered. It was told no code.',
    'Your voicemail took our call. Ask us to call again and pick up when it rings.',
    'Let the patient ask for a new call and answer it, or offer a text message.',
  ],
  hung_up: [
    'The call ended before a key was pressed.',
    'Somebody answered and hung up, or no key was heard.',
    'The call ended too soon. Ask us to call again and press the key when we ask.',
    'Explain which key the call asks for, then let the patient ask for a new call.',
  ],
  carrier_down: [
    'The phone company has trouble.',
    'It did not take or pass on the message in time. The number itself may be fine.',
    'The phone company has a problem now. Wait a minute, then try again.',
    'Offer another way to sign in, and tell the operator if it lasts.',
  ],
  unknown_failure: [
    'The message failed, and we do not know why.',
    'The carrier says that it failed and does not say why.',
    'It did not work this time. Ask for the code again, or ask us to call you.',
    'Let the patient try once more, then offer another way to sign in.',
  ],
}

/** British English. */
export const SUPPORT_EN: SupportLanguage = {
  states: STATES_EN,
  logins: LOGINS_EN,
  reasons: REASONS,
  sends: SENDS_EN,
  people: PEOPLE_EN,
  unknownEntry: [
    'Something happened that this page does not know.',
    'The record has a name that is newer than these words.',
    'I cannot see what this was. It need not be a problem.',
    'If it matters, tell the operator the name of the record.',
  ],
  names: {
    sms: 'a text message',
    call: 'a phone call',
    key: 'a key pressed in a call',
    totp: 'an authenticator app',
    pin: 'a PIN',
    recovery_code: 'a recovery code',
    bypass: 'a One-time bypass',
    password: 'the password alone',
    phone: 'a mobile number',
    unknown_way: 'one of the ways to sign in',
    unknown_time: 'time not known',
    unknown_until: 'a later time',
    unknown_number: 'number hidden',
    unknown_rest: 'not known',
  },
  phrases: {
    or: 'or',
    whichTry: ' (try {count} of {max})',
    required: ' The rule then asked for {ways}.',
    notRequired: ' The rule then asked for nothing more than the password.',
    nothingToTell: 'There is nothing to tell.',
    nothingToDo: 'There is nothing to do.',
  },
}
