import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { OPERATIONS } from '#api/operations.ts'
import { readId } from '#core/ids.ts'
import { codeOfApp } from '#test/api/me/me-lab.ts'
import { freshPhone } from '#test/harness/fresh-phone.ts'
import { startStack } from '#test/harness/stack.ts'
import type { Stack } from '#test/harness/stack.ts'
import { CHECKS, openActs, seen, setRule } from './acts-lab.ts'
import type { Acts } from './acts-lab.ts'

let stack: Stack
let acts: Acts
beforeAll(async () => {
  stack = await startStack()
  acts = openActs(stack)
  await setRule(stack, 'doctor', { required: true, factors: ['totp', 'sms'], ask_factor: true })
  await setRule(stack, 'manager', { required: true, factors: ['totp', 'sms'], bypass: 'open' })
})
afterAll(async () => {
  await acts?.close()
  await stack?.close()
})

const addDoctor = () => acts.lab.addPerson({ userType: 'doctor', totp: true })
/** By a new lead each time: nobody gives out more than five. */
const issue = async (account: string) => (await acts.bypass(await acts.staff('lead'), account)).body
const actionOf = async (username: string) => (await acts.logIn(username)).body.next.action

/** Logs somebody in with a bypass code, and gives what their session may call. */
async function enter(username: string, code: string) {
  const done = await acts.answer(await acts.logIn(username), code)
  expect(done.body.next.action).toBe('done')
  const { session } = done.body.next
  const call = (method: string, path: string, body?: unknown) =>
    stack.call(method, path, body, { token: session.token })
  return { session, call }
}

describe('a bypass with a code', () => {
  it('is shown once, easy to say, works for a quarter of an hour, and lets in once to set up a factor', async () => {
    const doctor = await addDoctor()
    const bypass = await issue(doctor.account)
    expect(bypass).toEqual({
      kind: 'code',
      code: expect.stringMatching(/^[A-Z][A-Z2-9]{2}-[A-Z2-9]{2}-[A-Z2-9]{3}$/),
      expires_at: expect.any(String),
    })
    const lifeMs = Date.parse(bypass.expires_at) - Date.now()
    expect(lifeMs).toBeGreaterThan(14.5 * 60_000)
    expect(lifeMs).toBeLessThanOrEqual(15 * 60_000 + 1_000)
    expect(await actionOf(doctor.username)).toBe('enter_bypass_code')
    const { session } = await enter(doctor.username, bypass.code.toLowerCase().replaceAll('-', ' '))
    expect(session).toMatchObject({ amr: ['pwd', 'bypass'], assurance: 'single_factor', enroll_only: true })
    expect(await actionOf(doctor.username)).toBe('choose_factor')
    expect(await acts.eventsOf(doctor.account, ['bypass_issued', 'bypass_used'])).toMatchObject([
      { kind: 'bypass_issued', data: { kind: 'code', reason: 'Lost the phone', identity_checks: CHECKS } },
      { kind: 'bypass_used', data: { kind: 'code' } },
    ])
    expect(await acts.noticesOf(doctor.account)).toEqual(['bypass_issued', 'bypass_used'])
    const rows = await stack.database.query('select * from bypasses')
    expect(JSON.stringify(rows)).not.toContain(bypass.code)
  })
  it('is used by one of two logins that wait for it', async () => {
    const doctor = await addDoctor()
    const { code } = await issue(doctor.account)
    const [first, second] = [await acts.logIn(doctor.username), await acts.logIn(doctor.username)]
    expect((await acts.answer(first, code)).body.next.action).toBe('done')
    expect((await acts.answer(second, code)).status).toBe(409)
    const late = await stack.call('GET', `/v1/logins/${second.body.id}`)
    expect(late.body.next.action).toBe('choose_factor')
  })
  it('opens nothing but enrolment', async () => {
    const doctor = await addDoctor()
    const { call } = await enter(doctor.username, (await issue(doctor.account)).code)
    const closed = OPERATIONS.filter(({ access }) => access.session === 'person')
    expect(closed.length).toBeGreaterThan(4)
    for (const { method, path } of closed) {
      const body = method === 'get' || method === 'delete' ? undefined : {}
      const reply = await call(method.toUpperCase(), path.replace('{id}', doctor.sessionId), body)
      expect([path, ...seen(reply)]).toEqual([path, 403, 'enroll_first'])
    }
    expect((await call('GET', '/v1/me')).status).toBe(200)
  })
  it('ends with a new app, which takes the place of the lost one', async () => {
    const doctor = await addDoctor()
    const { call } = await enter(doctor.username, (await issue(doctor.account)).code)
    const { secret } = (await call('POST', '/v1/me/totp')).body as unknown as { secret: string }
    const confirmed = await call('POST', '/v1/me/totp/confirm', { code: codeOfApp(secret) })
    expect(confirmed.body['session']).toMatchObject({ enroll_only: false })
    expect((await call('GET', '/v1/me/sessions')).status).toBe(200)
    const login = await acts.logIn(doctor.username)
    await stack.call('POST', `/v1/logins/${login.body.id}/factor`, { factor: 'totp' })
    expect(seen(await acts.answer(login, codeOfApp(doctor.secret, 1)))).toEqual([422, 'code_incorrect'])
    expect((await acts.answer(login, codeOfApp(secret, 1))).body.next.action).toBe('done')
  })
  it('ends with a new phone, which takes the place of the lost one', async () => {
    const doctor = await acts.lab.addPerson({ userType: 'doctor' })
    const { call } = await enter(doctor.username, (await issue(doctor.account)).code)
    const phone = freshPhone()
    expect((await call('POST', '/v1/me/phone', { phone })).status).toBe(202)
    const proven = await call('POST', '/v1/me/phone/checks', { code: await stack.phones.codeOf(phone) })
    expect(proven.status).toBe(200)
    expect((await call('GET', '/v1/me')).body['session']).toMatchObject({ enroll_only: false })
    const login = await acts.logIn(doctor.username)
    await stack.call('POST', `/v1/logins/${login.body.id}/factor`, { factor: 'sms' })
    await stack.phones.codeOf(phone)
    expect((await stack.phones.texts(doctor.phone)).every(({ body }) => !/^\d{6} /.test(body))).toBe(true)
  })
  it('leaves the ordinary factors a step back, and the policy as it is', async () => {
    const doctor = await addDoctor()
    const before = await stack.database.query('select * from policies')
    await issue(doctor.account)
    const login = await acts.logIn(doctor.username)
    const { body } = await stack.call('POST', `/v1/logins/${login.body.id}/back`)
    expect(body.next.action).toBe('choose_factor')
    expect(body.next.factors.map(({ factor }) => factor)).toEqual(['totp', 'sms'])
    await stack.call('POST', `/v1/logins/${login.body.id}/factor`, { factor: 'totp' })
    const done = await acts.answer(login, codeOfApp(doctor.secret))
    expect(done.body.next.session).toMatchObject({ enroll_only: false, amr: ['pwd', 'otp', 'mfa'] })
    expect(await stack.database.query('select * from policies')).toEqual(before)
  })
  it('ends when a newer one is given out, and after a quarter of an hour', async () => {
    const doctor = await addDoctor()
    const old = await issue(doctor.account)
    const login = await acts.logIn(doctor.username)
    const fresh = await issue(doctor.account)
    expect(seen(await acts.answer(login, old.code))).toEqual([422, 'code_incorrect'])
    const aged = `update bypasses set expires_at = expires_at - interval '15 minutes' where account_id = $1`
    await stack.database.query(aged, [readId('acc', doctor.account)])
    expect((await acts.answer(login, fresh.code)).status).toBe(409)
    expect(await actionOf(doctor.username)).toBe('choose_factor')
  })
  it('counts wrong codes against the account, and opens no lock', async () => {
    const doctor = await addDoctor()
    const { code } = await issue(doctor.account)
    for (let round = 0; round < 2; round++) {
      const login = await acts.logIn(doctor.username)
      for (let guess = 0; guess < 5; guess++) await acts.answer(login, 'CCCCCCCC')
    }
    const login = await acts.logIn(doctor.username)
    expect(login.body.next).toMatchObject({ action: 'contact_support', reason: 'too_many_wrong' })
    expect(seen(await acts.answer(login, code))).toEqual([409, 'step_not_expected'])
  })
})

