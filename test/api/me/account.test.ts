import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { writeId } from '#core/ids.ts'
import { unseal } from '#core/key-ring.ts'
import { newUuid } from '#core/new-id.ts'
import { readCredential } from '#db/accounts.ts'
import { isSecret } from '#credentials/hash-secret.ts'
import type { Reply } from '#test/harness/http-client.ts'
import { startStack } from '#test/harness/stack.ts'
import type { Stack } from '#test/harness/stack.ts'
import { until } from '#test/harness/until.ts'
import { codeOfApp, openLab, PASSWORD } from './me-lab.ts'
import type { Lab } from './me-lab.ts'

const NEW = 'slow-copper-lanterns-drift'

let stack: Stack
let lab: Lab
beforeAll(async () => {
  stack = await startStack({ workers: 0 })
  lab = openLab(stack)
})
afterAll(async () => {
  await lab?.close()
  await stack?.close()
})

type Person = Awaited<ReturnType<Lab['addPerson']>>

const seen = ({ status, body }: Pick<Reply, 'status' | 'body'>) => [status, body.code]
const change = (me: Person, current_password: string, new_password = NEW) =>
  me.call('PUT', '/v1/me/password', { current_password, new_password })

async function isPassword(me: Person, password: string): Promise<boolean> {
  const credential = await readCredential(lab.db, me.tenantId, me.credentialId)
  return isSecret(lab.ring, credential?.hash ?? null, password)
}

describe('the password', () => {
  it('is changed with the one so far; other sessions and logins in progress end', async () => {
    const me = await lab.addPerson()
    const other = await lab.logIn(me)
    const sibling = await lab.addPerson({ credentialId: me.credentialId })
    const login = await stack.call('POST', '/v1/me/step-up', {}, { token: other.token })
    expect((await change(me, PASSWORD)).status).toBe(200)
    expect(await isPassword(me, NEW)).toBe(true)
    expect((await me.call('GET', '/v1/me')).status).toBe(200)
    for (const ended of [other, sibling]) expect((await ended.call('GET', '/v1/me')).status).toBe(401)
    const now = await stack.call('GET', `/v1/logins/${login.body.id}`)
    expect(now.body.status).toBe('expired')
    expect(await lab.eventsOf(me.accountId, 'password_changed')).toHaveLength(1)
  })
  it('stays when the one so far is wrong, and that counts like a wrong code', async () => {
    const me = await lab.addPerson()
    for (let tries = 0; tries < 10; tries++)
      expect(seen(await change(me, 'not-the-one'))).toEqual([401, 'credentials_incorrect'])
    expect(seen(await change(me, PASSWORD))).toEqual([423, 'account_locked'])
    expect(await isPassword(me, PASSWORD)).toBe(true)
  })
  it('stays when the new one is weak, which is said in a sentence', async () => {
    const me = await lab.addPerson({ username: 'anna.berg' })
    for (const weak of ['password1', 'short', 'anna.berg1']) {
      const refused = await change(me, PASSWORD, weak)
      expect(seen(refused)).toEqual([422, 'password_too_weak'])
      expect(refused.body.detail).toMatch(/\.$/)
    }
    expect(await isPassword(me, PASSWORD)).toBe(true)
    expect(await lab.eventsOf(me.accountId, 'password_changed')).toEqual([])
  })
  it('is changed by one of many at the same time', async () => {
    const me = await lab.addPerson()
    const all = await Promise.all(
      Array.from({ length: 6 }, (_, turn) => change(me, PASSWORD, `${NEW}-${turn}`)),
    )
    const won = all.findIndex(({ status }) => status === 200)
    expect(all.filter(({ status }) => status === 200)).toHaveLength(1)
    expect(await isPassword(me, `${NEW}-${won}`)).toBe(true)
  })
})

