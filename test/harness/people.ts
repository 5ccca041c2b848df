/**
 * People of a stack: registered, proven and logged in over HTTP, as their portal would do it.
 */
import { expect } from 'vitest'
import { codeOfApp } from './app-codes.ts'
import { freshPhone } from './fresh-phone.ts'
import type { Body, Reply } from './http-client.ts'
import type { Stack } from './stack.ts'

export const PASSWORD = 'four-quiet-herons'

export type TestPerson = {
  username: string
  password: string
  phone: string
  accountId: string
  token: string
}

let made = 0

/** Registers somebody and proves the phone; gives a session too. */
export async function makePerson(
  stack: Stack,
  of: { username?: string; phone?: string; user_type?: string; organization_id?: string } = {},
): Promise<TestPerson> {
  const { username = `person-${++made}`, phone = freshPhone(), ...rest } = of
  const registered = await stack.call('POST', '/v1/registrations', {
    username,
    password: PASSWORD,
    phone,
    ...rest,
  })
  expect(registered.status).toBe(201)
  const path = `/v1/logins/${registered.body.login.id}`
  await stack.call('POST', `${path}/code`)
  const code = await stack.phones.codeOf(phone)
  const done = await stack.call('POST', `${path}/answer`, { code })
  const token = done.body.next?.session?.token ?? ''
  // What was sent so far is no longer of interest: tests look for the next code.
  await stack.phones.forget()
  return { username, password: PASSWORD, phone, accountId: registered.body.account.id, token }
}

/** Writes the tenant's rule for a user type. */
export async function setRule(stack: Stack, userType: string, rule: object): Promise<void> {
  expect((await stack.call('PUT', `/v1/policies/${userType}`, rule)).status).toBe(200)
}

/** Has the portal make an account, with a password; nothing is proven yet. */
export async function addAccount(
  stack: Stack,
  fields: Record<string, unknown> = {},
): Promise<{ username: string; password: string; accountId: string }> {
  const usual = {
    username: `person-${++made}`,
    password: PASSWORD,
    display_name: 'Mara Visser',
    user_type: 'patient',
  }
  const { status, body } = await stack.call('POST', '/v1/accounts', { ...usual, ...fields })
  expect(status).toBe(201)
  const username = typeof fields['username'] === 'string' ? fields['username'] : usual.username
  return { username, password: PASSWORD, accountId: body.id }
}

/** A login in somebody's browser: the page follows `next` with nothing but the login's own secret. */
export function follow(stack: Stack, login: Body) {
  const asked = { token: login.client_secret }
  const path = `/v1/logins/${login.id}`
  const post = (step: string, body?: unknown) => stack.call('POST', `${path}/${step}`, body, asked)
  return {
    ...{ id: login.id, next: login.next, post },
    read: (query = '') => stack.call('GET', path + query, undefined, asked),
    answer: (code: string) => post('answer', { code }),
  }
}

export type Browser = ReturnType<typeof follow>

/** Logs in with name and password, and follows what comes. */
export async function open(stack: Stack, person: { username: string; password: string }): Promise<Browser> {
  const started = await logIn(stack, person)
  expect(started.status).toBe(201)
  return follow(stack, started.body)
}

/** Logs somebody in whose password is enough; gives the session's token. */
export async function enter(stack: Stack, person: { username: string; password: string }): Promise<string> {
  const { next } = await open(stack, person)
  expect(next.action).toBe('done')
  return next.session.token
}

/** Switches the authenticator app on in the profile; gives its secret. Uses up the code before the present one. */
export async function switchAppOn(stack: Stack, token: string): Promise<string> {
  const { status, body } = await stack.call('POST', '/v1/me/totp', undefined, { token })
  expect(status).toBe(201)
  const secret = String(body['secret'])
  const code = codeOfApp(secret, -1)
  expect((await stack.call('POST', '/v1/me/totp/confirm', { code }, { token })).status).toBe(200)
  return secret
}

/** Starts a login with name and password. */
export function logIn(stack: Stack, person: { username: string; password: string }): Promise<Reply> {
  const { username, password } = person
  return stack.call('POST', '/v1/logins', { username, password })
}

/** A code that is surely not the right one. */
export function wrongCode(code: string): string {
  return String((Number(code) + 1) % 1_000_000).padStart(6, '0')
}
