import { afterAll, beforeAll, expect, it } from 'vitest'
import { freshPhone } from '#test/harness/fresh-phone.ts'
import { startStack } from '#test/harness/stack.ts'
import type { Stack } from '#test/harness/stack.ts'
import { until } from '#test/harness/until.ts'
import { expectPage, readable, startPortal } from './lab.ts'
import type { PortalLab } from './lab.ts'

let stack: Stack
let lab: PortalLab
beforeAll(async () => {
  stack = await startStack()
  lab = await startPortal(stack)
})
afterAll(async () => {
  await lab?.close()
  await stack?.close()
})

const EMAIL = 'anna@example.org'
type Mail = { text?: string; body?: string }

async function linkOf(): Promise<string> {
  const mail = await until('the mail', async () => {
    const [newest] = (await (
      await fetch(`${stack.phones.baseUrl}/mailboxes/${EMAIL}/messages`)
    ).json()) as Mail[]
    return newest
  })
  return /\/portal(\/reset\?token=[\w-]+)/.exec(JSON.stringify(mail))![1]!
}

it('sends a link, takes its token out of the address at once, and sets the password once', async () => {
  const person = { username: 'anna', password: 'four-quiet-herons', phone: freshPhone(), email: EMAIL }
  expect((await stack.call('POST', '/v1/registrations', person)).status).toBe(201)
  const asking = lab.visit()
  await asking.get('/reset')
  expectPage(await asking.post('/reset', { username: 'anna' }), 'Check your e-mail')
  expectPage(await asking.get('/reset/sent'), 'Check your e-mail')
  const link = await linkOf()

  const visitor = lab.visit()
  const first = await visitor.request(`/portal${link}`)
  expect([first.status, first.headers.get('location')]).toEqual([303, '/portal/reset/new'])
  expect(first.headers.get('referrer-policy')).toBe('no-referrer')
  expect(first.headers.getSetCookie()[0]).toMatch(/Max-Age=900; HttpOnly; SameSite=Lax/)
  const form = await visitor.get('/reset/new')
  expectPage(form, 'Choose a new password')
  expect(form.html).not.toContain(link.slice(-20))
  const weak = await visitor.post('/reset/new', { password: 'password1' })
  expect([weak.status, readable(weak.html).includes('There is a problem')]).toEqual([422, true])
  const set = await visitor.post('/reset/new', { password: 'five-loud-badgers' })
  expect(readable(set.html)).toContain('Your new password works')
  expect(visitor.cookies.has('keypad_reset')).toBe(false)

  const again = lab.visit()
  await again.get(link)
  const dead = await again.post('/reset/new', { password: 'six-slow-otters' })
  expectPage(dead, 'This link no longer works', 410)
})

it('says the same for a name that nobody has', async () => {
  const visitor = lab.visit()
  await visitor.get('/reset')
  expectPage(await visitor.post('/reset', { username: 'nobody' }), 'Check your e-mail')
})
