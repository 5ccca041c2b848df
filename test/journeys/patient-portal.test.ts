/**
 * System 1 of the issue: a patient portal with texts only (seed 004).
 */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { freshPhone } from '#test/harness/fresh-phone.ts'
import { addAccount, logIn, makePerson, open, setRule, wrongCode } from '#test/harness/people.ts'
import { BACKENDS, startStack } from '#test/harness/stack.ts'
import type { Stack } from '#test/harness/stack.ts'
import { until } from '#test/harness/until.ts'

describe.each(BACKENDS)('a patient portal with texts only, queue on %s', (backend) => {
  let stack: Stack
  beforeAll(async () => {
    stack = await startStack({ backend })
    await setRule(stack, 'patient', { required: true, factors: ['sms'], number_change: 'strict' })
  })
  afterAll(() => stack?.close())

  it('refuses a landline at registration, and takes a mobile number', async () => {
    const person = { username: 'anna', password: 'four-quiet-herons' }
    const refused = await stack.call('POST', '/v1/registrations', { ...person, phone: '+31201234567' })
    expect([refused.status, refused.body.code]).toEqual([422, 'phone_landline'])
    const phone = freshPhone()
    const taken = await stack.call('POST', '/v1/registrations', { ...person, phone })
    expect(taken.status).toBe(201)
    expect(taken.body.login.next).toMatchObject({ action: 'send_code' })
    expect(await stack.phones.texts(phone)).toHaveLength(0)
  })

  it('registers, proves the phone by pressing “send code”, and logs in', async () => {
    const phone = freshPhone()
    const registered = await stack.call('POST', '/v1/registrations', {
      ...{ username: 'bea', password: 'four-quiet-herons', phone },
    })
    const path = `/v1/logins/${registered.body.login.id}`
    const sent = await stack.call('POST', `${path}/code`)
    expect(sent.body.next).toMatchObject({ action: 'enter_code' })
    const code = await stack.phones.codeOf(phone)
    const wrong = await stack.call('POST', `${path}/answer`, { code: wrongCode(code) })
    expect([wrong.status, wrong.body.code, wrong.body.tries_left]).toEqual([422, 'code_incorrect', 4])
    const done = await stack.call('POST', `${path}/answer`, { code })
    expect(done.body).toMatchObject({ status: 'done', next: { action: 'done' } })
    expect(done.body.next.session).toMatchObject({
      ...{ amr: ['pwd', 'sms', 'mfa'], assurance: 'two_factor', enroll_only: false },
    })
    const me = await stack.call('GET', '/v1/me', undefined, { token: done.body.next.session.token })
    expect(me.status).toBe(200)
  })

  it('sends the code by itself once the password is right', async () => {
    const person = await makePerson(stack, { username: 'cleo' })
    const started = await logIn(stack, person)
    expect(started.body.next).toMatchObject({ action: 'enter_code', alternatives: [] })
    const code = await stack.phones.codeOf(person.phone)
    const done = await stack.call('POST', `/v1/logins/${started.body.id}/answer`, { code })
    expect(done.body.status).toBe('done')
    const refused = await logIn(stack, { ...person, password: 'not it' })
    expect([refused.status, refused.body.code]).toEqual([401, 'credentials_incorrect'])
  })

  it('asks an older user for a number, lets them correct it, and knows it from then on', async () => {
    const [old, phone] = [freshPhone(), freshPhone()]
    const person = await addAccount(stack, { phone: old })
    const login = await open(stack, person)
    expect(login.next).toMatchObject({ action: 'provide_phone', reason: 'unproven', skippable: false })
    expect([login.next.current_masked, login.next.pending_masked]).toEqual([
      null,
      expect.stringMatching(/•.*\d\d$/),
    ])
    expect((await login.post('skip')).body.code).toBe('step_not_expected')
    const asked = await login.post('phone', { phone })
    expect(asked.body.next).toMatchObject({ action: 'enter_code', alternatives: [] })
    const done = await login.answer(await stack.phones.codeOf(phone))
    expect(done.body.next.session).toMatchObject({ amr: ['pwd', 'sms', 'mfa'], assurance: 'two_factor' })
    expect(await stack.phones.texts(old)).toHaveLength(0)
    await stack.phones.forget()
    const again = await open(stack, person)
    expect(again.next.action).toBe('enter_code')
    expect((await again.answer(await stack.phones.codeOf(phone))).body.status).toBe('done')
  })

  it('sends the code to the number that is on file when it is right', async () => {
    const phone = freshPhone()
    const login = await open(stack, await addAccount(stack, { phone }))
    expect((await login.post('phone', { phone })).body.next.action).toBe('enter_code')
    expect((await login.answer(await stack.phones.codeOf(phone))).body.status).toBe('done')
  })

  it('asks somebody without a number, and somebody with a landline, and takes no landline', async () => {
    const none = await open(stack, await addAccount(stack))
    expect(none.next).toMatchObject({ action: 'provide_phone', reason: 'missing', pending_masked: null })
    expect((await none.post('phone', {})).status).toBe(400)
    const login = await open(stack, await addAccount(stack, { phone: '+31201234567' }))
    expect(login.next).toMatchObject({ action: 'provide_phone', reason: 'landline', skippable: false })
    for (const body of [{ phone: '+31201234567' }, { phone: '020 123 4567', country: 'NL' }, {}]) {
      const refused = await login.post('phone', body)
      expect([refused.status, refused.body.code]).toEqual([422, 'phone_landline'])
    }
    expect((await login.read()).body.next).toMatchObject({ action: 'provide_phone', reason: 'landline' })
    const phone = freshPhone()
    expect((await login.post('phone', { phone })).body.next.action).toBe('enter_code')
    expect((await login.answer(await stack.phones.codeOf(phone))).body.status).toBe('done')
  })

  it.each(['landline', 'no_such_number'])(
    'asks again where the carrier finds a new number to be %s',
    async (fate) => {
      const [bad, good] = [freshPhone(), freshPhone()]
      await stack.phones.setFate(bad, fate)
      const login = await open(stack, await addAccount(stack, { phone: bad }))
      await login.post('phone', { phone: bad })
      const reason = fate === 'landline' ? 'landline' : 'failed'
      const isAsked = async () => (await login.read('?wait=2')).body.next.reason === reason
      await until('the number is asked for again', isAsked, 10_000)
      expect((await login.read()).body.next).toMatchObject({
        action: 'provide_phone',
        reason,
        skippable: false,
      })
      expect((await login.post('phone', { phone: good })).body.next.action).toBe('enter_code')
      expect((await login.answer(await stack.phones.codeOf(good))).body.status).toBe('done')
    },
  )

  it('takes the code of the number that is on file now, never of one that was there before', async () => {
    const [first, second] = [freshPhone(), freshPhone()]
    const person = await addAccount(stack)
    const [here, there] = [await open(stack, person), await open(stack, person)]
    await here.post('phone', { phone: first })
    const code = await stack.phones.codeOf(first)
    await there.post('phone', { phone: second })
    const refused = await here.answer(code)
    expect(refused.body.status).not.toBe('done')
    expect((await here.read()).body.status).toBe('pending')
    expect((await there.answer(await stack.phones.codeOf(second))).body.status).toBe('done')
    expect((await here.answer(code)).status).toBe(409)
  })
})
