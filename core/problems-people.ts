/**
 * The part of the catalogue of refusals about people: their logins, factors, passwords and rules. core/problem.ts merges
 * it with the rest.
 */

export const PEOPLE_PROBLEMS = {
  credentials_incorrect: {
    status: 401,
    title: 'Wrong name or password',
    help: 'The username or the password is wrong. Which of them is not told, and a name that nobody has looks the same.',
    retryable: false,
  },
  step_up_required: {
    status: 403,
    title: 'Show a second factor first',
    help: 'Changing a way to sign in needs a second factor that was shown at most five minutes ago. Start `POST /v1/me/step-up` and follow its `next`; its `done` brings a new session. A key pressed on the phone does not count here, and a PIN never for a number.',
    retryable: false,
  },
  enroll_first: {
    status: 403,
    title: 'Set up a way to sign in first',
    help: 'This session may only set up a factor: a phone, an authenticator app or a PIN. After that it can do everything.',
    retryable: false,
  },
  owner_only: {
    status: 403,
    title: 'Only the account owner may change this',
    help: 'Whether a second factor is required is for the account owner alone to change.',
    retryable: false,
  },
  user_type_not_allowed: {
    status: 403,
    title: 'This user type cannot register itself',
    help: 'With a publishable key only user types that register themselves may be named, by default `patient`. Use a secret key for others.',
    retryable: false,
  },
  username_taken: {
    status: 409,
    title: 'This username is taken',
    help: 'Somebody has this username already. Choose another one.',
    retryable: false,
  },
  step_not_expected: {
    status: 409,
    title: 'Not what the login waits for',
    help: 'This call does not answer what the login waits for now. Read `next.action` and follow it; nothing was changed.',
    retryable: false,
  },
  nothing_pending: {
    status: 409,
    title: 'Nothing is waiting to be confirmed',
    help: 'There is nothing to confirm: it was never started, it was dropped or replaced, or it took too long. Start again.',
    retryable: false,
  },
  reset_link_invalid: {
    status: 410,
    title: 'This link no longer works',
    help: 'A link to set a new password works once and for fifteen minutes. Ask for a new one.',
    retryable: false,
  },
  password_too_weak: {
    status: 422,
    title: 'This password is too weak',
    help: 'This password is too easy to guess. `detail` says why. Nothing was changed.',
    retryable: false,
  },
  pin_mismatch: {
    status: 422,
    title: 'The two PINs differ',
    help: 'The PIN and its repetition are not the same. Nothing was changed.',
    retryable: false,
  },
  pin_too_weak: {
    status: 422,
    title: 'This PIN is too weak',
    help: 'This PIN is too short or too easy to guess. `detail` says why. Nothing was changed.',
    retryable: false,
  },
  pin_incorrect: {
    status: 422,
    title: 'Not the right PIN',
    help: 'That is not the right PIN. `tries_left` says how many tries remain.',
    retryable: false,
  },
  factor_not_allowed: {
    status: 422,
    title: 'This way is not open here',
    help: 'The policy does not allow this factor, the person does not have it, or it took too many wrong answers in this login. `next` lists those that are open.',
    retryable: false,
  },
  phone_used_too_often: {
    status: 422,
    title: 'This phone is used by too many people',
    help: 'This phone proves too many accounts already. Use another phone, or ask support.',
    retryable: false,
  },
  account_locked: {
    status: 423,
    title: 'This account is paused',
    help: 'There were too many wrong answers, so nothing is compared for now. Wait `retry_after` seconds; where it is missing, only support can help.',
    retryable: true,
  },
} as const
