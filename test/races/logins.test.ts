import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { codeOfApp } from '#test/harness/app-codes.ts'
import type { Reply } from '#test/harness/http-client.ts'
import { addAccount, open, PASSWORD } from '#test/harness/people.ts'
import type { Stack } from '#test/harness/stack.ts'
import {
  makeAppUser,
  makePhoneUser,
  makeSubject,
  many,
  sessionsOf,
  eventsOf,
  startRace,
  tally,
} from './racers.ts'

const MANY = 500

let stack: Stack
beforeAll(async () => {
  stack = await startRace()
})
afterAll(() => stack?.close())

describe('five hundred at once over two processes: one gets in', () => {
  const expectOne = (replies: Reply[]) => {
    const { done, step_not_expected: late = 0, ...rest } = tally(replies)
    expect([done, rest]).toEqual([1, {}])
    expect(late).toBeGreaterThan(MANY / 4)
  }

  it('with one code of the app, in one login', async () => {
    const person = await makeAppUser(stack)
    const login = await person.begin()
    const code = codeOfApp(person.secret)
    expectOne(await many(MANY, () => login.answer(code)))
    expect(await sessionsOf(stack, person.accountId)).toBe(2)
  })

  it('with one code of the app, in fifty logins', async () => {
    const person = await makeAppUser(stack)
    const logins = await many(50, person.begin)
    const code = codeOfApp(person.secret)
    const counts = tally(await many(MANY, (index) => logins[index % 50]!.answer(code)))
    expect(counts['done']).toBe(1)
    expect(counts['code_incorrect'] ?? 0).toBeLessThanOrEqual(19)
    expect(await sessionsOf(stack, person.accountId)).toBe(2)
  })

  it('with one recovery code, in fifty logins', async () => {
    const person = await makeAppUser(stack)
    const made = await stack.call('POST', '/v1/me/recovery-codes', undefined, { token: person.token })
    const [code = ''] = made.body['codes'] as string[]
    const logins = await many(50, async () => {
      const login = await person.begin()
      await login.post('factor', { factor: 'recovery_code' })
      return login
    })
    const counts = tally(await many(MANY, (index) => logins[index % 50]!.answer(code)))
    expect(counts['done']).toBe(1)
    expect(await sessionsOf(stack, person.accountId)).toBe(2)
    expect(await eventsOf(stack, person.accountId)).toMatchObject({ recovery_code_used: 1 })
  })

  it('with one PIN, in one login', async () => {
    const { begin, first } = await makeSubject(stack, 'by_pin')
    await first.post('pin', { pin: '728163', pin_confirmation: '728163' })
    const login = await begin()
    const counts = tally(await many(MANY, () => login.answer('728163')))
    expect(counts['done']).toBe(1)
    expect(Object.keys(counts).filter((word) => word !== 'done' && word !== 'step_not_expected')).toEqual([])
  })

  it('with one code by text, in one login', async () => {
    const person = await makePhoneUser(stack, 'by_sms')
    const login = await person.begin()
    const code = await stack.phones.codeOf(person.phone)
    expectOne(await many(MANY, () => login.answer(code)))
    expect(await sessionsOf(stack, person.accountId)).toBe(2)
  })

  it('with one choice of a profile', async () => {
    const username = 'racer@planning.example.org'
    const one = await addAccount(stack, { username, user_type: 'by_totp' })
    const two = await addAccount(stack, { username, user_type: 'by_pin', password: undefined })
    const ids = [one.accountId, two.accountId]
    const login = await open(stack, { username, password: PASSWORD })
    const replies = await many(MANY, (index) => login.post('profile', { account_id: ids[index % 2] }))
    const { step_not_expected: late = 0, ...taken } = tally(replies)
    expect(Object.values(taken)).toEqual([1])
    expect(late).toBeGreaterThan(MANY / 4)
    const [action] = Object.keys(taken)
    expect((await login.read()).body.next.action).toBe(action)
  })
})
