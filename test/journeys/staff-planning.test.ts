/**
 * System 5 of the issue: staff planning. One rule per user type, which only the account owner switches on; a PIN or an
 * app; several profiles under one e-mail address.
 */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { codeOfApp } from '#test/harness/app-codes.ts'
import { addAccount, enter, open } from '#test/harness/people.ts'
import { startStack } from '#test/harness/stack.ts'
import type { Stack } from '#test/harness/stack.ts'

const PIN = '728163'

let stack: Stack
beforeAll(async () => {
  stack = await startStack()
})
afterAll(() => stack?.close())

const put = (type: string, rule: object, token?: string) =>
  stack.call('PUT', `/v1/policies/${type}`, rule, token === undefined ? {} : { token })
const twice = (pin: string, pin_confirmation = pin) => ({ pin, pin_confirmation })

describe('the account owner', () => {
  it('alone may switch it on, and must set it up at the very next login', async () => {
    const owner = await addAccount(stack, { user_type: 'manager', role: 'owner' })
    const admin = await addAccount(stack, { user_type: 'manager', role: 'admin' })
    const none = await addAccount(stack, { user_type: 'manager' })
    const [ownerToken, adminToken, token] = [
      await enter(stack, owner),
      await enter(stack, admin),
      await enter(stack, none),
    ]
    const rule = { required: true, factors: ['pin'] }
    expect((await put('manager', rule, token)).status).toBe(403)
    const refused = await put('manager', rule, adminToken)
    expect([refused.status, refused.body.code]).toEqual([403, 'owner_only'])
    expect((await put('manager', rule, ownerToken)).status).toBe(200)
    for (const person of [owner, admin, none])
      expect((await open(stack, person)).next).toEqual({ action: 'enroll_pin' })
  })
})

describe('a PIN', () => {
  beforeAll(async () => {
    await put('planner', { required: true, factors: ['pin'] })
  })
  const addPlanner = async () => {
    const person = await addAccount(stack, { user_type: 'planner' })
    const login = await open(stack, person)
    const done = await login.post('pin', twice(PIN))
    expect(done.body.status).toBe('done')
    return { ...person, session: done.body.next.session }
  }

  it('is chosen by typing it twice, and not a weak one', async () => {
    const login = await open(stack, await addAccount(stack, { user_type: 'planner' }))
    expect(login.next).toEqual({ action: 'enroll_pin' })
    for (const [body, code] of [
      [twice(PIN, '728164'), 'pin_mismatch'],
      [twice('12345'), 'pin_too_weak'],
      [twice('123456'), 'pin_too_weak'],
      [twice('111111'), 'pin_too_weak'],
      [twice('seven7'), 'pin_too_weak'],
    ] as const) {
      const refused = await login.post('pin', body)
      expect([refused.status, refused.body.code]).toEqual([422, code])
      expect(refused.body.detail).not.toContain(body.pin)
    }
    expect((await login.answer(PIN)).body.code).toBe('step_not_expected')
    const done = await login.post('pin', twice(PIN))
    expect(done.body.next.session).toMatchObject({
      amr: ['pwd', 'pin'],
      assurance: 'single_factor',
      enroll_only: false,
    })
    expect((await login.post('pin', twice('905274'))).body.code).toBe('step_not_expected')
  })

  it('is asked for from then on, and wrong ones are counted', async () => {
    const person = await addPlanner()
    const login = await open(stack, person)
    expect(login.next).toEqual({ action: 'enter_pin' })
    expect((await login.answer('12')).body.code).toBe('code_malformed')
    for (let left = 4; left >= 1; left--) {
      const wrong = await login.answer('905274')
      expect([wrong.status, wrong.body.code, wrong.body.tries_left]).toEqual([422, 'pin_incorrect', left])
    }
    const done = await login.answer(PIN)
    expect(done.body.next.session).toMatchObject({ amr: ['pwd', 'pin'], assurance: 'single_factor' })
  })

  it('is used up for a login after five wrong ones, and for the account after ten', async () => {
    const person = await addPlanner()
    const first = await open(stack, person)
    for (let tries = 0; tries < 5; tries++) await first.answer('905274')
    expect((await first.read()).body.next).toMatchObject({
      action: 'contact_support',
      reason: 'nothing_left',
    })
    const second = await open(stack, person)
    for (let left = 4; left >= 0; left--)
      expect((await second.answer('905274')).body).toMatchObject({ code: 'pin_incorrect', tries_left: left })
    const locked = { action: 'contact_support', reason: 'too_many_wrong', until: expect.any(String) }
    expect((await second.read()).body.next).toMatchObject(locked)
    const third = await open(stack, person)
    expect(third.next).toMatchObject(locked)
    expect((await third.answer(PIN)).body.code).toBe('step_not_expected')
    expect(Date.parse(third.next.until!)).toBeGreaterThan(Date.now() + 14 * 60_000)
  })

  it('is changed in the profile, with the one before', async () => {
    const person = await addPlanner()
    const change = (body: object) => stack.call('PUT', '/v1/me/pin', body, { token: person.session.token })
    const wrong = await change({ ...twice('905274'), current_pin: '384950' })
    expect([wrong.status, wrong.body.code]).toEqual([422, 'pin_incorrect'])
    expect((await change({ ...twice('905274', '905275'), current_pin: PIN })).body.code).toBe('pin_mismatch')
    expect((await change({ ...twice('905274'), current_pin: PIN })).status).toBe(200)
    const login = await open(stack, person)
    expect((await login.answer(PIN)).body.code).toBe('pin_incorrect')
    expect((await login.answer('905274')).body.status).toBe('done')
  })

  it('never changes the phone: what is known twice is not a second thing at hand', async () => {
    const person = await addPlanner()
    const { token } = person.session
    const refused = await stack.call('POST', '/v1/me/phone', { phone: '+31612345678' }, { token })
    expect([refused.status, refused.body.code]).toEqual([403, 'step_up_required'])
  })
})

