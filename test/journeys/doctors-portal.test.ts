/**
 * System 2 of the issue: a doctors' portal where a second step is mandatory, and the doctor says which.
 */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { codeOfApp } from '#test/harness/app-codes.ts'
import { answerPhone } from '#test/harness/answer-phone.ts'
import { freshPhone } from '#test/harness/fresh-phone.ts'
import { addAccount, follow, open, setRule, switchAppOn } from '#test/harness/people.ts'
import { BACKENDS, startStack } from '#test/harness/stack.ts'
import type { Stack } from '#test/harness/stack.ts'
import { until } from '#test/harness/until.ts'

describe.each(BACKENDS)('a doctors’ portal, queue on %s', (backend) => {
  let stack: Stack
  beforeAll(async () => {
    stack = await startStack({ backend, speed: 5 })
    await setRule(stack, 'doctor', { required: true, factors: ['sms', 'call', 'totp'], ask_factor: true })
  })
  afterAll(() => stack?.close())

  /** A doctor whose phone is proven, with a session of it. */
  const makeDoctor = async () => {
    const phone = freshPhone()
    const person = await addAccount(stack, { user_type: 'doctor', phone })
    const login = await open(stack, person)
    expect(login.next).toMatchObject({ action: 'provide_phone', reason: 'unproven', skippable: false })
    await login.post('phone', { phone })
    const done = await login.answer(await stack.phones.codeOf(phone))
    await stack.phones.forget()
    return { ...person, phone, token: done.body.next.session.token }
  }
  const choose = async (person: { username: string; password: string }, factor: string) => {
    const login = await open(stack, person)
    expect(login.next.action).toBe('choose_factor')
    return { ...login, chosen: await login.post('factor', { factor }) }
  }

  it('asks after the password which way, and sends nothing before it is chosen', async () => {
    const doctor = await makeDoctor()
    const login = await open(stack, doctor)
    const hint = expect.stringMatching(/•.*\d\d$/)
    expect(login.next.factors).toEqual([
      { factor: 'sms', hint },
      { factor: 'call', hint },
    ])
    expect((await login.answer('123456')).body.code).toBe('step_not_expected')
    const refused = await login.post('factor', { factor: 'totp' })
    expect([refused.status, refused.body.code]).toEqual([422, 'factor_not_allowed'])
    expect(await stack.phones.texts(doctor.phone)).toHaveLength(0)
    const chosen = await login.post('factor', { factor: 'sms' })
    expect(chosen.body.next).toMatchObject({ action: 'enter_code', alternatives: ['call'] })
    const done = await login.answer(await stack.phones.codeOf(doctor.phone))
    expect(done.body.next.session.amr).toEqual(['pwd', 'sms', 'mfa'])
  })

  it('calls, and pressing 1 finishes the login in the page that waits', async () => {
    const doctor = await makeDoctor()
    const { chosen, ...login } = await choose(doctor, 'call')
    expect(chosen.body.next).toMatchObject({ action: 'answer_call', alternatives: ['sms'] })
    expect(chosen.body.next.verification).toMatchObject({ channel: 'call', call_mode: 'press_1' })
    const { version } = (await login.read()).body
    const waiting = until('the login is done', async () => {
      const { body } = await login.read(`?wait=25&since=${version}`)
      return body.status === 'pending' ? null : body
    })
    const { sid } = await answerPhone(stack, doctor.phone)
    await stack.phones.press(sid, '1')
    const done = await waiting
    expect(done).toMatchObject({ status: 'done', next: { action: 'done' } })
    expect(done.next.session).toMatchObject({ amr: ['pwd', 'tel_press1', 'mfa'], assurance: 'two_factor' })
  })

  it('takes 9 for “this was not me”, and goes no further', async () => {
    const doctor = await makeDoctor()
    const { chosen, ...login } = await choose(doctor, 'call')
    expect(chosen.body.next.action).toBe('answer_call')
    const { sid } = await answerPhone(stack, doctor.phone)
    await stack.phones.press(sid, '9')
    const failed = await until('the login has failed', async () => {
      const { body } = await login.read('?wait=5')
      return body.status === 'failed' ? body : null
    })
    expect(failed.next).toMatchObject({ action: 'contact_support', reason: 'denied' })
    for (const step of ['code', 'back', 'skip'])
      expect((await login.post(step)).body.code).toBe('step_not_expected')
  })

  it('goes back to the other ways, and a text is still good after it', async () => {
    const doctor = await makeDoctor()
    const { chosen, ...login } = await choose(doctor, 'sms')
    expect(chosen.body.next.action).toBe('enter_code')
    const code = await stack.phones.codeOf(doctor.phone)
    expect((await login.post('back')).body.next.action).toBe('choose_factor')
    expect((await login.answer(code)).body.code).toBe('step_not_expected')
    await login.post('factor', { factor: 'sms' })
    expect(await stack.phones.texts(doctor.phone)).toHaveLength(1)
    expect((await login.answer(code)).body.status).toBe('done')
  })

  it('takes an app that was set up by QR code or by typing its key', async () => {
    const doctor = await makeDoctor()
    const made = await stack.call('POST', '/v1/me/totp', undefined, { token: doctor.token })
    const { secret, otpauth_url: url, qr_svg: picture } = made.body as unknown as Record<string, string>
    expect(new URL(url!).searchParams.get('secret')).toBe(secret)
    expect(picture).toMatch(/^<svg /)
    const app = await switchAppOn(stack, doctor.token)
    const { chosen, ...login } = await choose(doctor, 'totp')
    expect(chosen.body.next).toEqual({ action: 'enter_totp' })
    expect(login.next.factors.map(({ factor }) => factor)).toEqual(['sms', 'call', 'totp'])
    const stale = await login.answer(codeOfApp(app, -1))
    expect([stale.status, stale.body.code, stale.body.tries_left]).toEqual([422, 'code_incorrect', 4])
    const done = await login.answer(codeOfApp(app))
    expect(done.body.next.session).toMatchObject({ amr: ['pwd', 'otp', 'mfa'], assurance: 'two_factor' })
  })

  it('asks for more than a key pressed on the phone before the app is set up', async () => {
    const doctor = await makeDoctor()
    const { chosen, ...login } = await choose(doctor, 'call')
    expect(chosen.body.next.action).toBe('answer_call')
    await stack.phones.press((await answerPhone(stack, doctor.phone)).sid, '1')
    const done = await until('the login is done', async () => {
      const { body } = await login.read('?wait=5')
      return body.status === 'done' ? body : null
    })
    const { token } = done.next.session
    const refused = await stack.call('POST', '/v1/me/totp', undefined, { token })
    expect([refused.status, refused.body.code]).toEqual([403, 'step_up_required'])
    const stepUp = await stack.call('POST', '/v1/me/step-up', undefined, { token })
    const more = follow(stack, stepUp.body)
    await more.post('factor', { factor: 'sms' })
    const shown = await more.answer(await stack.phones.codeOf(doctor.phone))
    expect((await stack.call('GET', '/v1/me', undefined, { token })).status).toBe(401)
    await switchAppOn(stack, shown.body.next.session.token)
  })

  it('offers what is left after five wrong codes, and a call is not something else than a text', async () => {
    const doctor = await makeDoctor()
    const app = await switchAppOn(stack, doctor.token)
    const { chosen, ...login } = await choose(doctor, 'sms')
    expect(chosen.body.next.alternatives).toEqual(['call', 'totp'])
    const code = await stack.phones.codeOf(doctor.phone)
    const wrong = code === '000000' ? '000001' : '000000'
    for (let tries = 0; tries < 5; tries++) await login.answer(wrong)
    expect((await login.read()).body.next).toEqual({
      action: 'choose_factor',
      factors: [{ factor: 'totp', hint: null }],
    })
    expect((await login.post('factor', { factor: 'call' })).body.code).toBe('factor_not_allowed')
    await login.post('factor', { factor: 'totp' })
    expect((await login.answer(codeOfApp(app))).body.status).toBe('done')
  })
})
