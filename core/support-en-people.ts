/** English: steps of the timeline about patients, their ways to sign in, and what staff and owners did. */
import type { Entry, PeopleEntry } from './support-language.ts'

const NOT_YOU = [
  'This was changed on your account. Was that you?',
  'If it was not the patient, use Password reset and tell a lead.',
] as const

export const PEOPLE_EN: Record<PeopleEntry, Entry> = {
  registered: ['The patient registered.', 'An account was made on the registration page.'],
  account_created: ['The account was created.', 'Staff or the portal made it.'],
  login_started: ['A sign-in was started.', 'The username and the password were right.'],
  'login_started.registration': ['The first sign-in was started.', 'The patient had just registered.'],
  'login_started.step_up': [
    'The patient was asked to confirm once more who they are.',
    'That is asked before a way to sign in is changed.',
  ],
  login_finished: ['The patient signed in with {way}.', 'Everything that was asked for was right.'],
  'login_finished.to_set_up': [
    'The patient got in with a One-time bypass.',
    'Nothing else is open until a new way to sign in is set up.',
    'Set up your new phone or app now, as the page asks.',
    'Help the patient to set up the new way.',
  ],
  login_refused: [
    'The password was wrong.',
    'The username was known and the password did not fit. No code goes out before that.',
    'Type your password again, or choose a new password.',
    'If the patient does not know the password, use Password reset.',
  ],
  factor_tried: [
    'A wrong answer came with {factor}{try}.',
    'What was typed does not fit.',
    'Try again slowly, or choose another way on the page.',
    'Offer another way to sign in. If this one is lost, start a Reset.',
  ],
  'factor_tried.right': ['The right answer came with {factor}{try}.', 'What was typed fits.'],
  factor_added: ['A way to sign in was added: {factor}.', 'It was confirmed before it counted.', ...NOT_YOU],
  factor_removed: ['A way to sign in was removed: {factor}.', 'It was switched off or reset.', ...NOT_YOU],
  recovery_codes_made: ['New recovery codes were made.', 'Older ones no longer work.', ...NOT_YOU],
  recovery_code_used: [
    'A recovery code was used.',
    'Each code works once.',
    'You used a recovery code. Set up a new way to sign in soon.',
    'Ask whether phone or app is lost, and help to set up a new one.',
  ],
  number_pending: [
    'A new number was put on file ({number}).',
    'It counts once a code from it has been typed.',
    'Type the code that your new phone gets.',
    'If the number is wrong, use Correct the number.',
  ],
  number_dropped: ['The new number was taken off the file ({number}).', 'It had never been confirmed.'],
  number_changed: [
    'The number was changed ({number}).',
    'The new number was confirmed by a code.',
    ...NOT_YOU,
  ],
  password_changed: ['The password was changed.', 'The patient chose a new one while signed in.', ...NOT_YOU],
  password_reset_requested: [
    'A link for a new password was asked for.',
    'It goes to the e-mail address on file and works for 15 minutes.',
    'Look for our e-mail and choose a new password.',
    'If the patient did not ask for it, nothing changes.',
  ],
  password_reset: ['A new password was chosen with a link.', 'The link was used in time.', ...NOT_YOU],
  session_ended: ['The patient was signed out.', 'Somebody ended the session.'],
  mail_queued: ['An e-mail was made ready to send.', 'It goes to the address on file.'],
  organization_created: ['A clinic was added.', 'An owner or the portal added it.'],
  membership_added: ['The account was linked to a clinic.', 'The rules of that clinic count from now on.'],
  membership_removed: ['The account was taken out of a clinic.', 'The rules of that clinic no longer count.'],
  webhook_added: ['An address for alerts was added.', 'An owner, an administrator or the portal added it.'],
  webhook_removed: [
    'An address for alerts was removed.',
    'An owner, an administrator or the portal removed it.',
  ],
  override_changed: [
    'The rule for this one account was changed.',
    'It goes before the rules of the clinics.',
  ],
  policy_changed: ['A rule was changed: no second way is required.', 'An owner or an administrator did it.'],
  'policy_changed.required': [
    'A rule was changed: {ways} is required.',
    'An owner or an administrator did it.',
    'From now on we ask for a second way when you sign in.',
    'Help the patient to set it up at the next sign-in.',
  ],
  unblocked: [
    'Staff used Unblock.',
    'It ends a pause after wrong answers.',
    'You can sign in again now.',
    'Let the patient try again while you are on the line.',
  ],
  bypass_issued: [
    'Staff made a One-time bypass with a code.',
    'It works for one sign-in within 15 minutes.',
    'Sign in with your password, then type the code that we gave you.',
    'Let the patient sign in now.',
  ],
  'bypass_issued.open': [
    'Staff opened one sign-in without a code.',
    'It stays open for 15 minutes.',
    'Sign in with your password now.',
    'Let the patient sign in now.',
  ],
  bypass_used: [
    'The One-time bypass was used.',
    'It works once, so it is closed now.',
    'You got in once with our help. Set up a new way to sign in now.',
    'If it was not the patient, use Password reset and tell a lead.',
  ],
  reset_requested: [
    'Staff asked for a Reset of {factor}.',
    'Where the rule says so, somebody else must approve it within 24 hours.',
    'We asked to reset a way to sign in for you.',
    'Ask an approver to decide on the Reset.',
  ],
  reset_approved: [
    'The Reset was approved: {factor}.',
    'That way to sign in is gone.',
    'Sign in with your password and set up a new way.',
    'Let the patient sign in while you are on the line.',
  ],
  reset_rejected: [
    'The Reset was sent back: {factor}.',
    'The approver wants to know more.',
    'Your request was not approved yet.',
    'Read why it was sent back, then ask again or offer another way.',
  ],
  'unblocked.number': [
    'Staff used Unblock for the number.',
    'It ends the short limits on codes to a number, not that of the day.',
    'You can ask for a new code now.',
    'Let the patient ask for a code while you are on the line.',
  ],
  test_message_sent: [
    'Staff sent a Test message.',
    'It shows whether text messages reach the phone. Nobody can sign in with it.',
    'We sent you a test message. Did you get it?',
    'Look whether it reached the phone, and ask the patient.',
  ],
  number_shown: ['Staff looked at the full number.', 'They gave a reason, which is recorded.'],
  looked_up: ['Staff opened this page.', 'Every look at a patient is recorded.'],
}
