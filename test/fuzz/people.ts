/**
 * People for the fuzzer: some whom it may treat as it likes, and some who each stand before one step, with the request
 * that surely takes it. Nobody's password is hashed where it is not needed: most are people of a portal.
 */
import { unseal } from '#core/key-ring.ts'
import type { KeyRing } from '#core/key-ring.ts'
import { readId } from '#core/ids.ts'
import { newUuid } from '#core/new-id.ts'
import { makeResetToken } from '#api/me/reset-token.ts'
import { openDatabase } from '#db/client.ts'
import { insertReset } from '#db/password-resets.ts'
import { TOTP } from 'otpauth'
import type { Body } from '#test/harness/http-client.ts'
import type { Stack } from '#test/harness/stack.ts'

/** Something with an id, and the token that opens it. */
export type Thing = { id: string; secret: string }

/** A request that succeeds the first time that it is made. */
export type Sure = { path: string; token: string; body: () => unknown }

export type People = {
  logins: Thing[]
  sessions: Thing[]
  accounts: Thing[]
  organizations: Thing[]
  /** By method and address as the document writes them. */
  sure: Map<string, Sure[]>
}

type Person = { subject: string; type: string; token: string; sessionId: string; accountId: string }

const PASSWORD = 'four-quiet-herons'
const RULES = {
  fuzz_sms: { required: true, factors: ['sms'] },
  fuzz_pin: { required: true, factors: ['pin'] },
  fuzz_any: { required: true, factors: ['sms', 'call', 'totp', 'pin'], ask_factor: true },
  fuzz_free: { required: false, factors: ['sms'] },
}
const nothing = () => ({})

