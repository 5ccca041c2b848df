/**
 * Staff who act and patients who are helped, for the tests of this folder.
 */
import { expect } from 'vitest'
import { readId } from '#core/ids.ts'
import { addAccount, logIn as logInStaff } from '#test/api/people/people-lab.ts'
import { openLab, PASSWORD } from '#test/api/me/me-lab.ts'
import type { Reply } from '#test/harness/http-client.ts'
import type { Stack } from '#test/harness/stack.ts'

export const CHECKS = [{ kind: 'date of birth', passed: true }]

/** Every act on an account: its name, what is sent, and what a good answer has. */
export const ACTS: [string, Record<string, unknown>, number][] = [
  ['unblock', {}, 200],
  ['test-message', {}, 202],
  ['phone', { phone: '+31612345679' }, 200],
  ['bypass', { identity_checks: CHECKS }, 201],
  ['factor-resets', { factor: 'totp', identity_checks: CHECKS }, 202],
  ['password-reset', {}, 201],
]

export type Staff = { id: string; token: string }

/** Opens the lab over a stack. */
export function openActs(stack: Stack) {
  const lab = openLab(stack)
  const act = (who: Staff | null, account: string, name: string, body: object = {}): Promise<Reply> =>
    stack.call(
      'POST',
      `/v1/support/accounts/${account}/${name}`,
      { reason: 'Lost the phone', ...body },
      asked(who),
    )
  return {
    ...{ lab, act },
    staff: (role: string | null): Promise<Staff> => logInStaff(stack, role),
    /** Another profile under the username of somebody. */
    addProfile: async (of: Staff, fields: Record<string, unknown> = {}): Promise<string> => {
      const { body } = await stack.call('GET', `/v1/accounts/${of.id}`)
      return (await addAccount(stack, { username: body['username'], ...fields })).body.id
    },
    decide: (who: Staff | null, reset: string, word: 'approve' | 'reject') =>
      stack.call('POST', `/v1/support/factor-resets/${reset}/${word}`, { reason: 'Called back' }, asked(who)),
    bypass: (who: Staff | null, account: string) => act(who, account, 'bypass', { identity_checks: CHECKS }),
    /** Begins a login with the password that everybody in the lab has. */
    logIn: (username: string) => stack.call('POST', '/v1/logins', { username, password: PASSWORD }),
    answer: (login: Reply, code: unknown) =>
      stack.call('POST', `/v1/logins/${login.body.id}/answer`, { code }),
    /** The events that staff and the login wrote, oldest first. */
    eventsOf: (account: string, kinds: string[]) =>
      stack.database.query<{ kind: string; actor: string; data: Record<string, unknown> }>(
        'select kind, actor, data from events where account_id = $1 and kind = any ($2) order by id',
        [readId('acc', account), kinds],
      ),
    noticesOf: async (account: string) => {
      const text = 'select kind from notices where account_id = $1 order by id'
      const rows = await stack.database.query<{ kind: string }>(text, [readId('acc', account)])
      return rows.map(({ kind }) => kind)
    },
    close: () => lab.close(),
  }
}

const asked = (who: Staff | null) => (who ? { token: who.token } : {})

export type Acts = ReturnType<typeof openActs>

/** Status and problem of a refusal. */
export const seen = ({ status, body }: Reply) => [status, body.code]

/** A rule for a user type; the factors that its people need. */
export async function setRule(stack: Stack, userType: string, rule: object): Promise<void> {
  expect((await stack.call('PUT', `/v1/policies/${userType}`, rule)).status).toBe(200)
}