describe('sessions', () => {
  it('are listed newest first, page by page, and the one that asks is marked', async () => {
    const me = await lab.addPerson()
    const others = [await lab.logIn(me), await lab.logIn(me, { amr: ['pwd'] })]
    const all = await me.call('GET', '/v1/me/sessions')
    const expected = [me, ...others]
      .map(({ sessionId }) => sessionId)
      .toSorted()
      .toReversed()
    expect((all.body['data'] as { id: string }[]).map(({ id }) => id)).toEqual(expected)
    const isMine = expected.map((id) => id === me.sessionId)
    expect((all.body['data'] as { current: boolean }[]).map(({ current }) => current)).toEqual(isMine)
    expect(all.body).toMatchObject({ has_more: false, next_cursor: null })
    const first = await me.call('GET', '/v1/me/sessions?limit=2')
    expect(first.body).toMatchObject({ has_more: true, next_cursor: expected[1] })
    const second = await me.call('GET', `/v1/me/sessions?limit=2&cursor=${String(first.body['next_cursor'])}`)
    expect((second.body['data'] as { id: string }[]).map(({ id }) => id)).toEqual([expected[2]])
    expect(seen(await me.call('GET', '/v1/me/sessions?cursor=x'))).toEqual([400, 'request_invalid'])
    expect(seen(await me.call('GET', '/v1/me/sessions?limit=0'))).toEqual([400, 'request_invalid'])
  })
  it('are ended one by one; those of others answer like none', async () => {
    const me = await lab.addPerson()
    const other = await lab.logIn(me)
    const stranger = await lab.addPerson()
    const end = (id: string) => me.call('DELETE', `/v1/me/sessions/${id}`)
    for (const id of [stranger.sessionId, writeId('ses', newUuid()), 'ses_x'])
      expect(seen(await end(id))).toEqual([404, 'not_found'])
    expect((await stranger.call('GET', '/v1/me')).status).toBe(200)
    expect((await end(other.sessionId)).status).toBe(204)
    expect((await other.call('GET', '/v1/me')).status).toBe(401)
    expect(seen(await end(other.sessionId))).toEqual([404, 'not_found'])
    expect((await end(me.sessionId)).status).toBe(204)
    expect((await me.call('GET', '/v1/me')).status).toBe(401)
    expect(await lab.eventsOf(me.accountId, 'session_ended')).toHaveLength(2)
  })
  it('open nothing of a key, and a key nothing of theirs', async () => {
    const me = await lab.addPerson()
    expect(seen(await me.call('POST', '/v1/sessions/introspect', { token: me.token }))).toEqual([
      403,
      'not_allowed',
    ])
    expect(seen(await me.call('POST', '/v1/verifications', {}))).toEqual([403, 'not_allowed'])
    for (const path of ['/v1/me/step-up', '/v1/me/totp', '/v1/me/recovery-codes'])
      expect(seen(await stack.call('POST', path))).toEqual([403, 'not_allowed'])
  })
})

describe('a step-up', () => {
  it('is a login to complete; its end brings a token that may change factors, and ends the old one', async () => {
    const me = await lab.addPerson({ totp: true, phone: null }, { amr: ['pwd', 'otp', 'mfa'] })
    await lab.ageFactor(me.id, '6 minutes')
    expect(seen(await me.call('POST', '/v1/me/recovery-codes'))).toEqual([403, 'step_up_required'])
    const { status, body } = await me.call('POST', '/v1/me/step-up')
    expect([status, body['next']]).toEqual([201, { action: 'enter_totp' }])
    const answer = { code: codeOfApp(me.secret) }
    const done = await stack.call('POST', `/v1/logins/${body.id}/answer`, answer, {
      token: body.client_secret,
    })
    const { session } = done.body['next'] as { session: { token: string } }
    expect((await stack.call('POST', '/v1/me/recovery-codes', {}, { token: session.token })).status).toBe(201)
    expect((await me.call('GET', '/v1/me')).status).toBe(401)
  })
})

describe('introspection', () => {
  const ask = (token: string) => stack.call('POST', '/v1/sessions/introspect', { token })
  const INACTIVE = {
    ...{ active: false, account: null, amr: [], assurance: null },
    ...{ auth_time: null, enroll_only: false, expires_at: null },
  }

  it('tells whose a live token is and what was shown', async () => {
    const me = await lab.addPerson()
    const { status, body } = await ask(me.token)
    expect(status).toBe(200)
    expect(body).toMatchObject({
      active: true,
      account: { id: me.account, username: me.username },
      ...{ amr: ['pwd', 'sms', 'mfa'], assurance: 'two_factor', enroll_only: false },
      auth_time: expect.stringMatching(/Z$/),
    })
  })
  it('tells nothing of an ended, made-up or foreign token', async () => {
    const ended = await lab.addPerson()
    await ended.call('DELETE', `/v1/me/sessions/${ended.sessionId}`)
    const elsewhere = await stack.addTenant()
    const foreign = await lab.addPerson({ tenantId: elsewhere.id })
    for (const token of [
      ended.token,
      foreign.token,
      `${ended.token.slice(0, -1)}x`,
      'x',
      stack.tenant.secretKey,
    ])
      expect((await ask(token)).body).toEqual(INACTIVE)
  })
})

