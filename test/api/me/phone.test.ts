import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { readId } from '#core/ids.ts'
import { mark, seal } from '#core/key-ring.ts'
import { setPendingPhone } from '#db/account-phones.ts'
import { freshPhone } from '#test/harness/fresh-phone.ts'
import type { Reply } from '#test/harness/http-client.ts'
import { startStack } from '#test/harness/stack.ts'
import type { Stack } from '#test/harness/stack.ts'
import { codeOfApp, openLab, PASSWORD } from './me-lab.ts'
import type { Lab } from './me-lab.ts'

let stack: Stack
let lab: Lab
beforeAll(async () => {
  stack = await startStack()
  lab = openLab(stack)
  const rule = { required: true, factors: ['sms'], number_change: 'strict' }
  await stack.call('PUT', '/v1/policies/strict', rule)
})
afterAll(async () => {
  await lab?.close()
  await stack?.close()
})

type Person = Awaited<ReturnType<Lab['addPerson']>>

const seen = ({ status, body }: Pick<Reply, 'status' | 'body'>) => [status, body.code]
const change = (me: Person, phone: string) => me.call('POST', '/v1/me/phone', { phone })
const check = (me: Person, code: string) => me.call('POST', '/v1/me/phone/checks', { code })
const phoneOf = async (me: Person) => (await me.call('GET', '/v1/me')).body['phone']
const another = (code: string) => (code === '000000' ? '111111' : '000000')

async function waiting(me: Person) {
  const phone = freshPhone()
  const started = await change(me, phone)
  expect(started.status).toBe(202)
  return {
    phone,
    id: (started.body['verification'] as { id: string }).id,
    code: await stack.phones.codeOf(phone),
  }
}

