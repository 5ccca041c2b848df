/** British English. */
import type { SpokenLanguage } from './language.ts'

export const enGB: SpokenLanguage = {
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

    'notice.from': '{$brand}:',
    'notice.number_change_requested':
      'Someone asked to change the phone number of your account. Not you? Sign in and stop it, or contact us.',
    'notice.number_changed':
      'The phone number of your account has been changed. Not you? Contact us at once.',
    'notice.factor_added': 'A new way to sign in was added to your account. Not you? Contact us at once.',
    'notice.factor_removed': 'A way to sign in was removed from your account. Not you? Contact us at once.',
    'notice.many_wrong_codes':
      'Wrong codes were entered for your account several times. Not you? Change your password.',
    'notice.locked':
      'After too many wrong codes, sign-in to your account is paused for a while. Not you? Change your password.',
    'notice.locked_for_long':
      'Many wrong codes were entered lately. After a few more, only we can let you in again. Not you? Contact us.',
    'notice.recovery_code_used':
      'A recovery code was used for your account. Please set up a new way to sign in. Not you? Contact us at once.',
    'notice.password_changed': 'The password of your account has been changed. Not you? Contact us at once.',
    'notice.bypass_used':
      'Our support let someone sign in to your account once without a code. Not you? Contact us at once.',
    'notice.reset_requested':
      'Someone asked us to reset a way to sign in to your account. Not you? Contact us at once.',
    'notice.bypass_issued':
      'We have just given out a one-time way into your account. Not at your request? Contact us at once.',
    'notice.test_message': 'This is a test message without a code. You need not do anything.',

    'mail.password_reset.subject': 'Choose a new password',
    'mail.password_reset.opening': 'You, or someone else, asked for a new password for {$brand}.',
    'mail.password_reset.openingDiscreet': 'You, or someone else, asked for a new password.',
    'mail.password_reset.action': 'Choose a new password',
    'mail.password_reset.lifetime':
      '.input {$minutes :integer} .match $minutes one {{The link works once, and for {$minutes} minute.}} * {{The link works once, and for {$minutes} minutes.}}',
    'mail.password_reset.notYou':
      'If you did not ask for this, you need not do anything: your password stays as it is.',
  },
}
