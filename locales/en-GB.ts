/** British English. */
import type { Language } from './language.ts'

export const enGB: Language = {
  tag: 'en-GB',
  nativeName: 'English',
  direction: 'ltr',
  voice: { voice: 'Polly.Amy-Neural', language: 'en-GB' },
  review: null,
  messages: {
    'text.registration': '{$code} is your code to confirm this phone for {$brand}.',
    'text.login': '{$code} is your {$brand} sign-in code.',
    'text.phone_change': '{$code} is your code to use this phone with {$brand}.',
    'text.other': '{$code} is your {$brand} code.',
    'text.discreet': '{$code} is your code.',
    'text.lifetime':
      '.input {$minutes :integer} .match $minutes one {{It works for {$minutes} minute.}} * {{It works for {$minutes} minutes.}}',
    'text.warning': 'Do not tell it to anyone, even us.',
    'text.shortWarning': 'Do not share it.',

    'call.opening.registration':
      'Hello. |400| This is {$brand}. |300| You asked us to call you to confirm this phone.',
    'call.opening.login': 'Hello. |400| This is {$brand}. |300| You asked us to call you to sign in.',
    'call.opening.phone_change':
      'Hello. |400| This is {$brand}. |300| You asked us to call you to start using this phone.',
    'call.opening.other': 'Hello. |400| This is {$brand}. |300| You asked us to call you.',
    'call.opening.discreet': 'Hello. |400| This is the call you have just asked for.',
    'call.askPress1': 'If you are signing in now, press 1. |600| If you did not ask for this, press 9.',
    'call.askMatchDigits':
      'Look at your screen. |300| It shows two numbers. |300| Press them on your phone now. |800| If you did not ask for this, press 9.',
    'call.askSpokenCode': 'To hear your code, press 1. |600| If you did not ask for this, press 9.',
    'call.code': 'Your code is: |600|',
    'call.codeAgain': 'Again: |600|',
    'call.askRepeat': 'Press 1 to hear it again. |300| Press 2 for slower.',
    'call.thanks': 'Thank you. |300| You can go back to your screen. Goodbye.',
    'call.denied': 'Thank you for telling us. |300| We have stopped this request. Nobody got in. Goodbye.',
    'call.noKey': 'We did not hear a key. |300| You can ask for a new call on your screen. Goodbye.',
    'call.tooManyWrong': 'That was not right. |300| You can start again on your screen. Goodbye.',
    'call.over': 'This request is no longer open. |300| You can start again on your screen. Goodbye.',
    'call.wrongKey': 'That was not right. |300| Please try once more.',
  },
}
