import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { isSecret } from '#credentials/hash-secret.ts'
import { startStack } from '#test/harness/stack.ts'
import type { Stack } from '#test/harness/stack.ts'
import { codeOfApp, openLab, wrongCodeOf } from './me-lab.ts'
import type { Lab } from './me-lab.ts'

let stack: Stack
let lab: Lab
beforeAll(async () => {
  stack = await startStack({ workers: 0 })
  lab = openLab(stack)
  const rule = { required: true, factors: ['totp'] }
  await stack.call('PUT', '/v1/policies/doctor', rule)
})
afterAll(async () => {
  await lab?.close()
  await stack?.close()
})

const seen = ({ status, body }: { status: number; body: { code: string } }) => [status, body.code]

describe('GET /v1/me', () => {
  it('shows account, numbers, factors, rule and session, and no secret', async () => {
    const me = await lab.addPerson({ phone: '+31612345678', pin: '850316' })
    const { status, body } = await me.call('GET', '/v1/me')
    expect(status).toBe(200)
    expect(body).toMatchObject({
      account: { id: me.account, username: me.username, phone: { current_masked: '+31 6 •••• ••78' } },
      phone: { current_masked: '+31 6 •••• ••78', pending_masked: null },
      factors: { phone: true, totp: false, pin: true, recovery_codes_left: 0 },
      policy: { required: false, factors: ['sms'] },
      session: { id: me.sessionId, amr: ['pwd', 'sms', 'mfa'], assurance: 'two_factor', enroll_only: false },
    })
    expect(JSON.stringify(body)).not.toMatch(/612345678|argon2|kp_ses/)
  })
  it('is for sessions only, and for those that may only enrol too', async () => {
    expect(seen(await stack.call('GET', '/v1/me'))).toEqual([403, 'not_allowed'])
    const me = await lab.addPerson({ phone: null }, { amr: ['pwd'], enrollOnly: true })
    expect((await me.call('GET', '/v1/me')).body.session).toMatchObject({ enroll_only: true })
    expect(seen(await me.call('POST', '/v1/me/recovery-codes'))).toEqual([403, 'enroll_first'])
    expect(seen(await me.call('GET', '/v1/me/sessions'))).toEqual([403, 'enroll_first'])
  })
})

describe('a fresh second factor', () => {
  const CHANGES: [string, string, object][] = [
    ['POST', '/v1/me/phone', { phone: '+31612300001' }],
    ['POST', '/v1/me/totp', {}],
    ['POST', '/v1/me/totp/disable', { code: '123456' }],
    ['PUT', '/v1/me/pin', { pin: '402917', pin_confirmation: '402917' }],
    ['POST', '/v1/me/recovery-codes', {}],
  ]
  it.each(CHANGES)(
    '%s %s is refused with a session alone, a late factor, or a key on the phone',
    async (...asked) => {
      const [method, path, body] = asked
      for (const amr of [['pwd'], ['pwd', 'tel_press1', 'mfa']]) {
        const me = await lab.addPerson({ totp: true, pin: '850316' }, { amr })
        expect(seen(await me.call(method, path, body))).toEqual([403, 'step_up_required'])
      }
      const late = await lab.addPerson({ totp: true, pin: '850316' })
      await lab.ageFactor(late.id, '5 minutes 1 second')
      expect(seen(await late.call(method, path, body))).toEqual([403, 'step_up_required'])
      const byPin = await lab.addPerson({ totp: true, pin: '850316' }, { amr: ['pwd', 'pin'] })
      expect(seen(await byPin.call(method, path, body))).toEqual([403, 'step_up_required'])
    },
  )
  it('counts for five minutes', async () => {
    const me = await lab.addPerson()
    await lab.ageFactor(me.id, '4 minutes 50 seconds')
    expect((await me.call('POST', '/v1/me/totp')).status).toBe(201)
  })
  it('is not asked of who has none yet, and of nobody whom staff let in', async () => {
    const none = await lab.addPerson({ phone: null }, { amr: ['pwd'] })
    expect((await none.call('POST', '/v1/me/totp')).status).toBe(201)
    const letIn = await lab.addPerson({}, { amr: ['pwd', 'bypass'], enrollOnly: true, hasFactor: false })
    expect((await letIn.call('POST', '/v1/me/totp')).status).toBe(201)
  })
  it('may be a PIN for a first app where there is nothing better, never for a number', async () => {
    const me = await lab.addPerson({ phone: null, pin: '850316' }, { amr: ['pwd', 'pin'] })
    const asked = { phone: '+31612300002' }
    expect(seen(await me.call('POST', '/v1/me/phone', asked))).toEqual([403, 'step_up_required'])
    expect(seen(await me.call('POST', '/v1/me/recovery-codes'))).toEqual([403, 'step_up_required'])
    expect((await me.call('POST', '/v1/me/totp')).status).toBe(201)
  })
})

