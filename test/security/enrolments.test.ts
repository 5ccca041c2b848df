/**
 * security.md TOT-1, TOT-4: an app's secret is shown to whoever sets it up, and to nobody who only knows the password.
 */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { codeOfApp, openLab, PASSWORD } from '#test/api/me/me-lab.ts'
import type { Lab } from '#test/api/me/me-lab.ts'
import type { Body } from '#test/harness/http-client.ts'
import { startStack } from '#test/harness/stack.ts'
import type { Stack } from '#test/harness/stack.ts'

let stack: Stack
let lab: Lab

beforeAll(async () => {
  stack = await startStack({ workers: 0 })
  lab = openLab(stack)
  await stack.call('PUT', '/v1/policies/app_only', { required: true, factors: ['totp'] })
  await stack.call('PUT', '/v1/policies/pin_only', { required: true, factors: ['pin'] })
})
afterAll(async () => {
  await lab?.close()
  await stack?.close()
})

type Person = Awaited<ReturnType<Lab['addPerson']>>
const addPerson = (userType = 'app_only') =>
  lab.addPerson({ userType, phone: null }, { amr: ['pwd'], enrollOnly: true })

async function start({ username }: Person): Promise<Body> {
  return (await stack.call('POST', '/v1/logins', { username, password: PASSWORD })).body
}
const answer = (login: Body, code: string) => stack.call('POST', `/v1/logins/${login.id}/answer`, { code })
const read = async (login: Body) => (await stack.call('GET', `/v1/logins/${login.id}`)).body

describe('a secret that is being set up', () => {
  it('is another one in each login, and stays the same within one', async () => {
    const me = await addPerson()
    const [one, two] = [await start(me), await start(me)]
    expect(one.next.action).toBe('enroll_totp')
    expect(one.next.secret).not.toBe(two.next.secret)
    expect((await read(one)).next.secret).toBe(one.next.secret)
    expect((await read(two)).next.secret).toBe(two.next.secret)
  })

  it('of a login is confirmed in that login alone, and then closes the others', async () => {
    const me = await addPerson()
    const [mine, theirs] = [await start(me), await start(me)]
    expect((await answer(mine, codeOfApp(theirs.next.secret))).status).toBe(422)
    expect((await answer(mine, codeOfApp(mine.next.secret))).body.next.action).toBe('done')
    const late = await answer(theirs, codeOfApp(theirs.next.secret))
    expect(late.status).toBeGreaterThanOrEqual(400)
    expect((await read(theirs)).next.action).not.toBe('enroll_totp')
    const anew = await start(me)
    expect(anew.next.action).toBe('enter_totp')
    expect((await answer(anew, codeOfApp(theirs.next.secret, 1))).status).toBe(422)
  })

  it('of a session is shown in no login, and a login does not get in its way', async () => {
    const me = await addPerson()
    const { body } = await me.call('POST', '/v1/me/totp', {})
    const login = await start(me)
    expect(login.next.secret).not.toBe(body['secret'])
    await read(login)
    const code = codeOfApp(String(body['secret']))
    expect(
      (await me.call('POST', '/v1/me/totp/confirm', { code: codeOfApp(login.next.secret) })).status,
    ).toBe(422)
    expect((await me.call('POST', '/v1/me/totp/confirm', { code })).status).toBe(200)
  })

  it('of one session is not confirmed by another that never saw it', async () => {
    const me = await addPerson()
    const other = await lab.logIn(me, { amr: ['pwd'], enrollOnly: true })
    const { body: first } = await me.call('POST', '/v1/me/totp', {})
    const { body: second } = await other.call('POST', '/v1/me/totp', {})
    expect(second['secret']).not.toBe(first['secret'])
    const taken = await me.call('POST', '/v1/me/totp/confirm', { code: codeOfApp(String(first['secret'])) })
    expect(taken.status).toBe(422)
  })
})

describe('a PIN that is being set up', () => {
  it('is taken from one login; the other asks for it', async () => {
    const me = await addPerson('pin_only')
    const [mine, theirs] = [await start(me), await start(me)]
    expect(mine.next.action).toBe('enroll_pin')
    const set = (login: Body, pin: string) =>
      stack.call('POST', `/v1/logins/${login.id}/pin`, { pin, pin_confirmation: pin })
    expect((await set(mine, '402917')).body.next.action).toBe('done')
    expect((await set(theirs, '718293')).status).toBe(409)
    expect((await read(theirs)).next.action).toBe('enter_pin')
  })
})
