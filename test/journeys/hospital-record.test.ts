/**
 * System 3 of the issue: a hospital record with clinics in several countries, where the app is everybody's own choice, and
 * mandatory for people of Dutch clinics.
 */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { codeOfApp, wrongCodeOfApp } from '#test/harness/app-codes.ts'
import { addAccount, enter, open, PASSWORD, setRule, switchAppOn } from '#test/harness/people.ts'
import { startStack } from '#test/harness/stack.ts'
import type { Stack } from '#test/harness/stack.ts'
import { until } from '#test/harness/until.ts'

let stack: Stack
let [dutch, british] = ['', '']
beforeAll(async () => {
  stack = await startStack()
  await setRule(stack, 'patient', { factors: ['totp'] })
  await setRule(stack, 'patient', { factors: ['totp'], required: true, country: 'NL' })
  const clinic = async (country: string) =>
    (await stack.call('POST', '/v1/organizations', { name: `Clinic ${country}`, country })).body.id
  ;[dutch, british] = [await clinic('NL'), await clinic('GB')]
})
afterAll(() => stack?.close())

const as = (token: string) => (method: string, path: string, body?: unknown) =>
  stack.call(method, path, body, { token })

/** Somebody of a Dutch clinic who has set the app up at the first login. */
async function addDutch(fields: object = {}) {
  const person = await addAccount(stack, { organization_ids: [dutch], ...fields })
  const login = await open(stack, person)
  expect(login.next.action).toBe('enroll_totp')
  const done = await login.answer(codeOfApp(login.next.secret, -1))
  expect(done.body.next.session).toMatchObject({ amr: ['pwd', 'otp', 'mfa'], enroll_only: false })
  return { ...person, secret: login.next.secret, token: done.body.next.session.token }
}

describe('anyone', () => {
  it('may switch the app on, and is asked for its code from then on', async () => {
    const person = await addAccount(stack, { organization_ids: [british] })
    const token = await enter(stack, person)
    const call = as(token)
    const made = await call('POST', '/v1/me/totp')
    const secret = String(made.body['secret'])
    expect(secret).toMatch(/^[A-Z2-7]{32}$/)
    expect(made.body['otpauth_url']).toContain(secret)
    expect(made.body['qr_svg']).toMatch(/^<svg /)
    const tryCode = async (code: string) => (await call('POST', '/v1/me/totp/confirm', { code })).body.code
    expect(await tryCode(wrongCodeOfApp(secret))).toBe('code_incorrect')
    expect(await tryCode('12345')).toBe('code_malformed')
    await enter(stack, person)
    const on = await call('POST', '/v1/me/totp/confirm', { code: codeOfApp(secret, -1) })
    expect(on.body['factors']).toMatchObject({ totp: true })
    const login = await open(stack, person)
    expect(login.next).toEqual({ action: 'enter_totp' })
    const wrong = await login.answer(wrongCodeOfApp(secret))
    expect([wrong.status, wrong.body.code, wrong.body.tries_left]).toEqual([422, 'code_incorrect', 4])
    const short = await login.answer('12 345')
    expect([short.status, short.body.code, short.body.tries_left]).toEqual([422, 'code_malformed', undefined])
    expect((await login.answer(codeOfApp(secret))).body.status).toBe('done')
    expect((await login.answer(codeOfApp(secret, 1))).body.code).toBe('step_not_expected')
  })

  it('may switch it off with a code only, and then gets in with the password', async () => {
    const person = await addAccount(stack)
    const token = await enter(stack, person)
    const secret = await switchAppOn(stack, token)
    const disable = async (code: string) => (await as(token)('POST', '/v1/me/totp/disable', { code })).body
    expect((await as(token)('POST', '/v1/me/totp/disable', {})).status).toBe(400)
    expect(await disable(wrongCodeOfApp(secret))).toMatchObject({
      code: 'code_incorrect',
      tries_left: expect.any(Number),
    })
    expect((await disable('1')).code).toBe('code_malformed')
    expect((await disable(codeOfApp(secret)))['factors']).toMatchObject({ totp: false })
    await enter(stack, person)
  })

  it('is sent to support after five wrong codes, and not let in by the right one then', async () => {
    const person = await addAccount(stack)
    const secret = await switchAppOn(stack, await enter(stack, person))
    const login = await open(stack, person)
    for (let left = 4; left >= 0; left--)
      expect((await login.answer(wrongCodeOfApp(secret, left))).body.tries_left).toBe(left)
    expect((await login.read()).body.next).toMatchObject({
      action: 'contact_support',
      reason: 'nothing_left',
      until: null,
    })
    expect((await login.answer(codeOfApp(secret))).body.code).toBe('step_not_expected')
    const again = await open(stack, person)
    expect((await again.answer(codeOfApp(secret))).body.status).toBe('done')
  })
})