describe('a number change', () => {
  it('puts the number beside the old one, and makes it the account’s own when its code comes back', async () => {
    const me = await lab.addPerson()
    const other = await lab.logIn(me)
    const before = await phoneOf(me)
    const phone = freshPhone()
    const { status, body } = await change(me, phone)
    expect(status).toBe(202)
    expect(body).toMatchObject({
      phone: { ...(before as object), pending_masked: `+31 6 •••• ••${phone.slice(-2)}` },
      verification: { status: 'pending', purpose: 'phone_change', channel: 'sms', tries_left: 5 },
    })
    const code = await stack.phones.codeOf(phone)
    const wrong = await check(me, another(code))
    expect([...seen(wrong), wrong.body.tries_left]).toEqual([422, 'code_incorrect', 4])
    expect(seen(await check(me, '12 34'))).toEqual([422, 'code_malformed'])
    expect(await phoneOf(me)).toMatchObject({
      current_masked: (before as { current_masked: string }).current_masked,
    })
    const done = await check(me, code)
    expect(done.status).toBe(200)
    expect(done.body['phone']).toMatchObject({
      ...{ current_masked: `+31 6 •••• ••${phone.slice(-2)}`, pending_masked: null },
    })
    expect((await other.call('GET', '/v1/me')).status).toBe(401)
    expect((await me.call('GET', '/v1/me')).status).toBe(200)
    expect(seen(await check(me, code))).toEqual([409, 'nothing_pending'])
    expect(await lab.eventsOf(me.accountId, 'number_pending')).toHaveLength(1)
    expect(await lab.eventsOf(me.accountId, 'number_changed')).toHaveLength(1)
  })

  it('tells both numbers: at request the old one by a notice, the new one by its code; at completion both', async () => {
    const me = await lab.addPerson()
    const { code } = await waiting(me)
    const told = async (notice: string) => {
      const [row] = await stack.database.query<{ count: number }>(
        `select count(*)::int as count from events where account_id = $1 and kind = 'notice_queued' and data->>'notice' = $2`,
        [me.accountId, notice],
      )
      return row!.count
    }
    expect([await told('number_change_requested'), await told('number_changed')]).toEqual([1, 0])
    await check(me, code)
    expect([await told('number_change_requested'), await told('number_changed')]).toEqual([1, 2])
  })

  it('refuses landlines and the like, and puts nothing on file', async () => {
    const me = await lab.addPerson()
    expect(seen(await change(me, '+31201234567'))).toEqual([422, 'phone_landline'])
    const national = await me.call('POST', '/v1/me/phone', { phone: '0612', country: 'NL' })
    expect(seen(national)).toEqual([422, 'phone_too_short'])
    expect(await phoneOf(me)).toMatchObject({ pending_masked: null })
  })

  it('a code belongs to its number: that of an older change is refused', async () => {
    const me = await lab.addPerson()
    const first = await waiting(me)
    const second = await waiting(me)
    if (first.code !== second.code) expect(seen(await check(me, first.code))).toEqual([422, 'code_incorrect'])
    const row = await stack.database.query('select status from verifications where id = $1', [
      readId('ver', first.id),
    ])
    expect(row).toEqual([{ status: 'canceled' }])
    const done = await check(me, second.code)
    expect(done.body['phone']).toMatchObject({ current_masked: `+31 6 •••• ••${second.phone.slice(-2)}` })
  })

  it('refuses a code when somebody else put another number on file meanwhile', async () => {
    const me = await lab.addPerson()
    const { code } = await waiting(me)
    const phone = freshPhone()
    await setPendingPhone(lab.db, me, {
      ...{ sealed: seal(lab.ring, phone, `pending ${me.accountId}`), mark: mark(lab.ring, 'phone', phone) },
      ...{ masked: '+31 6 ••••', country: 'NL', lineType: 'mobile', fault: null },
    })
    expect(seen(await check(me, code))).toEqual([409, 'nothing_pending'])
  })

  it('ends after five wrong codes; sends then starts anew', async () => {
    const me = await lab.addPerson()
    const { code, phone } = await waiting(me)
    for (let tries = 0; tries < 5; tries++) await check(me, another(code))
    expect(seen(await check(me, code))).toEqual([423, 'verification_locked'])
    expect(await phoneOf(me)).toMatchObject({ pending_masked: `+31 6 •••• ••${phone.slice(-2)}` })
    const again = await me.call('POST', '/v1/me/phone/sends', {})
    expect(again.status).toBe(202)
    expect(again.body['verification']).toMatchObject({ status: 'pending', tries_left: 5 })
  })

  it('expires after ten minutes; the number stays on file', async () => {
    const me = await lab.addPerson()
    const { code, id } = await waiting(me)
    await stack.database.query('update verifications set expires_at = now() where id = $1', [
      readId('ver', id),
    ])
    expect(seen(await check(me, code))).toEqual([410, 'code_expired'])
    expect(await phoneOf(me)).toMatchObject({ pending_masked: expect.any(String) })
  })

  it('its wrong codes count in the account’s budget; a lock ends it', async () => {
    const me = await lab.addPerson()
    const first = await waiting(me)
    for (let tries = 0; tries < 5; tries++) await check(me, another(first.code))
    const second = await waiting(me)
    for (let tries = 0; tries < 5; tries++) await check(me, another(second.code))
    expect(seen(await check(me, second.code))).toEqual([423, 'account_locked'])
    expect(seen(await change(me, freshPhone()))).toEqual([423, 'account_locked'])
    expect(seen(await me.call('POST', '/v1/me/phone/sends', {}))).toEqual([423, 'account_locked'])
  })

  it('dies with a new password, and with the end of a session', async () => {
    const me = await lab.addPerson()
    const first = await waiting(me)
    const passwords = { current_password: PASSWORD, new_password: 'slow-copper-lanterns-drift' }
    expect((await me.call('PUT', '/v1/me/password', passwords)).status).toBe(200)
    expect(seen(await check(me, first.code))).toEqual([409, 'verification_finished'])
    const second = await waiting(me)
    const other = await lab.logIn(me)
    expect((await me.call('DELETE', `/v1/me/sessions/${other.sessionId}`)).status).toBe(204)
    expect(seen(await check(me, second.code))).toEqual([409, 'verification_finished'])
  })

  it('is sent again: the same code, also by call, but never confirmed by a key alone', async () => {
    const me = await lab.addPerson()
    const { phone, code } = await waiting(me)
    const soon = await me.call('POST', '/v1/me/phone/sends', {})
    expect(seen(soon)).toEqual([429, 'send_too_soon'])
    await stack.database.query('update verifications set resend_at = now() where account_id = $1', [
      me.accountId,
    ])
    const pressed = await me.call('POST', '/v1/me/phone/sends', { call_mode: 'press_1' })
    expect(seen(pressed)).toEqual([422, 'call_mode_not_allowed'])
    const called = await me.call('POST', '/v1/me/phone/sends', { channel: 'call' })
    expect(called.status).toBe(202)
    expect(called.body['verification']).toMatchObject({
      channel: 'call',
      call_mode: 'spoken_code',
      sends_left: 2,
    })
    await stack.phones.listeningCall(phone)
    expect((await check(me, code)).status).toBe(200)
  })

  it('puts nothing on file where nothing can be sent, and tells when it can', async () => {
    const me = await lab.addPerson()
    const phone = freshPhone()
    for (let sends = 0; sends < 4; sends++)
      await stack.call('POST', '/v1/verifications', { to: phone, channel: 'sms' })
    const full = await change(me, phone)
    expect(seen(full)).toEqual([429, 'sends_exhausted'])
    expect(full.body.retry_after).toBeGreaterThan(0)
    expect(await phoneOf(me)).toMatchObject({ pending_masked: null })
  })

  it('a refused send of the same number leaves the code that is out alive', async () => {
    const me = await lab.addPerson()
    const { phone, code } = await waiting(me)
    for (let sends = 0; sends < 3; sends++)
      await stack.call('POST', '/v1/verifications', { to: phone, channel: 'sms' })
    expect(seen(await change(me, phone))).toEqual([429, 'sends_exhausted'])
    expect((await check(me, code)).status).toBe(200)
  })

  it('answers an Idempotency-Key once', async () => {
    const me = await lab.addPerson()
    const { code } = await waiting(me)
    const asked = { headers: { 'idempotency-key': 'once' } }
    const first = await me.call('POST', '/v1/me/phone/checks', { code: another(code) }, asked)
    const second = await me.call('POST', '/v1/me/phone/checks', { code: another(code) }, asked)
    expect([first.body.tries_left, second.body.tries_left]).toEqual([4, 4])
    expect(second.headers.get('idempotent-replayed')).toBe('true')
    expect((await check(me, code)).status).toBe(200)
  })

  it('answers to its owner alone, not under /v1/verifications', async () => {
    const me = await lab.addPerson()
    const { id, code } = await waiting(me)
    expect(seen(await stack.call('POST', `/v1/verifications/${id}/checks`, { code }))).toEqual([
      404,
      'not_found',
    ])
    const other = await lab.addPerson()
    expect(seen(await check(other, code))).toEqual([409, 'nothing_pending'])
  })
})

