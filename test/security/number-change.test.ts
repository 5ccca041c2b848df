/**
 * security.md NUM-4: what ends a number change ends its code, whether the number was given in a session or in a login.
 */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { makeResetToken } from '#api/me/reset-token.ts'
import { newUuid } from '#core/new-id.ts'
import { insertReset } from '#db/password-resets.ts'
import { openLab, PASSWORD, wrongCodeOf } from '#test/api/me/me-lab.ts'
import type { Lab } from '#test/api/me/me-lab.ts'
import { freshPhone } from '#test/harness/fresh-phone.ts'
import { startStack } from '#test/harness/stack.ts'
import type { Stack } from '#test/harness/stack.ts'
import { openCodes } from './routes.ts'

let stack: Stack
let lab: Lab
let codeOf: (verification: string) => Promise<string>

beforeAll(async () => {
  stack = await startStack({ workers: 0 })
  lab = openLab(stack)
  codeOf = openCodes(stack)
})
afterAll(async () => {
  await lab?.close()
  await stack?.close()
})

type Person = Awaited<ReturnType<Lab['addPerson']>>
const REASON = { reason: 'Ticket 41' }

const TRIGGERS: Record<string, (me: Person) => Promise<{ status: number }>> = {
  'a new password': (me) =>
    me.call('PUT', '/v1/me/password', { current_password: PASSWORD, new_password: 'slow-copper-lanterns' }),
  'a password that was reset': async (me) => {
    const { token, tokenHash } = makeResetToken()
    const reset = { id: newUuid(), credentialId: me.credentialId, tokenHash, lifeSeconds: 900 }
    await insertReset(lab.db, me.tenantId, reset)
    return stack.call('POST', '/v1/password-resets/confirm', { token, new_password: 'slow-copper-lanterns' })
  },
  'another session that was ended': async (me) => {
    const { sessionId } = await lab.logIn(me)
    return me.call('DELETE', `/v1/me/sessions/${sessionId}`)
  },
  'the session’s own end': (me) => me.call('DELETE', `/v1/me/sessions/${me.sessionId}`),
  'a lock': async (me) => {
    for (let tries = 0; tries < 9; tries++)
      await me.call('POST', '/v1/me/totp/disable', { code: wrongCodeOf(me.secret) })
    const last = await me.call('POST', '/v1/me/totp/disable', { code: wrongCodeOf(me.secret) })
    expect(last.body.tries_left).toBe(0)
    await stack.database.query('update accounts set locked_until = null where id = $1', [me.accountId])
    return { status: 200 }
  },
  'a newer change': (me) => me.call('POST', '/v1/me/phone', { phone: freshPhone() }),
  'the number’s being dropped': (me) => me.call('DELETE', '/v1/me/phone/pending'),
  'a factor that staff removed': (me) =>
    stack.call('POST', `/v1/support/accounts/${me.account}/factor-resets`, {
      ...{ ...REASON, factor: 'totp', identity_checks: [{ kind: 'date_of_birth', passed: true }] },
    }),
  'a number that staff put on file': (me) =>
    stack.call('POST', `/v1/support/accounts/${me.account}/phone`, { ...REASON, phone: freshPhone() }),
}

async function numbersOf(me: Person) {
  const [row] = await stack.database.query<{ phone: string; proven: Date }>(
    'select phone_masked as phone, phone_proven_at as proven from accounts where id = $1',
    [me.accountId],
  )
  return row
}

describe('the code of a number change dies with', () => {
  it.each(Object.keys(TRIGGERS))('%s', async (trigger) => {
    const me = await lab.addPerson({ totp: true })
    const before = await numbersOf(me)
    const started = await me.call('POST', '/v1/me/phone', { phone: freshPhone() })
    const code = await codeOf(started.body.verification.id)
    expect((await TRIGGERS[trigger]?.(me))?.status).toBeLessThan(300)
    const fresh = await lab.logIn(me)
    const checked = await fresh.call('POST', '/v1/me/phone/checks', { code })
    expect(checked.status, checked.body.code).toBeGreaterThanOrEqual(400)
    expect(await numbersOf(me)).toEqual(before)
  })

  it.each(Object.keys(TRIGGERS))('%s, where it runs in a login', async (trigger) => {
    const me = await lab.addPerson({ totp: true })
    const before = await numbersOf(me)
    await me.call('POST', '/v1/me/phone', { phone: freshPhone() })
    const login = await standAtPendingNumber(me)
    const code = await codeOf(login.verification)
    expect((await TRIGGERS[trigger]?.(me))?.status).toBeLessThan(300)
    const answered = await stack.call('POST', `/v1/logins/${login.id}/answer`, { code })
    expect(answered.status, answered.body.code).toBeGreaterThanOrEqual(400)
    expect(await numbersOf(me)).toEqual(before)
  })
})

it.each(['press_1', 'match_digits'])(
  'a number change is not left to a key in a call (%s)',
  async (call_mode) => {
    const me = await lab.addPerson()
    const started = await me.call('POST', '/v1/me/phone', { phone: freshPhone() })
    await stack.database.query('update verifications set resend_at = now() where account_id = $1', [
      me.accountId,
    ])
    const sent = await me.call('POST', '/v1/me/phone/sends', { channel: 'call', call_mode })
    expect([sent.status, sent.body.code]).toEqual([422, 'call_mode_not_allowed'])
    const code = await codeOf(started.body.verification.id)
    expect((await me.call('POST', '/v1/me/phone/checks', { code })).status).toBe(200)
  },
)

/** A login that has shown the old number and now waits for the code of the new one. */
async function standAtPendingNumber({ username }: Person): Promise<{ id: string; verification: string }> {
  const { body } = await stack.call('POST', '/v1/logins', { username, password: PASSWORD })
  const path = `/v1/logins/${body.id}`
  const chosen = await stack.call('POST', `${path}/factor`, { factor: 'sms' })
  const at = chosen.status === 200 ? chosen.body : body
  const asked = await stack.call('POST', `${path}/answer`, {
    code: await codeOf(at.next.verification?.id ?? ''),
  })
  expect(asked.body.next.action).toBe('provide_phone')
  const sent = await stack.call('POST', `${path}/phone`, {})
  const now = sent.body.next?.verification ?? (await stack.call('GET', path)).body.next.verification
  return { id: body.id, verification: now?.id ?? '' }
}
