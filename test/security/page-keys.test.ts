/**
 * What a publishable key, which every visitor of a portal can read, opens of somebody else's login.
 */
import { afterAll, beforeAll, expect, it } from 'vitest'
import { readId } from '#core/ids.ts'
import { openLab, PASSWORD, wrongCodeOf } from '#test/api/me/me-lab.ts'
import type { Lab } from '#test/api/me/me-lab.ts'
import type { Body } from '#test/harness/http-client.ts'
import { startStack } from '#test/harness/stack.ts'
import type { Stack } from '#test/harness/stack.ts'
import { openCodes } from './routes.ts'

let stack: Stack
let lab: Lab

beforeAll(async () => {
  stack = await startStack({ workers: 0 })
  lab = openLab(stack)
  await stack.call('PUT', '/v1/policies/app_only', { required: true, factors: ['totp'] })
})
afterAll(async () => {
  await lab?.close()
  await stack?.close()
})

type Person = Awaited<ReturnType<Lab['addPerson']>>

async function start({ username }: Person): Promise<Body> {
  return (await stack.call('POST', '/v1/logins', { username, password: PASSWORD })).body
}

/** What a visitor does who has the portal's key, and has come by the id of somebody's login. */
const visit = (method: string, { id }: Body, step = '', body?: unknown) =>
  stack.call(method, `/v1/logins/${id}${step}`, body, { token: stack.tenant.publishableKey })

it('the id of a login that is over gives nobody its session', async () => {
  const login = await start(await lab.addPerson())
  const code = await openCodes(stack)(login.next.verification?.id ?? '')
  await stack.call('POST', `/v1/logins/${login.id}/answer`, { code }, { token: login.client_secret })
  expect((await visit('GET', login)).body.next?.session?.token).toBeUndefined()
})

it('nor one that a key on the phone has just confirmed, to whoever reads first', async () => {
  const login = await start(await lab.addPerson())
  const { id } = login.next.verification ?? { id: '' }
  const approve = `update verifications set status = 'approved', code_mark = null where id = $1`
  await stack.database.query(approve, [readId('ver', id)])
  expect((await visit('GET', login)).body.next?.session?.token).toBeUndefined()
})

it('nor the secret of an app that it shows', async () => {
  const login = await start(await lab.addPerson({ phone: null, userType: 'app_only' }))
  expect(login.next.action).toBe('enroll_totp')
  expect((await visit('GET', login)).body.next?.secret).toBeUndefined()
})

it('nor a way to use up the tries of an account without its password', async () => {
  const patient = await lab.addPerson({ totp: true, userType: 'app_only' })
  for (const login of [await start(patient), await start(patient)]) {
    expect(login.next.action).toBe('enter_totp')
    for (let tries = 0; tries < 5; tries++)
      await visit('POST', login, '/answer', { code: wrongCodeOf(patient.secret) })
  }
  expect((await start(patient)).next.action).not.toBe('contact_support')
})

it('a publishable key logs in nobody by a subject, whatever else is said', async () => {
  const asked = { token: stack.tenant.publishableKey }
  const body = { subject_id: 'patient-1042', password_checked: true }
  expect((await stack.call('POST', '/v1/logins', body, asked)).status).toBe(403)
  expect((await stack.call('POST', '/v1/logins', { ...body, phone: '+31612345678' }, asked)).status).toBe(403)
  const [row] = await stack.database.query<{ made: number }>(
    `select count(*)::int as made from accounts where subject_id is not null`,
  )
  expect(row?.made).toBe(0)
})

it('a publishable key registers nobody as staff, nor as anything that the portal has not opened', async () => {
  const asked = { token: stack.tenant.publishableKey }
  const person = { username: 'somebody', password: PASSWORD, phone: '+31612345678' }
  for (const user_type of ['doctor', 'employee', 'manager'])
    expect((await stack.call('POST', '/v1/registrations', { ...person, user_type }, asked)).status).toBe(403)
  expect((await stack.call('POST', '/v1/registrations', { ...person, role: 'owner' }, asked)).status).toBe(
    400,
  )
})