describe('people of a Dutch clinic', () => {
  it('must set the app up, by scanning or by typing the key, and hear what is wrong with a code', async () => {
    const login = await open(stack, await addAccount(stack, { organization_ids: [british, dutch] }))
    expect(login.next).toMatchObject({ action: 'enroll_totp', qr_svg: expect.stringMatching(/^<svg /) })
    const { secret, otpauth_url: url } = login.next
    expect(new URL(url).searchParams.get('secret')).toBe(secret)
    expect((await login.answer(wrongCodeOfApp(secret))).body.code).toBe('code_incorrect')
    expect((await login.answer('123')).body.code).toBe('code_malformed')
    for (const step of ['skip', 'back', 'code', 'phone'])
      expect((await login.post(step, step === 'phone' ? { phone: '+31612345678' } : {})).body.code).toBe(
        'step_not_expected',
      )
    expect((await login.read()).body.next).toMatchObject({ action: 'enroll_totp', secret })
    expect((await login.answer(codeOfApp(secret))).body.status).toBe('done')
  })

  it('are shown a key of their own, which no other login with their password learns', async () => {
    const person = await addAccount(stack, { organization_ids: [dutch] })
    const [other, login] = [await open(stack, person), await open(stack, person)]
    const { secret } = login.next
    expect(other.next.secret).not.toBe(secret)
    expect((await other.answer(codeOfApp(secret, -1))).body.code).toBe('code_incorrect')
    expect((await login.read()).body.next.secret).toBe(secret)
    expect((await login.answer(codeOfApp(secret, -1))).body.status).toBe('done')
    expect((await other.read()).body.next).toEqual({ action: 'enter_totp' })
    expect((await other.answer(codeOfApp(other.next.secret))).body.code).toBe('code_incorrect')
  })

  it('may switch it off with its code, and then must set it up again', async () => {
    const person = await addDutch()
    const off = await as(person.token)('POST', '/v1/me/totp/disable', { code: codeOfApp(person.secret) })
    expect([off.status, off.body['session']]).toEqual([200, expect.objectContaining({ enroll_only: true })])
    expect((await as(person.token)('GET', '/v1/me/sessions')).body.code).toBe('enroll_first')
    const login = await open(stack, person)
    expect(login.next.action).toBe('enroll_totp')
    expect(login.next.secret).not.toBe(person.secret)
    expect((await login.answer(codeOfApp(person.secret, 1))).body.code).toBe('code_incorrect')
    expect((await login.answer(codeOfApp(login.next.secret))).body.status).toBe('done')
  })

  it('must as soon as they are linked, and no longer when the link is gone', async () => {
    const person = await addAccount(stack, { organization_ids: [british] })
    await enter(stack, person)
    const link = `/v1/accounts/${person.accountId}/organizations/${dutch}`
    await stack.call('PUT', link)
    expect((await open(stack, person)).next.action).toBe('enroll_totp')
    await stack.call('DELETE', link)
    await enter(stack, person)
  })
})

describe('a new password', () => {
  const confirm = (link: string, new_password: string) =>
    stack.call('POST', '/v1/password-resets/confirm', {
      token: new URL(link).searchParams.get('token'),
      new_password,
    })

  it('by a link to the person leaves the second step as it is', async () => {
    const email = 'reset@patients.example.org'
    const person = await addDutch({ email })
    const asked = await stack.call('POST', '/v1/password-resets', { username: person.username })
    expect(asked.status).toBe(202)
    const mailbox = `${stack.phones.baseUrl}/mailboxes/${email}/messages`
    const mail = await until(
      'the link comes',
      async () => ((await (await fetch(mailbox)).json()) as { text: string }[])[0],
    )
    const [link = ''] = /https?:\S+token=\S+/.exec(mail.text) ?? []
    expect((await confirm(link, 'two-slow-otters')).status).toBe(200)
    await expectSameStep(person, 'two-slow-otters')
  })

  it('by a coordinator’s link leaves it too', async () => {
    const person = await addDutch()
    const path = `/v1/support/accounts/${person.accountId}/password-reset`
    const made = await stack.call('POST', path, { reason: 'Forgot it, known in person' })
    expect(made.status).toBe(201)
    expect((await confirm(String(made.body['link']), 'six-warm-badgers')).status).toBe(200)
    await expectSameStep(person, 'six-warm-badgers')
  })

  async function expectSameStep(
    person: { username: string; secret: string },
    password: string,
  ): Promise<void> {
    expect(
      (await stack.call('POST', '/v1/logins', { username: person.username, password: PASSWORD })).status,
    ).toBe(401)
    const login = await open(stack, { username: person.username, password })
    expect(login.next).toEqual({ action: 'enter_totp' })
    expect((await login.answer(codeOfApp(person.secret))).body.status).toBe('done')
  }
})

it('never asks a system that calls with an API key for a code', async () => {
  const person = await addDutch()
  const read = await stack.call('GET', `/v1/accounts/${person.accountId}`)
  expect([read.status, read.body.id]).toEqual([200, person.accountId])
})
