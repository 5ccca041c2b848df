/**
 * What people are told beside their codes, as they meet it.
 */
import { afterAll, beforeAll, expect, it } from 'vitest'
import { freshPhone } from '#test/harness/fresh-phone.ts'
import { startStack } from '#test/harness/stack.ts'
import type { Stack } from '#test/harness/stack.ts'
import { until } from '#test/harness/until.ts'
import { openLab, PASSWORD } from './me/me-lab.ts'
import type { Lab } from './me/me-lab.ts'

let stack: Stack
let lab: Lab
beforeAll(async () => {
  stack = await startStack()
  lab = openLab(stack)
})
afterAll(async () => {
  await lab?.close()
  await stack?.close()
})

/** Waits until a phone has got so many notices, and gives them, oldest first. */
const noticesOn = (phone: string, count: number) =>
  until(`${count} notices on ${phone}`, async () => {
    const texts = (await stack.phones.texts(phone)).filter(({ body }) => !/\d{6}/.test(body))
    return texts.length >= count && texts.map(({ body }) => body).toReversed()
  })

it('a new password is told at the proven number', async () => {
  const me = await lab.addPerson()
  const body = { current_password: PASSWORD, new_password: 'seven-loud-herons-rest' }
  expect((await me.call('PUT', '/v1/me/password', body)).status).toBe(200)
  expect(await noticesOn(me.phone, 1)).toEqual([
    'Riverside Clinic: The password of your account has been changed. Not you? Contact us at once.',
  ])
})

it('a change of number is told to the old and the new one, at request and at completion', async () => {
  const me = await lab.addPerson()
  const phone = freshPhone()
  expect((await me.call('POST', '/v1/me/phone', { phone })).status).toBe(202)
  const requested =
    'Riverside Clinic: Someone asked to change the phone number of your account. Not you? Sign in and stop it, or contact us.'
  // The new number is told of the request by the text that brings its code.
  expect(await noticesOn(me.phone, 1)).toEqual([requested])
  await me.call('POST', '/v1/me/phone/checks', { code: await stack.phones.codeOf(phone) })
  const changed =
    'Riverside Clinic: The phone number of your account has been changed. Not you? Contact us at once.'
  expect([await noticesOn(me.phone, 2), await noticesOn(phone, 1)]).toEqual([[requested, changed], [changed]])
})

it('a forgotten password is set anew with the link of the mail, once', async () => {
  const email = 'mara@example.org'
  const { username } = await lab.addPerson({ email })
  const asked = await stack.call('POST', '/v1/password-resets', { username })
  expect(asked.status).toBe(202)
  const mail = await until('a mail', async () => {
    const answer = await fetch(`${stack.phones.baseUrl}/mailboxes/${email}/messages`)
    return ((await answer.json()) as { text: string }[])[0]
  })
  const link = /^(https?:\S+)$/m.exec(mail.text)![1]!
  const body = { token: new URL(link).searchParams.get('token'), new_password: 'nine-slow-herons-fly' }
  expect((await stack.call('POST', '/v1/password-resets/confirm', body)).status).toBe(200)
  expect((await stack.call('POST', '/v1/password-resets/confirm', body)).body.code).toBe('reset_link_invalid')
})
