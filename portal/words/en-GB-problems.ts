/** British English: refusals of Keypad by their code, and what became of a text or call by its reason. */

export const problemsEnGB = {
  'problem.phone_invalid': 'We cannot read {typed} as a phone number that is in use. Check the digits',
  'problem.phone_too_short': 'This number is too short. Check that no digit is missing',
  'problem.phone_too_long': 'This number is too long. Check for extra digits',
  'problem.phone_landline':
    '{typed} looks like a landline. Enter a mobile number, or choose another way to sign in',
  'problem.phone_premium': 'Calls to this number cost extra. Enter a mobile number',
  'problem.phone_voip': 'This is an internet phone number. Enter the number of a mobile phone',
  'problem.phone_not_textable': 'This kind of number cannot get our texts. Enter a mobile number',
  'problem.country_not_served': 'We cannot send codes to that country yet. Enter a number of another country',
  'problem.phone_used_too_often': 'We cannot use this number. Enter another one, or contact {brand}',
  'problem.username_taken': 'This username is taken. Choose another one',
  'problem.password_too_weak':
    'This password is too easy to guess. Use three or four words that do not belong together',
  'problem.credentials_incorrect': 'The username or the password is not right',
  'problem.code_incorrect': 'That is not the code we sent. Check the newest text',
  'problem.own_code_incorrect': 'That code is not right. Check it and try again',
  'problem.tries': {
    one: 'You can try {count} more time',
    other: 'You can try {count} more times',
  },
  'problem.lastTry': 'That code was not right, and it was the last try',
  'problem.code_malformed': 'Check the code: something is missing, or does not belong there',
  'problem.code_expired': 'That code is too old. Ask for a new one',
  'problem.verification_locked': 'There were too many wrong codes. Choose another way',
  'problem.verification_finished': 'That code is no longer needed. Use the newest one',
  'problem.send_too_soon':
    'It is too soon to send again. You can ask again at {time}. The code that we sent still works',
  'problem.sends_exhausted': 'We cannot send more for now. You can ask again at {time}',
  'problem.rate_limited': 'There were too many tries from your network. Wait a minute, then try again',
  'problem.call_in_progress': 'Your phone is being called already. Answer that call, or wait until it ends',
  'problem.call_mode_not_allowed': 'We cannot call this number that way. Ask for a text instead',
  'problem.factor_not_allowed': 'This way is not open now. Choose another one',
  'problem.step_not_expected': 'Something has changed. Look at what the page asks for now',
  'problem.pin_incorrect': 'That is not the right PIN',
  'problem.pin_mismatch': 'The two PINs are not the same',
  'problem.pin_too_weak':
    'This PIN is too short or too easy to guess. Use at least 6 numbers that nobody would guess',
  'problem.account_locked': 'There were too many wrong answers. Wait a while, then try again',
  'problem.request_invalid': 'We cannot use what stands here. Check it',
  'problem.other': 'That did not work. Try again in a minute',

  'reason.landline': 'This phone cannot get texts. Use another number, or another way.',
  'reason.switched_off': 'Your phone looks switched off. Turn it on where it has signal, then ask again.',
  'reason.no_such_number': 'This number is not in use. One of the digits may be wrong.',
  'reason.blocked_by_carrier': 'Your network stopped our text. Ask us to call you.',
  'reason.opted_out':
    'Our texts are turned off for your phone. Send START to our number, or ask us to call you.',
  'reason.country_blocked': 'We cannot reach phones in that country yet. Choose another way.',
  'reason.fraud_blocked':
    'Texts to your phone are on hold for a short time. Try again in 30 minutes, or another way.',
  'reason.busy': 'The line was busy. End your other call, then ask us to call again.',
  'reason.no_answer': 'Nobody answered. Keep your phone near you and ask us to call again.',
  'reason.voicemail': 'It went to voicemail. Ask us to call again, and pick up when it rings.',
  'reason.hung_up': 'The call ended without a key. Ask us to call again, and press the key when we ask.',
  'reason.carrier_down': 'The phone company has a problem. Wait a minute, then try again.',
  'reason.unknown_failure': 'It did not work this time. Ask again, or ask us to call you.',
} as const
