/**
 * One example of each operation on registrations and logins; merged into those of openapi-examples.ts.
 */
import { EXAMPLE_IDS } from '#api/openapi-addresses.ts'
import type { OperationExample } from '#api/openapi-examples.ts'
import { DELIVERED, DELIVERY, SECRET, STARTED } from '#api/openapi-verification.ts'

const account = {
  id: EXAMPLE_IDS.accounts,
  username: 'anna.berg@example.org',
  subject_id: null,
  display_name: 'Anna Berg',
  user_type: 'patient',
  role: null,
  locale: 'en-GB',
  phone: { current_masked: null, pending_masked: '+61 4 •••• ••56' },
  organization_ids: [],
  factor_override: 'default',
}

const session = {
  token: 'kp_ses_2Wm8…',
  expires_at: '2026-11-22T21:30:40.000Z',
  account: { ...account, phone: { current_masked: '+61 4 •••• ••56', pending_masked: null } },
  amr: ['pwd', 'sms', 'mfa'],
  assurance: 'two_factor',
  enroll_only: false,
}

const pending = (version: number, next: object) => ({
  id: EXAMPLE_IDS.logins,
  status: 'pending',
  version,
  expires_at: '2026-11-22T10:00:00.000Z',
  next,
})
const enterCode = (verification: typeof STARTED, alternatives: string[] = []) => ({
  ...{ action: 'enter_code', verification, resend_at: verification.resend_at, alternatives },
})
const proving = { ...STARTED, purpose: 'registration' }
const chooseFactor = {
  action: 'choose_factor',
  factors: [
    { factor: 'sms', hint: '+61 4 •••• ••56' },
    { factor: 'call', hint: '+61 4 •••• ••56' },
    { factor: 'totp', hint: null },
  ],
}
const called = {
  ...{ ...STARTED, channel: 'call', call_mode: 'press_1' },
  deliveries: [{ ...DELIVERY, channel: 'call', status: 'ringing' }],
}

/** By the operation's name. */
export const LOGIN_EXAMPLES: Record<string, OperationExample> = {
  register: {
    title: 'A patient, whose phone gets a code when they ask for it',
    body: {
      username: 'anna.berg@example.org',
      password: 'four-quiet-herons',
      phone: '+61491570156',
      display_name: 'Anna Berg',
    },
    answer: {
      account,
      login: {
        ...pending(1, { action: 'send_code', to_masked: '+61 4 •••• ••56' }),
        client_secret: SECRET,
      },
    },
  },
  'start-login': {
    title: 'The text goes out by itself',
    body: { username: 'anna.berg@example.org', password: 'four-quiet-herons' },
    answer: { ...pending(2, enterCode(STARTED)), client_secret: SECRET },
  },
  'read-login': { title: 'The text has arrived', answer: pending(5, enterCode(DELIVERED)) },
  'choose-profile': {
    title: 'One of two profiles; its text goes out',
    body: { account_id: EXAMPLE_IDS.accounts },
    answer: pending(3, enterCode(STARTED)),
  },
  'send-login-code': {
    title: 'The first code, to the number of the registration',
    body: { channel: 'sms' },
    answer: pending(3, enterCode(proving)),
  },
  'choose-factor': {
    title: 'A call that asks to press 1',
    body: { factor: 'call' },
    answer: pending(4, {
      ...{ action: 'answer_call', verification: called },
      ...{ resend_at: called.resend_at, alternatives: ['sms', 'totp'] },
    }),
  },
  'answer-login': {
    title: 'The right code: logged in',
    body: { code: '418 052' },
    answer: { ...pending(7, { action: 'done', session }), status: 'done' },
  },
  'provide-phone': {
    title: 'A number that gets a code at once',
    body: { phone: '0491 570 156', country: 'AU' },
    answer: pending(4, enterCode({ ...STARTED, purpose: 'phone_change' })),
  },
  'skip-login-step': {
    title: 'The new number is proven another time',
    body: {},
    answer: { ...pending(8, { action: 'done', session }), status: 'done' },
  },
  'choose-pin': {
    title: 'A first PIN: logged in',
    body: { pin: '402 917', pin_confirmation: '402 917' },
    answer: {
      ...pending(3, {
        action: 'done',
        session: { ...session, amr: ['pwd', 'pin'], assurance: 'single_factor' },
      }),
      status: 'done',
    },
  },
  'go-back': { title: 'The list of ways again', body: {}, answer: pending(6, chooseFactor) },
  'explain-login': {
    title: 'A number has to be confirmed first',
    answer: {
      sentence: 'A mobile number has to be confirmed.',
      cause: 'There is no mobile number on file.',
      remedy: 'Enter a mobile number that you have at hand, and the code it gets.',
    },
  },
}