/** Makes them, `each` so many for every step, and twelve for everything. */
export async function gatherPeople(stack: Stack, ring: KeyRing, each: number): Promise<People> {
  const { call } = stack
  const key = stack.tenant.secretKey
  const people: People = { logins: [], sessions: [], accounts: [], organizations: [], sure: new Map() }
  let made = 0
  const phones = new Map<string, string>()
  const freshPhone = () => `+3162${1_000_000 + made++}`
  for (const [type, rule] of Object.entries(RULES)) await call('PUT', `/v1/policies/${type}`, rule)
  for (const country of ['NL', 'GB']) {
    const { body } = await call('POST', '/v1/organizations', { name: 'Riverside', country })
    people.organizations.push({ id: body.id, secret: key })
  }
  for (let n = 0; n < 12; n++) {
    const person = await prove('fuzz_sms')
    people.sessions.push({ id: person.sessionId, secret: person.token })
    people.accounts.push({ id: person.accountId, secret: key })
    const login = await start(person.type, person.subject)
    people.logins.push({ id: login.id, secret: login.client_secret })
  }
  addFirsts()
  for (let n = 0; n < each; n++) {
    await standBeforeLoginSteps()
    await standBeforeOwnSteps()
    await standBeforePasswords(n)
  }
  return people

  /** What a random body gets right too seldom. */
  function addFirsts(): void {
    const whole = (method: string, template: string, path: string, body: object) =>
      add(`${method} ${template}`, { path, token: key, body: () => body })
    const named = { username: 'fuzz-first', password: PASSWORD, phone: freshPhone() }
    whole('POST', '/v1/registrations', '/v1/registrations', named)
    const doctor = { username: 'fuzz-doctor', display_name: 'Mara Visser', user_type: 'doctor' }
    whole('POST', '/v1/accounts', '/v1/accounts', doctor)
    whole('PUT', '/v1/policies/{user_type}', '/v1/policies/nurse', {})
    whole('POST', '/v1/policy-previews', '/v1/policy-previews', { user_type: 'nurse', rule: {} })
    const days = '/v1/deliveries/summary?from=2026-11-01&to=2026-11-02'
    whole('GET', '/v1/deliveries/summary', days, {})
    const [organization] = people.organizations
    const path = `/v1/organizations/${organization?.id}/policies/nurse`
    whole('PUT', '/v1/organizations/{id}/policies/{user_type}', path, {})
  }

  async function start(type: string, subject = `fuzz-${made++}`): Promise<Body> {
    const { body } = await call('POST', '/v1/logins', {
      ...{ subject_id: subject, password_checked: true, user_type: type, phone: phoneOf(subject) },
    })
    return body
  }

  /** The number that the portal has on file for somebody. */
  function phoneOf(subject: string): string {
    const phone = phones.get(subject) ?? freshPhone()
    phones.set(subject, phone)
    return phone
  }

  /** Somebody whose phone is proven, with a session that has just shown it. */
  async function prove(type: string): Promise<Person> {
    const subject = `fuzz-${made++}`
    const begun = await start('fuzz_sms', subject)
    const done = await answer(begun.id, await act(begun.id, 'phone'))
    const { token } = done.next.session
    const me = await call('GET', '/v1/me', undefined, { token })
    const session = me.body['session'] as { id: string }
    return { subject, type, token, sessionId: session.id, accountId: me.body.account.id }
  }

  async function act(login: string, step: string, body: unknown = {}): Promise<Body> {
    return (await call('POST', `/v1/logins/${login}/${step}`, body)).body
  }

  async function answer(login: string, asked: Body): Promise<Body> {
    return act(login, 'answer', { code: await codeOf(asked.next.verification) })
  }

  async function codeOf(verification: Body | null): Promise<string> {
    const id = readId('ver', verification?.id ?? '')
    const [row] = await stack.database.query<{ code_sealed: string }>(
      `select code_sealed from verifications where id = '${id}'`,
    )
    return unseal(ring, row?.code_sealed ?? '', `code ${id}`) ?? ''
  }

  function add(template: string, sure: Sure): void {
    people.sure.set(template, [...(people.sure.get(template) ?? []), sure])
  }

  function addStep(step: string, login: Body, body: () => unknown): void {
    const path = `/v1/logins/${login.id}/${step}`
    add(`POST /v1/logins/{id}/${step}`, { path, token: login.client_secret ?? key, body })
  }

  function addOwn(method: string, act: string, { token }: Person, body: () => unknown): void {
    add(`${method} /v1/me/${act}`, { path: `/v1/me/${act}`, token, body })
  }

  async function standBeforeLoginSteps(): Promise<void> {
    addStep('phone', await start('fuzz_sms'), nothing)
    const entering = await start('fuzz_sms')
    const code = await codeOf((await act(entering.id, 'phone')).next.verification)
    addStep('answer', entering, () => ({ code }))
    addStep('pin', await start('fuzz_pin'), () => ({ pin: '402917', pin_confirmation: '402917' }))
    addStep('back', await start('fuzz_sms', (await prove('fuzz_sms')).subject), nothing)
    await standBeforeChoice()
    await standBeforeSkip()
  }

  async function standBeforeChoice(): Promise<void> {
    const person = await prove('fuzz_sms')
    const token = person.token
    const { body } = await call('POST', '/v1/me/totp', {}, { token })
    await call('POST', '/v1/me/totp/confirm', { code: codeOfApp(body['secret']) }, { token })
    await call('PATCH', `/v1/accounts/${person.accountId}`, { factor_override: 'required' })
    await call('POST', '/v1/me/recovery-codes', {}, { token })
    addStep('factor', await start('fuzz_any', person.subject), () => ({ factor: 'recovery_code' }))
  }

  async function standBeforeSkip(): Promise<void> {
    const person = await prove('fuzz_sms')
    await call('POST', '/v1/me/phone', { phone: freshPhone() }, { token: person.token })
    const { body } = await call('POST', '/v1/logins', { subject_id: person.subject, password_checked: true })
    await answer(body.id, body)
    addStep('skip', body, nothing)
  }

  async function standBeforeOwnSteps(): Promise<void> {
    const [checking, sending, dropping, confirming, disabling] = [
      ...[await change(), await change(), await change()],
      ...[await setUpApp(), await setUpApp()],
    ] as const
    const code = await codeOf(checking.verification)
    addOwn('POST', 'phone/checks', checking.person, () => ({ code }))
    const sent = readId('ver', sending.verification.id)
    await stack.database.query(`update verifications set resend_at = now() where id = '${sent}'`)
    addOwn('POST', 'phone/sends', sending.person, nothing)
    addOwn('DELETE', 'phone/pending', dropping.person, () => undefined)
    addOwn('POST', 'totp/confirm', confirming.person, () => ({ code: codeOfApp(confirming.secret) }))
    const { token } = disabling.person
    await call('POST', '/v1/me/totp/confirm', { code: codeOfApp(disabling.secret) }, { token })
    addOwn('POST', 'totp/disable', disabling.person, () => ({ code: codeOfApp(disabling.secret, 30) }))
    const leaving = await prove('fuzz_sms')
    const path = `/v1/me/sessions/${leaving.sessionId}`
    add('DELETE /v1/me/sessions/{id}', { path, token: leaving.token, body: () => undefined })
    addOwn('POST', 'totp', await prove('fuzz_sms'), nothing)
    const changing = await prove('fuzz_sms')
    addOwn('POST', 'phone', changing, () => ({ phone: freshPhone() }))
    addOwn('PUT', 'pin', await prove('fuzz_sms'), () => ({ pin: '402917', pin_confirmation: '402917' }))
    addOwn('POST', 'recovery-codes', await prove('fuzz_sms'), nothing)
  }

  async function change(): Promise<{ person: Person; verification: Body }> {
    const person = await prove('fuzz_sms')
    const { body } = await call('POST', '/v1/me/phone', { phone: freshPhone() }, { token: person.token })
    return { person, verification: body.verification }
  }

  async function setUpApp(): Promise<{ person: Person; secret: unknown }> {
    const person = await prove('fuzz_sms')
    const { body } = await call('POST', '/v1/me/totp', {}, { token: person.token })
    return { person, secret: body['secret'] }
  }

  /** People with a username: the only ones whose passwords are hashed. */
  async function standBeforePasswords(n: number): Promise<void> {
    const username = `fuzz-name-${n}`
    const register = { username, password: PASSWORD, phone: freshPhone() }
    const { body: registered } = await call('POST', '/v1/registrations', register)
    addStep('code', registered.login, nothing)
    // Under a name of their own: a new password would end a login that waits for a profile.
    const twin = { username: `fuzz-twin-${n}`, display_name: 'Two', user_type: 'patient' }
    const own = { username: twin.username, password: PASSWORD }
    await call('POST', '/v1/accounts', { ...twin, ...own })
    const other = await call('POST', '/v1/accounts', twin)
    const { body: login } = await call('POST', '/v1/logins', own)
    addStep('profile', login, () => ({ account_id: other.body.id }))
    const started = { username, password: PASSWORD }
    add('POST /v1/logins', { path: '/v1/logins', token: key, body: () => started })
    await standBeforeNewPassword(n)
    await standBeforeMembership(other.body.id)
  }

  async function standBeforeNewPassword(n: number): Promise<void> {
    const username = `fuzz-own-${n}`
    const phone = freshPhone()
    const { body } = await call('POST', '/v1/registrations', { username, password: PASSWORD, phone })
    const done = await answer(body.login.id, await act(body.login.id, 'code'))
    const changed = { current_password: PASSWORD, new_password: 'five-loud-herons' }
    const { token } = done.next.session
    add('PUT /v1/me/password', { path: '/v1/me/password', token, body: () => changed })
    await addReset(`fuzz-name-${n}`)
  }

  async function addReset(username: string): Promise<void> {
    const { token, tokenHash } = makeResetToken()
    const [row] = await stack.database.query<{ id: string }>(
      `select credential_id as id from accounts where display_name = '${username}'`,
    )
    const database = openDatabase(stack.database.url, 1)
    const reset = { id: newUuid(), credentialId: row?.id ?? '', tokenHash, lifeSeconds: 3_600 }
    await insertReset(database, stack.tenant.id, reset)
    await database.close()
    const body = () => ({ token, new_password: 'six-slow-herons-here' })
    const path = '/v1/password-resets/confirm'
    add(`POST ${path}`, { path, token: stack.tenant.publishableKey, body })
  }

  async function standBeforeMembership(accountId: string): Promise<void> {
    const [organization] = people.organizations
    const path = `/v1/accounts/${accountId}/organizations/${organization?.id}`
    const template = '/v1/accounts/{id}/organizations/{org_id}'
    add(`PUT ${template}`, { path, token: key, body: nothing })
    await call('PUT', path, {})
    add(`DELETE ${template}`, { path, token: key, body: () => undefined })
  }
}

function codeOfApp(secret: unknown, laterSeconds = 0): string {
  return new TOTP({ secret: String(secret) }).generate({ timestamp: Date.now() + laterSeconds * 1_000 })
}
