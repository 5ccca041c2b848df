import { afterAll, beforeAll, expect, it } from 'vitest'
import { startStack } from '#test/harness/stack.ts'
import type { Stack } from '#test/harness/stack.ts'
import { tokenOf } from './lab.ts'

let stack: Stack
beforeAll(async () => {
  stack = await startStack({ processes: true, apis: 0, workers: 0 })
})
afterAll(() => stack?.close())

it('stands beside the API once it has a key, and nowhere else', async () => {
  const without = await stack.addApi()
  expect((await fetch(`${without}/portal/sign-in`)).status).toBe(404)
  Object.assign(stack.env, {
    KEYPAD_PORTAL_KEY: stack.tenant.secretKey,
    KEYPAD_PORTAL_NAME: 'Riverside Clinic',
  })
  const url = await stack.addApi()
  const page = await fetch(`${url}/portal/sign-in`)
  const cookie = page.headers.getSetCookie()[0]!.split(';')[0]!
  const html = await page.text()
  expect(html).toContain('<title>Sign in – Riverside Clinic</title>')
  const form = { form_token: tokenOf(html), username: 'nobody', password: 'four-quiet-herons' }
  const headers = { cookie, 'sec-fetch-site': 'same-origin' }
  const refused = await fetch(`${url}/portal/sign-in`, {
    method: 'POST',
    body: new URLSearchParams(form),
    headers,
  })
  expect(refused.status).toBe(422)
  expect(await refused.text()).toContain('The username or the password is not right')
})