describe('a password reset', () => {
  const request = (username: string, asked: object = {}) =>
    stack.call('POST', '/v1/password-resets', { username }, asked)
  const confirm = (token: string, new_password = NEW) =>
    stack.call('POST', '/v1/password-resets/confirm', { token, new_password })
  type Mail = { id: string; kind: string; to_sealed: string; link_sealed: string; status: string }
  const mailsFor = async (address: string) => {
    const rows = await stack.database.query<Mail>(
      `select * from mails where to_sealed is not null order by id`,
    )
    return rows.filter(({ id, to_sealed }) => unseal(lab.ring, to_sealed, `mail ${id}`) === address)
  }
  const linkOf = ({ id, link_sealed }: Mail) => unseal(lab.ring, link_sealed, `mail ${id}`)!

  async function ask(me: Person, email: string): Promise<string> {
    const before = (await mailsFor(email)).length
    expect((await request(me.username)).status).toBe(202)
    const mails = await until('a mail', async () => {
      const now = await mailsFor(email)
      return now.length > before && now
    })
    return new URL(linkOf(mails.at(-1)!)).searchParams.get('token')!
  }

  it('answers alike whoever it is, and mails a link to the address on file', async () => {
    const email = 'mara@example.org'
    const me = await lab.addPerson({ email, username: 'Mara.Visser' })
    const none = await lab.addPerson()
    const answers = [await request('nobody'), await request(none.username), await request(' mara.visser ')]
    for (const { status, body } of answers) expect([status, body]).toEqual([202, {}])
    const [mail] = await until('a mail', async () => {
      const now = await mailsFor(email)
      return now.length > 0 && now
    })
    expect(mail).toMatchObject({ kind: 'password_reset', status: 'queued' })
    expect(linkOf(mail!)).toMatch(new RegExp(`^${stack.publicUrl}/portal/reset\\?token=[\\w-]{43}$`))
    const [row] = await stack.database.query<{ life: number }>(
      `select extract(epoch from expires_at - created_at)::int as life from password_resets where credential_id = $1`,
      [me.credentialId],
    )
    expect(row).toEqual({ life: 900 })
    expect(await lab.eventsOf(me.accountId, 'password_reset_requested')).toHaveLength(1)
    const publishable = { token: stack.tenant.publishableKey }
    expect((await request('nobody', publishable)).status).toBe(202)
  })
  it('sets the password once; sessions end and second factors stay', async () => {
    const email = 'once@example.org'
    const me = await lab.addPerson({ email, totp: true })
    const sibling = await lab.addPerson({ credentialId: me.credentialId })
    const token = await ask(me, email)
    const weak = await confirm(token, 'password1')
    expect(seen(weak)).toEqual([422, 'password_too_weak'])
    const done = await confirm(token)
    expect([done.status, done.body]).toEqual([200, {}])
    expect(await isPassword(me, NEW)).toBe(true)
    for (const ended of [me, sibling]) expect((await ended.call('GET', '/v1/me')).status).toBe(401)
    const again = await lab.logIn(me)
    expect((await again.call('GET', '/v1/me')).body.factors).toMatchObject({ phone: true, totp: true })
    expect(seen(await confirm(token, `${NEW}-again`))).toEqual([410, 'reset_link_invalid'])
    expect(await lab.eventsOf(me.accountId, 'password_reset')).toHaveLength(1)
  })
  it('refuses a late, made-up or foreign token, and one that a new password overtook', async () => {
    const email = 'late@example.org'
    const me = await lab.addPerson({ email })
    const token = await ask(me, email)
    const elsewhere = await stack.addTenant()
    const foreign = await stack.call(
      ...(['POST', '/v1/password-resets/confirm', { token, new_password: NEW }] as const),
      { token: elsewhere.secretKey },
    )
    expect(seen(foreign)).toEqual([410, 'reset_link_invalid'])
    expect(seen(await confirm('x'.repeat(43)))).toEqual([410, 'reset_link_invalid'])
    await stack.database.query('update password_resets set expires_at = now() where credential_id = $1', [
      me.credentialId,
    ])
    expect(seen(await confirm(token))).toEqual([410, 'reset_link_invalid'])
    const second = await ask(me, email)
    expect((await change(me, PASSWORD)).status).toBe(200)
    expect(seen(await confirm(second))).toEqual([410, 'reset_link_invalid'])
  })
  it('works once under many at the same time, and answers its Idempotency-Key again', async () => {
    const email = 'race@example.org'
    const me = await lab.addPerson({ email })
    const token = await ask(me, email)
    const all = await Promise.all(Array.from({ length: 5 }, (_, turn) => confirm(token, `${NEW}-${turn}`)))
    expect(all.filter(({ status }) => status === 200)).toHaveLength(1)
    expect(all.filter(({ body }) => body.code === 'reset_link_invalid')).toHaveLength(4)
    const second = await ask(me, email)
    const body = { token: second, new_password: NEW }
    const headers = { 'idempotency-key': 'reset-once' }
    const first = await stack.call('POST', '/v1/password-resets/confirm', body, { headers })
    const replay = await stack.call('POST', '/v1/password-resets/confirm', body, { headers })
    expect([first.status, replay.status, replay.headers.get('idempotent-replayed')]).toEqual([
      200,
      200,
      'true',
    ])
  })
  it('sends three mails an hour to a person, whoever asks', async () => {
    const email = 'many@example.org'
    const me = await lab.addPerson({ email })
    await Promise.all(Array.from({ length: 8 }, () => request(me.username)))
    const counted = async () => (await mailsFor(email)).length
    await until('the end of all that they set off', async () => {
      const [busy] = await stack.database.query<{ count: number }>(
        `select count(*)::int as count from pg_stat_activity
         where datname = current_database() and application_name = 'keypad' and state <> 'idle'`,
      )
      return busy!.count === 0
    })
    expect(await counted()).toBe(3)
    const past = `update password_resets set created_at = created_at - interval '61 minutes' where credential_id = $1`
    await stack.database.query(past, [me.credentialId])
    await ask(me, email)
    expect(await counted()).toBe(4)
  })
})
