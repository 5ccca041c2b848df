/**
 * Recovery codes, for the day the app is gone.
 */
import { afterAll, beforeAll, expect, it } from 'vitest'
import { codeOfApp } from '#test/harness/app-codes.ts'
import { addAccount, enter, open, switchAppOn } from '#test/harness/people.ts'
import { startStack } from '#test/harness/stack.ts'
import type { Stack } from '#test/harness/stack.ts'

let stack: Stack
beforeAll(async () => {
  stack = await startStack({ workers: 0 })
})
afterAll(() => stack?.close())

it('are good for one login each, down to the last one', async () => {
  const person = await addAccount(stack)
  const token = await enter(stack, person)
  const secret = await switchAppOn(stack, token)
  const made = await stack.call('POST', '/v1/me/recovery-codes', undefined, { token })
  const codes = made.body['codes'] as string[]
  expect([made.status, new Set(codes).size]).toEqual([201, 10])
  for (const code of codes) {
    const login = await open(stack, person)
    expect(login.next.factors.map(({ factor }) => factor)).toEqual(['totp', 'recovery_code'])
    await login.post('factor', { factor: 'recovery_code' })
    if (code !== codes[0]) expect((await login.answer(codes[0]!)).body.code).toBe('code_incorrect')
    const done = await login.answer(code.toLowerCase())
    expect(done.body).toMatchObject({ status: 'done', next: { session: { assurance: 'two_factor' } } })
  }
  const login = await open(stack, person)
  expect(login.next).toEqual({ action: 'enter_totp' })
  expect((await login.answer(codeOfApp(secret))).body.status).toBe('done')
})
