/**
 * Things that happen in the wrong order: a login or session that something else overtook, and keys of two callers.
 */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { codeOfApp, openLab, PASSWORD } from '#test/api/me/me-lab.ts'
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

type Person = Awaited<ReturnType<Lab['addPerson']>>
const CHECKED = { identity_checks: [{ kind: 'date_of_birth', passed: true }] }
const NEW = 'slow-copper-lanterns'

async function start({ username }: Person, password = PASSWORD): Promise<Body> {
  return (await stack.call('POST', '/v1/logins', { username, password })).body
}

async function answer(login: Body, code: string) {
  return stack.call('POST', `/v1/logins/${login.id}/answer`, { code }, { token: login.client_secret })
}

async function readLogin({ id, client_secret: token }: Body): Promise<Body> {
  return (await stack.call('GET', `/v1/logins/${id}`, undefined, { token })).body
}

const rightCode = (login: Body) => codeOf(login.next.verification?.id ?? '')
const changePassword = (me: Person) =>
  me.call('PUT', '/v1/me/password', { current_password: PASSWORD, new_password: NEW })
const resetApp = ({ account }: Person) =>
  stack.call('POST', `/v1/support/accounts/${account}/factor-resets`, {
    reason: 'Lost',
    factor: 'totp',
    ...CHECKED,
  })

describe('a login that was open', () => {
  it('before a new password ends with it, at every step', async () => {
    const me = await lab.addPerson()
    const login = await start(me)
    const code = await rightCode(login)
    expect((await changePassword(me)).status).toBe(200)
    expect((await answer(login, code)).status).toBe(409)
    expect(await readLogin(login)).toMatchObject({ status: 'expired', next: { reason: 'login_expired' } })
    for (const step of ['code', 'back', 'skip'])
      expect((await stack.call('POST', `/v1/logins/${login.id}/${step}`, {})).status).toBe(409)
  })

  it('before a profile was chosen ends with it too', async () => {
    const me = await lab.addPerson()
    const second = { username: me.username, display_name: 'Mara Visser', user_type: 'patient' }
    await stack.call('POST', '/v1/accounts', second)
    const login = await start(me)
    expect(login.next.action).toBe('choose_profile')
    await changePassword(me)
    const path = `/v1/logins/${login.id}/profile`
    expect((await stack.call('POST', path, { account_id: me.account })).status).toBe(409)
  })

  it('before a factor was reset neither ends by it nor passes it by', async () => {
    const me = await lab.addPerson({ totp: true, phone: null })
    const login = await start(me)
    expect(login.next.action).toBe('enter_totp')
    expect((await resetApp(me)).status).toBe(202)
    expect((await answer(login, codeOfApp(me.secret))).status).toBe(409)
    expect((await readLogin(login)).status).toBe('expired')
  })

  it('shows its token no more once the session has ended', async () => {
    const me = await lab.addPerson()
    const login = await start(me)
    const { token } = (await answer(login, await rightCode(login))).body.next.session
    expect((await readLogin(login)).next.session.token).toBe(token)
    const { body } = await stack.call('GET', '/v1/me', undefined, { token })
    const { id } = body['session'] as { id: string }
    await stack.call('DELETE', `/v1/me/sessions/${id}`, undefined, { token })
    expect((await readLogin(login)).next.session).toBeNull()
  })
})

describe('a session', () => {
  it('from before a factor reset is over', async () => {
    const me = await lab.addPerson({ totp: true })
    expect((await resetApp(me)).status).toBe(202)
    expect((await me.call('GET', '/v1/me')).status).toBe(401)
  })

  it('does nothing to another person’s sessions, logins and step-ups', async () => {
    const [me, other] = [await lab.addPerson(), await lab.addPerson()]
    expect((await me.call('DELETE', `/v1/me/sessions/${other.sessionId}`)).status).toBe(404)
    const { body: login } = await other.call('POST', '/v1/me/step-up', {})
    for (const [method, path, body] of [
      ['GET', `/v1/logins/${login.id}`, undefined],
      ['POST', `/v1/logins/${login.id}/answer`, { code: '123456' }],
      ['GET', `/v1/accounts/${other.account}`, undefined],
      ['PATCH', `/v1/accounts/${me.account}`, { factor_override: 'exempt' }],
    ] as const)
      expect((await me.call(method, path, body)).status, path).toBe(403)
    expect((await other.call('GET', '/v1/me')).status).toBe(200)
  })
})

describe('an Idempotency-Key', () => {
  const headers = { 'idempotency-key': 'the-same-for-all' }

  it.each(['recovery-codes', 'totp'])(
    'of one session shows another none of its secrets (%s)',
    async (what) => {
      const me = await lab.addPerson()
      const weak = await lab.logIn(me, { amr: ['pwd'] })
      expect((await me.call('POST', `/v1/me/${what}`, {}, { headers })).status).toBe(201)
      const again = await weak.call('POST', `/v1/me/${what}`, {}, { headers })
      expect([again.status, again.body.code]).toEqual([403, 'step_up_required'])
      expect(
        (await me.call('POST', `/v1/me/${what}`, {}, { headers })).headers.get('idempotent-replayed'),
      ).toBe('true')
    },
  )

  it('of one tenant, person or login says nothing to another', async () => {
    const other = await stack.addTenant()
    const body = { to: '+31612345678', channel: 'sms' }
    const first = await stack.call('POST', '/v1/verifications', body, { headers })
    const foreign = await stack.call('POST', '/v1/verifications', body, { headers, token: other.secretKey })
    expect(foreign.body.id).not.toBe(first.body.id)
    expect(foreign.headers.get('idempotent-replayed')).toBeNull()
    const people = [await lab.addPerson(), await lab.addPerson()]
    const answers = await Promise.all(people.map((one) => one.call('POST', '/v1/me/totp', {}, { headers })))
    expect(new Set(answers.map(({ body: { secret } }) => secret)).size).toBe(2)
  })
})