describe('several profiles under one e-mail address', () => {
  const username = 'm.visser@planning.example.org'
  let [employee, manager] = ['', '']
  beforeAll(async () => {
    await put('shift_worker', { required: true, factors: ['totp'] })
    await put('shift_manager', { required: true, factors: ['pin'] })
    const add = async (user_type: string, more: object = {}) =>
      (await addAccount(stack, { username, user_type, display_name: 'Mara Visser', ...more })).accountId
    ;[employee, manager] = [await add('shift_worker'), await add('shift_manager', { password: undefined })]
  })
  const person = { username, password: 'four-quiet-herons' }
  const choose = async (account_id: string) => {
    const login = await open(stack, person)
    return { ...login, chosen: await login.post('profile', { account_id }) }
  }

  it('are picked from a list after the password, also with the same name, and never merged', async () => {
    const login = await open(stack, person)
    expect(login.next).toEqual({
      action: 'choose_profile',
      profiles: [
        { id: employee, display_name: 'Mara Visser', user_type: 'shift_worker' },
        { id: manager, display_name: 'Mara Visser', user_type: 'shift_manager' },
      ],
    })
    expect((await login.answer('123456')).body.code).toBe('step_not_expected')
    const stranger = await addAccount(stack)
    for (const id of [stranger.accountId, 'acc_1', 'x'])
      expect((await login.post('profile', { account_id: id })).body.code).toBe('not_found')
    const chosen = await login.post('profile', { account_id: manager })
    expect(chosen.body.next).toEqual({ action: 'enroll_pin' })
    expect((await login.post('profile', { account_id: employee })).body.code).toBe('step_not_expected')
  })

  it('have their own factors, locks and sessions', async () => {
    const worker = await choose(employee)
    const { secret } = worker.chosen.body.next
    const done = await worker.answer(codeOfApp(secret, -1))
    expect(done.body.next.session).toMatchObject({ account: { id: employee, user_type: 'shift_worker' } })
    const boss = await choose(manager)
    await boss.post('pin', twice(PIN))
    for (let round = 0; round < 2; round++) {
      const guess = await choose(manager)
      for (let tries = 0; tries < 5; tries++) await guess.answer('905274')
    }
    expect((await choose(manager)).chosen.body.next).toMatchObject({
      action: 'contact_support',
      reason: 'too_many_wrong',
    })
    const again = await choose(employee)
    expect(again.chosen.body.next).toEqual({ action: 'enter_totp' })
    expect((await again.answer(codeOfApp(secret))).body.status).toBe('done')
  })
})
