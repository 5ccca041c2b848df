/**
 * security.md ATT-6: a lock is judged at the finishing door. Whatever was open before it, the right answer is refused.
 */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { codeOfApp, openLab, wrongCodeOf } from '#test/api/me/me-lab.ts'
import type { Lab } from '#test/api/me/me-lab.ts'
import { readId } from '#core/ids.ts'
import { answerPhone, pressAndListen } from '#test/harness/answer-phone.ts'
import type { Body } from '#test/harness/http-client.ts'
import { makePerson as makeRegistered } from '#test/harness/people.ts'
import { startStack } from '#test/harness/stack.ts'
import type { Stack } from '#test/harness/stack.ts'
import { openCodes } from './routes.ts'

const PIN = '402917'
const TYPES = { locked_press: 'press_1', locked_match: 'match_digits', locked_spoken: 'spoken_code' }

let stack: Stack
let lab: Lab
let codeOf: (verification: string) => Promise<string>

beforeAll(async () => {
  stack = await startStack({ speed: 5 })
  lab = openLab(stack)
  codeOf = openCodes(stack)
  const rule = { required: true, factors: ['sms', 'call', 'totp', 'pin'], ask_factor: true }
  for (const [type, default_call_mode] of Object.entries(TYPES))
    await stack.call('PUT', `/v1/policies/${type}`, { ...rule, default_call_mode })
})
afterAll(async () => {
  await lab?.close()
  await stack?.close()
})

async function makePerson(userType = 'locked_press') {
  const person = await lab.addPerson({ totp: true, pin: PIN, userType })
  const { body } = await person.call('POST', '/v1/me/recovery-codes', {})
  return { ...person, codes: body['codes'] as string[] }
}
type Person = Omit<Awaited<ReturnType<typeof makePerson>>, 'codes'>

/** Somebody whose number was proven by a code, so that a key alone may confirm a login. */
async function registerPerson(userType: string): Promise<Person> {
  const { phone, token, username } = await makeRegistered(stack, {
    user_type: userType,
    username: `caller-${userType}`,
  })
  const call: Person['call'] = (method, path, body) => stack.call(method, path, body, { token })
  const { body } = await call('POST', '/v1/me/totp', {})
  const secret = String(body['secret'])
  const confirmed = await call('POST', '/v1/me/totp/confirm', { code: codeOfApp(secret, -1) })
  const account = confirmed.body.account.id
  return {
    ...(await lab.logIn(atOf(account))),
    ...atOf(account),
    phone,
    username,
    secret,
    account,
    credentialId: '',
  }
}

const atOf = (account: string) => ({ tenantId: stack.tenant.id, accountId: readId('acc', account) ?? '' })

async function open(person: Person, factor: string): Promise<Body> {
  const { username } = person
  const { body } = await stack.call('POST', '/v1/logins', { username, password: 'four-quiet-herons' })
  await stack.call('POST', `/v1/logins/${body.id}/factor`, { factor })
  return (await stack.call('GET', `/v1/logins/${body.id}`)).body
}

const answer = (login: Body, code: string) => stack.call('POST', `/v1/logins/${login.id}/answer`, { code })
const read = async (login: Body) => (await stack.call('GET', `/v1/logins/${login.id}`)).body

/** Ten wrong answers in two other logins. */
async function lock(person: Person): Promise<void> {
  for (const login of [await open(person, 'totp'), await open(person, 'totp')])
    for (let tries = 0; tries < 5; tries++) await answer(login, wrongCodeOf(person.secret))
}

/** Those after the registration's own. */
async function countFinished(person: Person): Promise<number> {
  const finished = await lab.eventsOf(person.accountId, 'login_finished')
  return finished.length - (await lab.eventsOf(person.accountId, 'registered')).length
}

/** How the right answer is found for each way in. */
const RIGHT: Record<string, (person: Person & { codes: string[] }, login: Body) => Promise<string> | string> =
  {
    sms: (_person, { next }) => codeOf(next.verification?.id ?? ''),
    totp: ({ secret }) => codeOfApp(secret),
    pin: () => PIN,
    recovery_code: ({ codes }) => codes[0] ?? '',
  }

describe('a lock that another login brought about', () => {
  it.each(Object.keys(RIGHT))('refuses the right answer by %s, which then is not used up', async (factor) => {
    const person = await makePerson()
    const login = await open(person, factor)
    const right = (await RIGHT[factor]?.(person, login)) ?? ''
    await lock(person)
    const refused = await answer(login, right)
    expect([refused.status, refused.body.code]).toEqual([409, 'step_not_expected'])
    expect((await read(login)).next).toMatchObject({ action: 'contact_support', reason: 'too_many_wrong' })
    expect(await countFinished(person)).toBe(0)
    await stack.database.query('update accounts set locked_until = null where id = $1', [person.accountId])
    const after = await answer(login, factor === 'totp' ? codeOfApp(person.secret) : right)
    expect([after.status, after.body.next?.action]).toEqual([200, 'done'])
  })

  it('refuses the right code that was said in a call', async () => {
    const person = await makePerson('locked_spoken')
    const login = await open(person, 'call')
    const right = await codeOf(login.next.verification?.id ?? '')
    await lock(person)
    expect((await answer(login, right)).body.code).toBe('step_not_expected')
    expect(await countFinished(person)).toBe(0)
  })

  it.each(['locked_press', 'locked_match'])(
    'refuses the right key in a call (%s), also once it is over',
    async (type) => {
      const person = await registerPerson(type)
      const login = await open(person, 'call')
      expect(login.next.action).toBe('answer_call')
      const key = login.next.verification?.match_digits ?? '1'
      await answerPhone(stack, person.phone)
      await lock(person)
      await pressAndListen(stack, person.phone, key)
      expect((await read(login)).next.action).toBe('contact_support')
      await stack.database.query('update accounts set locked_until = null where id = $1', [person.accountId])
      expect((await read(login)).next.action).not.toBe('done')
      expect(await countFinished(person)).toBe(0)
    },
  )

  it('keeps out whoever starts anew, goes back, chooses or steps up', async () => {
    const person = await makePerson()
    const login = await open(person, 'totp')
    await lock(person)
    for (const [step, body] of [
      ['back', {}],
      ['factor', { factor: 'sms' }],
      ['code', {}],
      ['skip', {}],
    ] as const)
      expect((await stack.call('POST', `/v1/logins/${login.id}/${step}`, body)).status, step).toBe(409)
    const anew = await open(person, 'sms')
    expect(anew.next.action).toBe('contact_support')
    const steppedUp = await person.call('POST', '/v1/me/step-up', {})
    expect(steppedUp.body.next.action).toBe('contact_support')
  })

  it('ends nothing that the password was not shown for: guesses without it lock nobody', async () => {
    const person = await makePerson()
    const login = await open(person, 'totp')
    const { username } = person
    for (let tries = 0; tries < 12; tries++)
      await stack.call('POST', '/v1/logins', { username, password: `five-loud-herons-${tries}` })
    expect((await answer(login, codeOfApp(person.secret))).body.next.action).toBe('done')
  })
})