describe('an authenticator app', () => {
  it('is inert until a code confirms it; then it counts, and the secret is never shown again', async () => {
    const me = await lab.addPerson()
    const other = await lab.logIn(me)
    const made = await me.call('POST', '/v1/me/totp')
    expect(made.status).toBe(201)
    const { secret, otpauth_url, qr_svg } = made.body as unknown as Record<string, string>
    expect(secret).toMatch(/^[A-Z2-7]{32}$/)
    expect(otpauth_url).toContain(`secret=${secret}`)
    expect(qr_svg).toMatch(/^<svg/)
    expect((await me.call('GET', '/v1/me')).body.factors).toMatchObject({ totp: false })
    const wrong = await me.call('POST', '/v1/me/totp/confirm', { code: wrongCodeOf(secret!) })
    expect(seen(wrong)).toEqual([422, 'code_incorrect'])
    const short = await me.call('POST', '/v1/me/totp/confirm', { code: '12345' })
    expect(seen(short)).toEqual([422, 'code_malformed'])
    const done = await me.call('POST', '/v1/me/totp/confirm', { code: codeOfApp(secret!) })
    expect(done.status).toBe(200)
    expect(done.body).toMatchObject({
      factors: { totp: true },
      session: { amr: ['pwd', 'sms', 'otp', 'mfa'] },
    })
    expect((await other.call('GET', '/v1/me')).status).toBe(200)
    const again = await me.call('POST', '/v1/me/totp/confirm', { code: codeOfApp(secret!, 1) })
    expect(seen(again)).toEqual([409, 'nothing_pending'])
    expect(await lab.eventsOf(me.accountId, 'factor_added')).toHaveLength(1)
    expect(await budgetOf(me.accountId)).toBe(0)
  })
  it('takes no secret from the caller, and none after ten minutes', async () => {
    const me = await lab.addPerson()
    const own = await me.call('POST', '/v1/me/totp', { secret: 'JBSWY3DPEHPK3PXP' })
    expect(seen(own)).toEqual([400, 'request_invalid'])
    const { body } = await me.call('POST', '/v1/me/totp')
    const query = `update authenticators set created_at = created_at - interval '10 minutes 1 second' where account_id = $1`
    await stack.database.query(query, [me.accountId])
    const late = await me.call('POST', '/v1/me/totp/confirm', { code: codeOfApp(String(body['secret'])) })
    expect(seen(late)).toEqual([409, 'nothing_pending'])
  })
  it('replaces an older one only when it is confirmed, and ends the sessions that relied on that', async () => {
    const me = await lab.addPerson({ totp: true }, { amr: ['pwd', 'otp', 'mfa'] })
    const other = await lab.logIn(me)
    const first = await me.call('POST', '/v1/me/totp')
    const second = await me.call('POST', '/v1/me/totp')
    const [unused, secret] = [String(first.body['secret']), String(second.body['secret'])]
    const replaced = await me.call('POST', '/v1/me/totp/confirm', { code: codeOfApp(unused) })
    expect(seen(replaced)).toEqual([422, 'code_incorrect'])
    expect((await other.call('GET', '/v1/me')).status).toBe(200)
    expect((await me.call('POST', '/v1/me/totp/confirm', { code: codeOfApp(secret) })).status).toBe(200)
    expect((await other.call('GET', '/v1/me')).status).toBe(401)
    const old = await me.call('POST', '/v1/me/totp/disable', { code: codeOfApp(me.secret, 1) })
    expect(seen(old)).toEqual([422, 'code_incorrect'])
    expect((await me.call('POST', '/v1/me/totp/disable', { code: codeOfApp(secret, 1) })).status).toBe(200)
  })
  it('lifts a session out of enrolment where the rule asks for it', async () => {
    const me = await lab.addPerson({ phone: null, userType: 'doctor' }, { amr: ['pwd'], enrollOnly: true })
    const { body } = await me.call('POST', '/v1/me/totp')
    const pin = { pin: '402917', pin_confirmation: '402917' }
    expect((await me.call('PUT', '/v1/me/pin', pin)).body.session).toMatchObject({ enroll_only: true })
    const done = await me.call('POST', '/v1/me/totp/confirm', { code: codeOfApp(String(body['secret'])) })
    expect(done.body.session).toMatchObject({ enroll_only: false, assurance: 'two_factor' })
    expect((await me.call('POST', '/v1/me/recovery-codes')).status).toBe(201)
  })
  it('is given up with its code even where it is mandatory; the session then may only enrol', async () => {
    const me = await lab.addPerson({ totp: true, userType: 'doctor' }, { amr: ['pwd', 'otp', 'mfa'] })
    const other = await lab.logIn(me)
    const wrong = await me.call('POST', '/v1/me/totp/disable', { code: wrongCodeOf(me.secret) })
    expect([...seen(wrong), wrong.body.tries_left]).toEqual([422, 'code_incorrect', 9])
    const done = await me.call('POST', '/v1/me/totp/disable', { code: codeOfApp(me.secret) })
    expect(done.body).toMatchObject({ factors: { totp: false }, session: { enroll_only: true } })
    expect(seen(await me.call('GET', '/v1/me/sessions'))).toEqual([403, 'enroll_first'])
    expect((await other.call('GET', '/v1/me')).status).toBe(401)
    expect(await lab.eventsOf(me.accountId, 'factor_removed')).toHaveLength(1)
    const none = await lab.addPerson()
    const asked = await none.call('POST', '/v1/me/totp/disable', { code: '123456' })
    expect(seen(asked)).toEqual([422, 'factor_not_allowed'])
  })
  it('locks the account after ten wrong codes, and compares nothing then', async () => {
    const me = await lab.addPerson({ totp: true }, { amr: ['pwd', 'otp', 'mfa'] })
    const left = []
    for (let tries = 0; tries < 10; tries++)
      left.push(
        (await me.call('POST', '/v1/me/totp/disable', { code: wrongCodeOf(me.secret) })).body.tries_left,
      )
    expect(left).toEqual([9, 8, 7, 6, 5, 4, 3, 2, 1, 0])
    const late = await me.call('POST', '/v1/me/totp/disable', { code: codeOfApp(me.secret) })
    expect(seen(late)).toEqual([423, 'account_locked'])
    expect(late.body.retry_after).toBeGreaterThan(890)
    expect(late.body.retry_after).toBeLessThanOrEqual(900)
    expect(await lab.eventsOf(me.accountId, 'factor_tried')).toHaveLength(10)
    const password = { current_password: 'x', new_password: 'y' }
    expect(seen(await me.call('PUT', '/v1/me/password', password))).toEqual([423, 'account_locked'])
  })
  it('takes one of many codes at the same time', async () => {
    const me = await lab.addPerson({ totp: true }, { amr: ['pwd', 'otp', 'mfa'] })
    const code = codeOfApp(me.secret)
    const all = await Promise.all(
      Array.from({ length: 12 }, () => me.call('POST', '/v1/me/totp/disable', { code })),
    )
    expect(all.filter(({ status }) => status === 200)).toHaveLength(1)
  })
})

