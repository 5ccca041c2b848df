/**
 * Step-ups: each belongs to one session of one person, and ends with it.
 */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { codeOfApp, openLab } from '#test/api/me/me-lab.ts'
import type { Lab } from '#test/api/me/me-lab.ts'
import type { Body } from '#test/harness/http-client.ts'
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

async function answer(login: Body, code: string) {
  return stack.call('POST', `/v1/logins/${login.id}/answer`, { code }, { token: login.client_secret })
}

async function readLogin({ id, client_secret: token }: Body): Promise<Body> {
  return (await stack.call('GET', `/v1/logins/${id}`, undefined, { token })).body
}

const rightCode = (login: Body) => codeOf(login.next.verification?.id ?? '')

describe('a step-up', () => {
  it('is opened by its own secret alone, which opens nothing else', async () => {
    const [me, other] = [await lab.addPerson(), await lab.addPerson()]
    const { body: mine } = await me.call('POST', '/v1/me/step-up', {})
    const { body: theirs } = await other.call('POST', '/v1/me/step-up', {})
    const asked = { token: mine.client_secret }
    expect((await stack.call('GET', `/v1/logins/${theirs.id}`, undefined, asked)).status).toBe(404)
    expect((await stack.call('GET', '/v1/me', undefined, asked)).status).toBe(401)
    const done = await answer(mine, await rightCode(mine))
    expect(done.body.next).toMatchObject({ session: { account: { id: me.account } } })
    expect((await me.call('GET', '/v1/me')).status).toBe(401)
    expect((await other.call('GET', '/v1/me')).status).toBe(200)
  })

  it('does not bring back a session that was ended meanwhile', async () => {
    const me = await lab.addPerson()
    const { body: login } = await me.call('POST', '/v1/me/step-up', {})
    const code = await rightCode(login)
    const own = await lab.logIn(me)
    expect((await own.call('DELETE', `/v1/me/sessions/${me.sessionId}`)).status).toBe(204)
    const answered = await answer(login, code)
    expect(answered.body.next?.action).not.toBe('done')
    expect(await readLogin(login)).toMatchObject({ status: 'expired', next: { reason: 'login_expired' } })
  })

  it('of one session ends once: the second of two is over when the first has renewed it', async () => {
    const me = await lab.addPerson({ totp: true })
    await stack.call('PATCH', `/v1/accounts/${me.account}`, { factor_override: 'required' })
    const [first, second] = [
      await me.call('POST', '/v1/me/step-up', {}),
      await me.call('POST', '/v1/me/step-up', {}),
    ]
    for (const { body } of [first, second])
      await stack.call('POST', `/v1/logins/${body.id}/factor`, { factor: 'totp' })
    expect((await answer(first.body, codeOfApp(me.secret, -1))).body.next.action).toBe('done')
    expect((await answer(second.body, codeOfApp(me.secret))).body.next?.action).not.toBe('done')
  })
})

describe('a step-up of a session that may only enrol by now', () => {
  it('opens no more than before', async () => {
    await stack.call('PUT', '/v1/policies/app_only', { required: true, factors: ['totp'] })
    const me = await lab.addPerson(
      { totp: true, phone: null, userType: 'app_only' },
      { amr: ['pwd', 'otp', 'mfa'] },
    )
    const { body } = await me.call('POST', '/v1/me/recovery-codes', {})
    const [code = ''] = body['codes'] as string[]
    const { body: login } = await me.call('POST', '/v1/me/step-up', {})
    expect((await me.call('POST', '/v1/me/totp/disable', { code: codeOfApp(me.secret) })).status).toBe(200)
    await stack.call('POST', `/v1/logins/${login.id}/factor`, { factor: 'recovery_code' })
    const done = await answer(login, code)
    expect(done.body.next.session.enroll_only).toBe(true)
  })
})
