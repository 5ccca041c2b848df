/**
 * System 6 of the issue: a portal with users and passwords of its own; only the second step is ours.
 */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { codeOfApp } from '#test/harness/app-codes.ts'
import { freshPhone } from '#test/harness/fresh-phone.ts'
import { follow, setRule, switchAppOn } from '#test/harness/people.ts'
import { startStack } from '#test/harness/stack.ts'
import type { Stack } from '#test/harness/stack.ts'

let stack: Stack
beforeAll(async () => {
  stack = await startStack()
  await setRule(stack, 'patient', { required: true, factors: ['sms'] })
  await setRule(stack, 'carer', { factors: ['totp'] })
})
afterAll(() => stack?.close())

let count = 0
const freshSubject = () => `user-${++count}`
const start = (subject_id: string, more: object = {}, token?: string) =>
  stack.call(
    'POST',
    '/v1/logins',
    { subject_id, password_checked: true, ...more },
    token === undefined ? {} : { token },
  )
const begin = async (subject_id: string, more: object = {}) => {
  const started = await start(subject_id, more)
  expect(started.status).toBe(201)
  return follow(stack, started.body)
}
/** Somebody of the portal whose phone is proven. */
const prove = async (subject: string, phone: string, more: object = {}) => {
  const login = await begin(subject, { phone, ...more })
  await login.post('phone', { phone })
  const done = await login.answer(await stack.phones.codeOf(phone))
  expect(done.body.status).toBe('done')
  await stack.phones.forget()
  return done.body.next.session
}

describe('a portal with its own users', () => {
  it('makes the account with the first login, and knows it by the portal’s id from then on', async () => {
    const [subject, phone] = [freshSubject(), freshPhone()]
    const login = await begin(subject, { phone })
    expect(login.next).toMatchObject({ action: 'provide_phone', reason: 'unproven', skippable: false })
    expect((await login.post('phone', {})).body.next.action).toBe('enter_code')
    const done = await login.answer(await stack.phones.codeOf(phone))
    expect(done.body.next.session).toMatchObject({
      ...{
        amr: ['pwd', 'sms', 'mfa'],
        account: { subject_id: subject, username: null, user_type: 'patient' },
      },
    })
    await stack.phones.forget()
    const again = await begin(subject, { phone })
    expect(again.next).toMatchObject({ action: 'enter_code' })
    const { session } = (await again.answer(await stack.phones.codeOf(phone))).body.next
    expect(session).toMatchObject({
      account: { id: (done.body.next.session as unknown as { account: { id: string } }).account.id },
    })
  })

  it('asks for another number where the portal has a landline, or none', async () => {
    const login = await begin(freshSubject(), { phone: '020 123 4567', country: 'NL' })
    expect(login.next).toMatchObject({ action: 'provide_phone', reason: 'landline', skippable: false })
    const phone = freshPhone()
    await login.post('phone', { phone })
    expect((await login.answer(await stack.phones.codeOf(phone))).body.status).toBe('done')
    expect((await begin(freshSubject())).next).toMatchObject({ action: 'provide_phone', reason: 'missing' })
  })

  it('refuses what is no number, and makes no account then', async () => {
    const subject = freshSubject()
    const refused = await start(subject, { phone: 'ring me' })
    expect([refused.status, refused.body.code]).toEqual([422, 'phone_invalid'])
    const [row] = await stack.database.query<{ n: number }>(
      'select count(*)::int as n from accounts where subject_id = $1',
      [subject],
    )
    expect(row?.n).toBe(0)
  })

  it('keeps a number that the portal changes pending, and the proven one good', async () => {
    const [subject, old, fresh] = [freshSubject(), freshPhone(), freshPhone()]
    await prove(subject, old)
    const login = await begin(subject, { phone: fresh })
    expect(login.next.action).toBe('enter_code')
    const shown = await login.answer(await stack.phones.codeOf(old))
    expect(shown.body.next).toMatchObject({ action: 'provide_phone', reason: 'pending', skippable: true })
    const codes = (await stack.phones.texts(fresh)).filter(({ body }) => /^\d{6}/.test(body))
    expect(codes).toHaveLength(0)
    expect((await login.post('skip')).body.status).toBe('done')
  })

  it('takes no code of a number that the portal has changed since', async () => {
    const [subject, first, second] = [freshSubject(), freshPhone(), freshPhone()]
    const login = await begin(subject, { phone: first })
    await login.post('phone', {})
    const code = await stack.phones.codeOf(first)
    await start(subject, { phone: second })
    expect((await login.answer(code)).body.status).not.toBe('done')
    expect((await login.read()).body.status).toBe('pending')
  })

  it('has people who share a phone, a name and even an id in another tenant, and are never merged', async () => {
    const phone = freshPhone()
    const [one, two] = [await prove('shared-1', phone), await prove('shared-2', phone)]
    const other = await stack.addTenant()
    const theirs = await start('shared-1', { phone }, other.secretKey)
    const ids = [one, two].map((session) => (session as unknown as { account: { id: string } }).account.id)
    expect(new Set(ids).size).toBe(2)
    expect(theirs.body.next.action).toBe('done')
    const mine = await stack.call('POST', '/v1/sessions/introspect', { token: one.token })
    expect(mine.body).toMatchObject({
      active: true,
      account: { subject_id: 'shared-1' },
      assurance: 'two_factor',
    })
    const token = theirs.body.next.session.token
    expect((await stack.call('POST', '/v1/sessions/introspect', { token })).body).toMatchObject({
      active: false,
    })
  })

  it('lets a person switch the app on in the profile', async () => {
    const subject = freshSubject()
    const first = await begin(subject, { user_type: 'carer' })
    expect(first.next.action).toBe('done')
    const secret = await switchAppOn(stack, first.next.session.token)
    const login = await begin(subject)
    expect(login.next).toEqual({ action: 'enter_totp' })
    expect((await login.answer(codeOfApp(secret))).body.status).toBe('done')
  })
})

describe('that the password was checked', () => {
  it('is for the portal’s back end to say, and must be said', async () => {
    const refused = await start('anybody', {}, stack.tenant.publishableKey)
    expect([refused.status, refused.body.code]).toEqual([403, 'not_allowed'])
    for (const body of [
      { password_checked: false },
      { password_checked: 'true' },
      { password_checked: undefined },
    ])
      expect((await start('anybody', body)).body.code).toBe('request_invalid')
    const both = { username: 'anybody', password: 'four-quiet-herons' }
    expect((await start('anybody', both)).body.code).toBe('request_invalid')
  })

  it('makes one account of many first logins at once', async () => {
    const subject = freshSubject()
    const started = await Promise.all(
      Array.from({ length: 20 }, () => start(subject, { user_type: 'carer' })),
    )
    expect(started.map(({ status }) => status)).toEqual(Array(20).fill(201))
    const ids = started.map(
      ({ body }) => (body.next.session as unknown as { account: { id: string } }).account.id,
    )
    expect(new Set(ids).size).toBe(1)
  })
})