describe('a PIN', () => {
  const set = (pin: string, more: object = {}) => ({ pin, pin_confirmation: pin, ...more })

  it('is set twice alike, kept as a hash, and tells of a second one', async () => {
    const me = await lab.addPerson({ phone: '+31612384567' })
    const other = await me.call('PUT', '/v1/me/pin', { pin: '402917', pin_confirmation: '402918' })
    expect(seen(other)).toEqual([422, 'pin_mismatch'])
    for (const pin of ['12345', '123456', '384567']) {
      const weak = await me.call('PUT', '/v1/me/pin', set(pin))
      expect(seen(weak)).toEqual([422, 'pin_too_weak'])
      expect(weak.body.detail).toMatch(/\.$/)
    }
    const done = await me.call('PUT', '/v1/me/pin', { pin: '402 917', pin_confirmation: '402917' })
    expect(done.body.factors).toMatchObject({ pin: true })
    const [row] = await stack.database.query<{ hash: string }>(
      `select hash from authenticators where account_id = $1 and kind = 'pin'`,
      [me.accountId],
    )
    expect(row?.hash).toMatch(/^k1\.\$argon2id\$/)
    expect(await isSecret(lab.ring, row!.hash, '402917')).toBe(true)
  })
  it('is changed with the one so far, whose wrong tries count', async () => {
    const me = await lab.addPerson({ pin: '850316' }, { amr: ['pwd'] })
    const other = await lab.logIn(me)
    expect(seen(await me.call('PUT', '/v1/me/pin', set('402917')))).toEqual([403, 'step_up_required'])
    const wrong = await me.call('PUT', '/v1/me/pin', set('402917', { current_pin: '850317' }))
    expect([...seen(wrong), wrong.body.tries_left]).toEqual([422, 'pin_incorrect', 9])
    expect(await budgetOf(me.accountId)).toBe(1)
    const done = await me.call('PUT', '/v1/me/pin', set('402917', { current_pin: '850 316' }))
    expect(done.status).toBe(200)
    expect(await budgetOf(me.accountId)).toBe(0)
    expect((await other.call('GET', '/v1/me')).status).toBe(401)
    const fresh = await lab.addPerson({ pin: '850316' })
    expect((await fresh.call('PUT', '/v1/me/pin', set('402917'))).status).toBe(200)
  })
  it('and recovery codes are not reset by a number that is new since yesterday', async () => {
    const me = await lab.addPerson({ pin: '850316' })
    expect((await me.call('POST', '/v1/me/recovery-codes')).status).toBe(201)
    const change = `insert into events (tenant_id, kind, actor, account_id, at) values ($1, 'number_changed', 'phone', $2, now() - $3::interval)`
    await stack.database.query(change, [me.tenantId, me.accountId, '23 hours 59 minutes'])
    expect(seen(await me.call('PUT', '/v1/me/pin', set('402917')))).toEqual([403, 'step_up_required'])
    expect(seen(await me.call('POST', '/v1/me/recovery-codes'))).toEqual([403, 'step_up_required'])
    const known = set('402917', { current_pin: '850316' })
    expect((await me.call('PUT', '/v1/me/pin', known)).status).toBe(200)
    const byApp = await lab.logIn(me, { amr: ['pwd', 'otp', 'mfa'] })
    expect((await byApp.call('POST', '/v1/me/recovery-codes')).status).toBe(201)
  })
})

