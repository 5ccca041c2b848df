/** American English: the British words, but for those that differ. Whoever reads it for review reads both files. */
import { enGB } from './en-GB.ts'
import type { Language } from './language.ts'

export const enUS: Language = {
  tag: 'en-US',
  nativeName: 'English (US)',
  direction: 'ltr',
  voice: { voice: 'Polly.Joanna-Neural', language: 'en-US' },
  review: null,
  messages: {
    ...enGB.messages,
    'text.registration': '{$code} is your code to confirm this cell phone for {$brand}.',
    'text.phone_change': '{$code} is your code to use this cell phone with {$brand}.',
    'text.warning': 'Do not tell it to anyone, not even us.',

    'call.opening.registration':
      'Hello. |400| This is {$brand}. |300| You asked us to call you to confirm this cell phone.',
    'call.opening.phone_change':
      'Hello. |400| This is {$brand}. |300| You asked us to call you to start using this cell phone.',
    'call.opening.discreet': 'Hello. |400| This is the call you just asked for.',
    'call.wrongKey': 'That was not right. |300| Please try one more time.',

    'notice.number_change_requested':
      'Someone asked to change the cell phone number on your account. Not you? Sign in and stop it, or contact us.',
    'notice.number_changed':
      'The cell phone number on your account was changed. Not you? Contact us right away.',
    'notice.factor_added': 'A new way to sign in was added to your account. Not you? Contact us right away.',
    'notice.factor_removed':
      'A way to sign in was removed from your account. Not you? Contact us right away.',
    'notice.locked_for_long':
      'Many wrong codes were entered lately. After a few more, only we can let you back in. Not you? Contact us.',
    'notice.recovery_code_used':
      'A recovery code was used for your account. Please set up a new way to sign in. Not you? Contact us now.',
    'notice.password_changed': 'The password for your account was changed. Not you? Contact us right away.',
    'notice.bypass_used':
      'Our support team let someone sign in to your account once without a code. Not you? Contact us right away.',
    'notice.reset_requested':
      'Someone asked us to reset a way to sign in to your account. Not you? Contact us right away.',
    'notice.bypass_issued':
      'We just gave out a one-time way into your account. Not at your request? Contact us right away.',
    'notice.test_message': 'This is a test text without a code. You do not need to do anything.',

    'mail.password_reset.notYou':
      'If you did not ask for this, you do not need to do anything: your password stays the same.',
  },
}