describe('a first number', () => {
  it('counts as shown, and lifts a session out of enrolment', async () => {
    const me = await lab.addPerson({ phone: null, userType: 'strict' }, { amr: ['pwd'], enrollOnly: true })
    const { code } = await waiting(me)
    expect((await check(me, code)).status).toBe(200)
    const { body } = await me.call('GET', '/v1/me')
    expect(body).toMatchObject({
      factors: { phone: true },
      session: { amr: ['pwd', 'sms', 'mfa'], assurance: 'two_factor', enroll_only: false },
    })
    expect((await me.call('POST', '/v1/me/totp')).status).toBe(201)
  })
  it('opens nothing that a change did not open before', async () => {
    const me = await lab.addPerson({ totp: true }, { amr: ['pwd', 'otp', 'mfa'] })
    const { code } = await waiting(me)
    await lab.ageFactor(me.id, '6 minutes')
    expect((await check(me, code)).status).toBe(200)
    const asked = await me.call('POST', '/v1/me/totp/disable', { code: codeOfApp(me.secret) })
    expect(seen(asked)).toEqual([403, 'step_up_required'])
  })
})

describe('a pending number', () => {
  it('is dropped with its code', async () => {
    const me = await lab.addPerson()
    const { code } = await waiting(me)
    expect((await me.call('DELETE', '/v1/me/phone/pending')).status).toBe(204)
    expect(await phoneOf(me)).toMatchObject({ pending_masked: null })
    expect(seen(await check(me, code))).toEqual([409, 'nothing_pending'])
    expect(seen(await me.call('DELETE', '/v1/me/phone/pending'))).toEqual([409, 'nothing_pending'])
    expect(seen(await me.call('POST', '/v1/me/phone/sends', {}))).toEqual([409, 'nothing_pending'])
    expect(await lab.eventsOf(me.accountId, 'number_dropped')).toHaveLength(1)
  })
  it('needs a fresh factor to be dropped where that brings the old number back', async () => {
    const me = await lab.addPerson({ userType: 'strict' })
    await waiting(me)
    await lab.ageFactor(me.id, '6 minutes')
    expect(seen(await me.call('DELETE', '/v1/me/phone/pending'))).toEqual([403, 'step_up_required'])
  })
})

describe('a phone that many share', () => {
  it('proves five accounts of a tenant, and tells so only to who holds it', async () => {
    const phone = freshPhone()
    for (let people = 0; people < 5; people++) await lab.addPerson({ phone })
    const me = await lab.addPerson()
    const started = await change(me, phone)
    expect(started.status).toBe(202)
    const done = await check(me, await stack.phones.codeOf(phone))
    expect(seen(done)).toEqual([422, 'phone_used_too_often'])
    expect(await phoneOf(me)).toMatchObject({ current_masked: `+31 6 •••• ••${me.phone.slice(-2)}` })
    const elsewhere = await stack.addTenant()
    const foreign = await lab.addPerson({ tenantId: elsewhere.id })
    await stack.database.query(`delete from send_ledger`)
    expect((await change(foreign, phone)).status).toBe(202)
  })
})
