/**
 * System 1 of the issue: a patient who gets a new number (seed 004, section 3).
 */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { freshPhone } from '#test/harness/fresh-phone.ts'
import { makePerson, open, setRule, wrongCode } from '#test/harness/people.ts'
import { startStack } from '#test/harness/stack.ts'
import type { Stack } from '#test/harness/stack.ts'

const saveNumber = (stack: Stack, token: string, phone: string) =>
  stack.call('POST', '/v1/me/phone', { phone }, { token })

describe('a new number in the profile', () => {
  let stack: Stack
  beforeAll(async () => {
    stack = await startStack()
    const rule = { required: true, factors: ['sms'] }
    await setRule(stack, 'patient', { ...rule, number_change: 'strict' })
    await setRule(stack, 'guest', { ...rule, number_change: 'safe' })
  })
  afterAll(() => stack?.close())

  it('is saved, gets a code, and logs in from then on', async () => {
    const person = await makePerson(stack)
    const phone = freshPhone()
    const { token } = person
    const saved = await saveNumber(stack, token, phone)
    expect([saved.status, saved.body.verification.status]).toEqual([202, 'pending'])
    const code = await stack.phones.codeOf(phone)
    const wrong = await stack.call('POST', '/v1/me/phone/checks', { code: wrongCode(code) }, { token })
    expect([wrong.status, wrong.body.code, wrong.body.tries_left]).toEqual([422, 'code_incorrect', 4])
    expect((await stack.call('POST', '/v1/me/phone/checks', { code }, { token })).status).toBe(200)
    await stack.phones.forget()
    const login = await open(stack, person)
    expect((await login.answer(await stack.phones.codeOf(phone))).body.status).toBe('done')
  })

  it('strict: as long as none verifies nobody gets in, and the page sends them to support', async () => {
    const person = await makePerson(stack)
    const phone = freshPhone()
    await saveNumber(stack, person.token, phone)
    await stack.phones.forget()
    const login = await open(stack, person)
    expect(login.next).toMatchObject({ action: 'provide_phone', reason: 'pending', skippable: false })
    expect((await login.post('skip')).body.code).toBe('step_not_expected')
    await login.post('phone', { phone })
    const code = await stack.phones.codeOf(phone)
    for (const left of [4, 3, 2, 1, 0])
      expect((await login.answer(wrongCode(code))).body).toMatchObject({
        code: 'code_incorrect',
        tries_left: left,
      })
    expect((await login.read()).body).toMatchObject({
      status: 'pending',
      next: {
        action: 'contact_support',
        reason: 'nothing_left',
        help_code: expect.stringMatching(/^[A-Z0-9-]+$/),
      },
    })
    for (const step of ['back', 'skip', 'code', 'phone'])
      expect((await login.post(step)).body.code).toBe('step_not_expected')
    expect((await login.answer(code)).body.code).toBe('step_not_expected')
    const told = await stack.phones.texts(person.phone)
    expect(told.filter(({ body }) => /^\d{6}/.test(body))).toHaveLength(0)
  })

  it('strict: another one that verifies lets them in, and ends the sessions of before', async () => {
    const person = await makePerson(stack)
    const [bad, good] = [freshPhone(), freshPhone()]
    await saveNumber(stack, person.token, bad)
    const login = await open(stack, person)
    await login.post('phone', { phone: good })
    const done = await login.answer(await stack.phones.codeOf(good))
    expect(done.body.next.session).toMatchObject({ amr: ['pwd', 'sms', 'mfa'] })
    const me = (token: string) => stack.call('GET', '/v1/me', undefined, { token })
    expect((await me(person.token)).status).toBe(401)
    expect((await me(done.body.next.session.token)).body['phone']).toMatchObject({ pending_masked: null })
  })

  it('safe: the old one keeps working, and the new one may wait', async () => {
    const person = await makePerson(stack, { user_type: 'guest' })
    const phone = freshPhone()
    await saveNumber(stack, person.token, phone)
    await stack.phones.forget()
    for (const choice of ['skip', 'prove']) {
      const login = await open(stack, person)
      expect(login.next.action).toBe('enter_code')
      const shown = await login.answer(await stack.phones.codeOf(person.phone))
      expect(shown.body.next).toMatchObject({ action: 'provide_phone', reason: 'pending', skippable: true })
      await stack.phones.forget()
      if (choice === 'skip') expect((await login.post('skip')).body.status).toBe('done')
      else {
        await login.post('phone', { phone })
        expect((await login.answer(await stack.phones.codeOf(phone))).body.status).toBe('done')
      }
    }
    await stack.phones.forget()
    const login = await open(stack, person)
    expect((await login.answer(await stack.phones.codeOf(phone))).body.status).toBe('done')
  })

  it('safe: five wrong codes of the new one still leave the old one', async () => {
    const person = await makePerson(stack, { user_type: 'guest' })
    const phone = freshPhone()
    await saveNumber(stack, person.token, phone)
    await stack.phones.forget()
    const login = await open(stack, person)
    await login.answer(await stack.phones.codeOf(person.phone))
    await login.post('phone', { phone })
    const code = await stack.phones.codeOf(phone)
    for (let tries = 0; tries < 5; tries++) await login.answer(wrongCode(code))
    expect((await login.read()).body.next).toMatchObject({ action: 'provide_phone', skippable: true })
    expect((await login.post('skip')).body.status).toBe('done')
  })
})