describe('recovery codes', () => {
  it('are ten of 80 bits, shown once, kept as marks, and end the older ones', async () => {
    const me = await lab.addPerson()
    const first = await me.call('POST', '/v1/me/recovery-codes')
    expect(first.status).toBe(201)
    const codes = first.body['codes'] as string[]
    expect(new Set(codes).size).toBe(10)
    for (const code of codes) expect(code).toMatch(/^([0-9a-hjkmnp-tv-z]{4}-){3}[0-9a-hjkmnp-tv-z]{4}$/)
    const rows = () =>
      stack.database.query<{ id: string }>(`select id, mark from authenticators where account_id = $1`, [
        me.accountId,
      ])
    const before = await rows()
    expect((await me.call('GET', '/v1/me')).body.factors).toMatchObject({ recovery_codes_left: 10 })
    const second = await me.call('POST', '/v1/me/recovery-codes')
    expect((second.body['codes'] as string[]).filter((code) => codes.includes(code))).toEqual([])
    const after = await rows()
    expect(after).toHaveLength(10)
    expect(after.filter(({ id }) => before.some((old) => old.id === id))).toEqual([])
    expect(await lab.eventsOf(me.accountId, 'recovery_codes_made')).toHaveLength(2)
  })
})

async function budgetOf(accountId: string): Promise<number> {
  const [row] = await stack.database.query<{ failures: number }>(
    'select failures_in_row as failures from accounts where id = $1',
    [accountId],
  )
  return row!.failures
}
