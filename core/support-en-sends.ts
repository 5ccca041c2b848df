/** English: steps of the timeline about codes, text messages and calls. */
import type { Entry, SendEntry } from './support-language.ts'

const WRONG_CODE = [
  'Type the six digits of our newest text message.',
  'Help the patient to find the newest text message. They must never say the code to you.',
] as const

export const SENDS_EN: Record<SendEntry, Entry> = {
  verification_started: ['A code was asked for.', 'The page or the portal wanted to confirm the phone.'],
  send_queued: [
    'A text message was made ready to send.',
    'It waits for its turn, mostly less than a second.',
  ],
  'send_queued.call': ['A call was made ready.', 'It waits for its turn, mostly less than a second.'],
  carrier_accepted: ['The carrier took the text message.', 'It passes it on to the network of the phone.'],
  'carrier_accepted.call': ['The carrier took the call.', 'It makes the phone ring.'],
  delivered: ['The text message reached the phone.', 'The network says that the phone has it.'],
  send_failed: [
    'The message failed.',
    'The carrier did not say why.',
    'It did not work this time. Ask for the code again.',
    'Let the patient try once more, then offer another way to sign in.',
  ],
  send_unknown: [
    'The carrier broke off before it said whether it took the message.',
    'It may be on its way all the same, so we look for it and do not send it twice.',
    'Your code may be on its way. Wait a minute, then ask for it again.',
    'Wait a minute and look again.',
  ],
  send_expired: [
    'The code was not sent, because it was nearly too old.',
    'It had waited until almost nobody could have used it.',
    'Your code was not sent in time. Ask for a new one.',
    'Let the patient ask for a new code.',
  ],
  sends_paused: [
    'Codes to numbers like this one were paused.',
    'Too few of the codes sent to such numbers were used.',
    'We cannot send codes to your phone for now. Use another way to sign in.',
    'Offer another way to sign in, and tell the operator.',
  ],
  call_answered: ['The call was answered.', 'The voice asks for a key now.'],
  call_ended: ['The call ended.', 'A key was pressed before it ended.'],
  key_pressed: [
    'A key was pressed that did not count.',
    'It came too early, or when the call no longer counted.',
    'Listen to the call first, then press the key.',
    'Let the patient ask for a new call.',
  ],
  'key_pressed.confirmed': ['The right key was pressed.', 'The phone is at hand.'],
  'key_pressed.say_code': ['A key was pressed, and the voice said the code.', 'It now has to be typed.'],
  'key_pressed.wrong': [
    'A wrong key was pressed.',
    'It is not the key that the screen or the voice asks for.',
    'Look at your screen and press the digits that it shows.',
    'Explain which key the call asks for.',
  ],
  'key_pressed.too_many_wrong': [
    'A wrong key was pressed once more, so the call ended.',
    'A call asks for the right key at most three times.',
    'Ask us to call again, and press the digits that your screen shows.',
    'Explain which key the call asks for, or offer a text message.',
  ],
  'key_pressed.denied': [
    'Key 9 was pressed: “this was not me”.',
    'Whoever answered the phone had not asked for the call.',
    'Someone who answered your phone told us that they had not asked for the call. Was that you?',
    'If the patient did it by mistake, let them start again. If not, use Password reset.',
  ],
  code_tried: [
    'A wrong code was typed{try}.',
    'It is not the code that we sent, or it was mistyped.',
    ...WRONG_CODE,
  ],
  'code_tried.right': ['The right code was typed{try}.', 'It came back in time.'],
  'code_tried.right_key': ['The right key counted as the answer{try}.', 'The phone is at hand.'],
  'code_tried.wrong_key': [
    'The wrong key counted as a wrong answer{try}.',
    'Wrong keys and wrong codes are counted together.',
    'Look at your screen and press the digits that it shows.',
    'Explain which key the call asks for.',
  ],
  approved: ['The phone is confirmed.', 'The right code or key came back in time.'],
  denied: [
    'The sign-in was stopped by key 9: “this was not me”.',
    'Whoever answered the phone had not asked for the call. Nobody got in with it.',
    'Someone who answered your phone stopped a sign-in. Was that you?',
    'If the patient did it by mistake, let them start again. If not, use Password reset.',
  ],
  canceled: ['The code was cancelled.', 'Somebody cancelled it on the page, or the portal did.'],
  'canceled.superseded': [
    'The code gave way to a newer one.',
    'A new code was asked for. Only that one works.',
  ],
  'canceled.account': [
    'The code was cancelled by us.',
    'A lock, a new password or a log-out ends open codes.',
  ],
  expired: [
    'The code became too old.',
    'Nobody typed the right code within ten minutes.',
    'That code is too old. Ask for a new one.',
    'Let the patient ask for a new code.',
  ],
  locked: [
    'The code no longer counts after five wrong answers.',
    'A code takes five wrong codes or keys.',
    'That code no longer works. Start again and use the newest code.',
    'Let the patient start again.',
  ],
  'locked.short': [
    'Sign-in was paused until {until}.',
    'There were ten wrong answers in a row.',
    'Signing in is paused until {until}.',
    'Check who is calling, then use Unblock. Or: Wait until {until}.',
  ],
  'locked.for_support': [
    'Sign-in was stopped until support helps.',
    'There were fifty wrong answers within thirty days.',
    'Signing in is stopped after many wrong answers. I will first check that it is you.',
    'Unblock does not clear this. Check who is calling and tell a lead.',
  ],
  notice_queued: ['The patient was told of a change.', 'A text message about it was made ready to send.'],
  notice_sent: ['A text message that was not a code was sent.', 'It was a notice or a Test message.'],
  notice_delivered: [
    'A text message that was not a code reached the phone.',
    'It was a notice or a Test message.',
  ],
}
