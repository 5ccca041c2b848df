/**
 * How to see each problem of support happen: `$KEYPAD_KEY` holds a secret key, `$SESSION` the token of somebody on the staff.
 */
import type { SUPPORT_PROBLEMS } from '#core/problems-support.ts'
import { post } from './docs-cause.ts'
import type { MakeCause } from './docs-cause.ts'

const HOLDS_ACCOUNT = 'Put the id of an account into `ID`.'
const reason = 'Lost the phone'
const act = (name: string, body: object, key?: string) =>
  post(`/v1/support/accounts/$ID/${name}`, { reason, ...body }, key)
const decide = (key?: string) => post('/v1/support/factor-resets/$ID/approve', { reason }, key)
const checked = { identity_checks: [{ kind: 'date of birth', passed: true }] }

/** By problem. */
export const SUPPORT_CAUSES: Record<keyof typeof SUPPORT_PROBLEMS, MakeCause> = {
  own_account: (curl) => ({
    note: 'Put your own account’s id into `ID`, and the token of your session into `SESSION`.',
    command: curl(act('unblock', {}, 'SESSION')),
  }),
  own_request: (curl) => ({
    note: 'Put the id of a request of your own into `ID`.',
    command: curl(decide('SESSION')),
  }),
  second_person_required: (curl) => ({
    note: `${HOLDS_ACCOUNT} It is the sixth of the day.`,
    command: curl(act('bypass', checked)),
  }),
  already_decided: (curl) => ({
    note: 'Put the id of a request into `ID` that somebody has decided.',
    command: curl(decide()),
  }),
  no_password: (curl) => ({
    note: `${HOLDS_ACCOUNT} It is one of a portal that keeps the passwords itself.`,
    command: curl(act('password-reset', {})),
  }),
  no_number: (curl) => ({
    note: `${HOLDS_ACCOUNT} It has no number.`,
    command: curl(act('test-message', {})),
  }),
  identity_not_checked: (curl) => ({
    note: HOLDS_ACCOUNT,
    command: curl(act('bypass', { identity_checks: [{ kind: 'date of birth', passed: false }] })),
  }),
}
