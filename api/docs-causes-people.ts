/**
 * How to see each problem about people happen: commands for a shell, with `$KEYPAD_KEY` holding a secret key and
 * `$SESSION` the token of a logged-in person.
 */
import type { PEOPLE_PROBLEMS } from '#core/problems-people.ts'
import { PHONE, post, repeat } from './docs-cause.ts'
import type { MakeCause } from './docs-cause.ts'
import type { SampleRequest } from './docs-samples.ts'

const HOLDS_TOKEN = 'Put the token of a session into `SESSION`.'
const HOLDS_LOGIN = 'Put the id of a login in progress into `ID`.'

const person = { username: 'anna.berg@example.org', password: 'four-quiet-herons', phone: PHONE }
const register = (other: object = {}, key?: string) => post('/v1/registrations', { ...person, ...other }, key)
const own = (act: string, body: object) => post(`/v1/me/${act}`, body, 'SESSION')
const changePin = (pin: string, again: string, current?: string): SampleRequest => ({
  ...{ method: 'put', path: '/v1/me/pin', key: 'SESSION' },
  body: { ...(current !== undefined && { current_pin: current }), pin, pin_confirmation: again },
})

/** By problem. */
export const PEOPLE_CAUSES: Record<keyof typeof PEOPLE_PROBLEMS, MakeCause> = {
  credentials_incorrect: (curl) => ({
    command: curl(post('/v1/logins', { username: 'nobody', password: 'not it' })),
  }),
  step_up_required: (curl) => ({
    note: `${HOLDS_TOKEN} Its second factor is more than five minutes old.`,
    command: curl(own('recovery-codes', {})),
  }),
  enroll_first: (curl) => ({
    note: `${HOLDS_TOKEN} It may only set up a factor.`,
    command: curl({ method: 'get', path: '/v1/me/sessions', key: 'SESSION' }),
  }),
  owner_only: (curl) => ({
    note: `${HOLDS_TOKEN} It is that of somebody with the role \`admin\`.`,
    command: curl({
      ...{ method: 'put', path: '/v1/policies/patient', key: 'SESSION' },
      body: { required: true },
    }),
  }),
  user_type_not_allowed: (curl) => ({
    note: 'A page registers a doctor.',
    command: curl(register({ user_type: 'doctor' }, 'KEYPAD_PUBLISHABLE_KEY')),
  }),
  username_taken: (curl) => ({ note: 'Twice the same name.', command: repeat(2, curl(register())) }),
  step_not_expected: (curl) => ({
    note: `${HOLDS_LOGIN} It waits for a code, not for a PIN.`,
    command: curl(post('/v1/logins/$ID/pin', { pin: '402917', pin_confirmation: '402917' })),
  }),
  nothing_pending: (curl) => ({
    note: `${HOLDS_TOKEN} No number of theirs waits for a code.`,
    command: curl(own('phone/checks', { code: '418052' })),
  }),
  reset_link_invalid: (curl) => ({
    command: curl(
      post('/v1/password-resets/confirm', { token: 'made-up', new_password: 'four-quiet-herons' }),
    ),
  }),
  password_too_weak: (curl) => ({ command: curl(register({ password: 'password1' })) }),
  pin_mismatch: (curl) => ({ note: HOLDS_TOKEN, command: curl(changePin('402917', '402918')) }),
  pin_too_weak: (curl) => ({ note: HOLDS_TOKEN, command: curl(changePin('123456', '123456')) }),
  pin_incorrect: (curl) => ({
    note: `${HOLDS_TOKEN} The person has another PIN than 850316.`,
    command: curl(changePin('402917', '402917', '850316')),
  }),
  factor_not_allowed: (curl) => ({
    note: `${HOLDS_LOGIN} It asks for a factor, and the policy does not list PINs.`,
    command: curl(post('/v1/logins/$ID/factor', { factor: 'pin' })),
  }),
  phone_used_too_often: () => ({
    note: 'Families share a phone, so five people of a tenant may prove the same one. The sixth is refused like this once the code was right.',
    command: null,
  }),
  account_locked: (curl) => ({
    note: `${HOLDS_TOKEN} The person has an authenticator app; ten wrong answers in a row pause the account.`,
    command: repeat(11, curl(own('totp/disable', { code: '000000' }))),
  }),
}