describe('an open bypass', () => {
  it('lets the next login in without a factor, once, and tells the person', async () => {
    const manager = await acts.lab.addPerson({ userType: 'manager', totp: true })
    expect(await issue(manager.account)).toMatchObject({ kind: 'open', code: null })
    const login = await acts.logIn(manager.username)
    expect(login.body.next).toMatchObject({
      action: 'done',
      session: { enroll_only: true, amr: ['pwd', 'bypass'] },
    })
    expect(await actionOf(manager.username)).toBe('choose_factor')
    const used = await acts.eventsOf(manager.account, ['bypass_used'])
    expect(used).toMatchObject([{ data: { kind: 'open' } }])
    expect(await acts.noticesOf(manager.account)).toEqual(['bypass_issued', 'bypass_used'])
  })
})

describe('who gives a bypass out', () => {
  it('has checked who is calling', async () => {
    const doctor = await addDoctor()
    const ask = (checks: unknown) => acts.act(null, doctor.account, 'bypass', { identity_checks: checks })
    const failed = [{ kind: 'date of birth', passed: false }]
    expect(seen(await ask(failed))).toEqual([422, 'identity_not_checked'])
    for (const checks of [undefined, [], [{}], [{ kind: '', passed: true }], 'yes'])
      expect(seen(await ask(checks))).toEqual([400, 'request_invalid'])
    expect(await acts.eventsOf(doctor.account, ['bypass_issued'])).toEqual([])
  })
  it('gives out five within a day, however many at once; a colleague the next', async () => {
    const [lead, other] = [await acts.staff('lead'), await acts.staff('lead')]
    const doctors = await Promise.all(Array.from({ length: 8 }, addDoctor))
    const replies = await Promise.all(doctors.map(({ account }) => acts.bypass(lead, account)))
    const counts = replies.map((reply) => (reply.status === 201 ? 'issued' : reply.body.code))
    expect(counts.toSorted()).toEqual([
      ...Array(5).fill('issued'),
      ...Array(3).fill('second_person_required'),
    ])
    const { account } = await addDoctor()
    expect(seen(await acts.bypass(lead, account))).toEqual([403, 'second_person_required'])
    expect((await acts.bypass(other, account)).status).toBe(201)
    await stack.database.query(`update bypasses set created_at = created_at - interval '1 day'`)
    expect((await acts.bypass(lead, account)).status).toBe(201)
  })
})
