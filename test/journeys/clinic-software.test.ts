/**
 * System 4 of the issue: clinic software whose administrator requires the second step of all, with exceptions.
 */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { codeOfApp, wrongCodeOfApp } from '#test/harness/app-codes.ts'
import { freshPhone } from '#test/harness/fresh-phone.ts'
import { addAccount, open } from '#test/harness/people.ts'
import { startStack } from '#test/harness/stack.ts'
import type { Stack } from '#test/harness/stack.ts'

let stack: Stack
let [strict, loose] = ['', '']
beforeAll(async () => {
  stack = await startStack()
  const clinic = async (name: string) =>
    (await stack.call('POST', '/v1/organizations', { name, country: 'NL' })).body.id
  ;[strict, loose] = [await clinic('North'), await clinic('South')]
  const rule = { required: true, factors: ['totp'] }
  await stack.call('PUT', `/v1/organizations/${strict}/policies/employee`, rule)
})
afterAll(() => stack?.close())

const addEmployee = (clinic: string) =>
  addAccount(stack, { user_type: 'employee', organization_ids: [clinic] })
const set = async (accountId: string, factor_override: string) =>
  expect((await stack.call('PATCH', `/v1/accounts/${accountId}`, { factor_override })).status).toBe(200)
const actionOf = async (person: { username: string; password: string }) =>
  (await open(stack, person)).next.action

describe('the clinic’s rule', () => {
  it('holds for everybody of the clinic, and for nobody of another', async () => {
    expect(await actionOf(await addEmployee(strict))).toBe('enroll_totp')
    expect(await actionOf(await addEmployee(loose))).toBe('done')
  })

  it('holds for somebody of both', async () => {
    const person = await addEmployee(loose)
    expect(await actionOf(person)).toBe('done')
    await stack.call('PUT', `/v1/accounts/${person.accountId}/organizations/${strict}`)
    expect(await actionOf(person)).toBe('enroll_totp')
  })

  it('counts in the middle of a login', async () => {
    const person = await addEmployee(strict)
    const login = await open(stack, person)
    await set(person.accountId, 'exempt')
    expect((await login.read()).body.status).toBe('done')
  })
})

describe('a single person', () => {
  it('may be exempt, and back to the clinic’s default', async () => {
    const person = await addEmployee(strict)
    await set(person.accountId, 'exempt')
    expect(await actionOf(person)).toBe('done')
    await set(person.accountId, 'default')
    expect(await actionOf(person)).toBe('enroll_totp')
  })

  it('may be required where nobody else is: a text or an app', async () => {
    const person = await addEmployee(loose)
    await set(person.accountId, 'required')
    const login = await open(stack, person)
    expect(login.next).toMatchObject({ action: 'provide_phone', reason: 'missing', skippable: false })
    const phone = freshPhone()
    await login.post('phone', { phone })
    expect((await login.answer(await stack.phones.codeOf(phone))).body.status).toBe('done')
    expect(await actionOf(person)).toBe('enter_code')
  })

  it('who is exempt is still asked for the app that they switched on', async () => {
    const person = await addEmployee(strict)
    const login = await open(stack, person)
    await login.answer(codeOfApp(login.next.secret, -1))
    await set(person.accountId, 'exempt')
    const again = await open(stack, person)
    expect(again.next).toEqual({ action: 'enter_totp' })
    expect((await again.answer(codeOfApp(login.next.secret))).body.status).toBe('done')
  })
})

describe('somebody who lost the app', () => {
  const addLost = async () => {
    const person = await addEmployee(strict)
    const login = await open(stack, person)
    await login.answer(codeOfApp(login.next.secret, -1))
    return { ...person, secret: login.next.secret }
  }
  const letIn = async (accountId: string) => {
    const checks = [{ kind: 'birth_date', passed: true }]
    const body = { reason: 'New phone', identity_checks: checks }
    const made = await stack.call('POST', `/v1/support/accounts/${accountId}/bypass`, body)
    expect(made.status).toBe(201)
    return made.body.code
  }

  it('gets in once with a code, may only set up an app, and the rule stays', async () => {
    const person = await addLost()
    const code = await letIn(person.accountId)
    const login = await open(stack, person)
    expect(login.next).toEqual({ action: 'enter_bypass_code' })
    const done = await login.answer(code)
    expect(done.body.next.session).toMatchObject({
      ...{ amr: ['pwd', 'bypass'], assurance: 'single_factor', enroll_only: true },
    })
    const { token } = done.body.next.session
    expect((await stack.call('GET', '/v1/me/sessions', undefined, { token })).body.code).toBe('enroll_first')
    const again = await open(stack, person)
    expect(again.next).toEqual({ action: 'enter_totp' })
    expect((await again.answer(code)).body.code).toBe('code_malformed')
  })

  it('may go back to the app, and loses the code’s way in after five wrong ones', async () => {
    const person = await addLost()
    const code = await letIn(person.accountId)
    const login = await open(stack, person)
    const back = await login.post('back')
    expect(back.body.next).toMatchObject({
      action: 'choose_factor',
      factors: [{ factor: 'totp', hint: null }],
    })
    await login.post('factor', { factor: 'totp' })
    expect((await login.answer(codeOfApp(person.secret))).body.next.session).toMatchObject({
      enroll_only: false,
    })
    const other = await open(stack, person)
    expect(other.next).toEqual({ action: 'enter_bypass_code' })
    const wrong = code.replace(/^./, code.startsWith('C') ? 'F' : 'C')
    for (let left = 4; left >= 0; left--)
      expect((await other.answer(wrong)).body).toMatchObject({ code: 'code_incorrect', tries_left: left })
    expect((await other.read()).body.next.action).toBe('choose_factor')
    await other.post('factor', { factor: 'totp' })
    expect((await other.answer(wrongCodeOfApp(person.secret))).body.code).toBe('code_incorrect')
  })
})
