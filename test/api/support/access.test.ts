import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { addKey } from '#cli/keys.ts'
import { writeId } from '#core/ids.ts'
import { newUuid } from '#core/new-id.ts'
import { ROLES } from '#core/roles.ts'
import { openDatabase } from '#db/client.ts'
import { freshPhone } from '#test/harness/fresh-phone.ts'
import { startStack } from '#test/harness/stack.ts'
import type { Stack } from '#test/harness/stack.ts'
import { addAccount, eventsOf, logIn } from '../people/people-lab.ts'

const READS = ['', '/timeline']
const READERS = [...ROLES]
const SHOWERS = ['agent', 'lead', 'admin', 'owner']
const AUDITORS = ['auditor', 'admin', 'owner']

let stack: Stack
let other: Awaited<ReturnType<Stack['addTenant']>>
let accountId: string
const staff = new Map<string | null, { id: string; token: string }>()
beforeAll(async () => {
  stack = await startStack({ workers: 0 })
  other = await stack.addTenant()
  accountId = (await addAccount(stack, { phone: freshPhone() })).body.id
  for (const role of [...ROLES, null]) staff.set(role, await logIn(stack, role))
})
afterAll(() => stack?.close())

const path = () => `/v1/support/accounts/${accountId}`
const ask = async (method: string, address: string, body: unknown, token: string | undefined) =>
  (await stack.call(method, address, body, { token: token ?? null })).status

async function keyWith(scopes: string[]): Promise<string> {
  const database = openDatabase(stack.database.url, 1)
  const { token } = await addKey(database, { tenantId: stack.tenant.id, kind: 'secret', scopes, origins: [] })
  await database.close()
  return token
}

describe.each([...ROLES, null])('a session with the role %s', (role) => {
  const statusFor = (allowed: readonly string[]) => (role !== null && allowed.includes(role) ? 200 : 403)

  it('reads people exactly if it is staff', async () => {
    const token = staff.get(role)?.token
    expect(await ask('GET', '/v1/support/accounts?q=x', undefined, token)).toBe(statusFor(READERS))
    for (const read of READS)
      expect(await ask('GET', path() + read, undefined, token)).toBe(statusFor(READERS))
  })

  it('sees a number in full only where it may help', async () => {
    const token = staff.get(role)?.token
    expect(await ask('POST', `${path()}/show-number`, { reason: 'call back' }, token)).toBe(
      statusFor(SHOWERS),
    )
  })

  it('reads the audit trail only where it may audit', async () => {
    const token = staff.get(role)?.token
    for (const read of ['', '/export', '/verify'])
      expect(await ask('GET', `/v1/audit${read}`, undefined, token)).toBe(statusFor(AUDITORS))
  })
})

describe('a key', () => {
  it('needs the scope `support` for people and `admin` for the audit trail', async () => {
    const support = await keyWith(['support'])
    const admin = await keyWith(['admin'])
    const neither = await keyWith(['verify', 'accounts'])
    const tokens = [support, admin, neither, stack.tenant.publishableKey]
    for (const read of READS)
      expect(await Promise.all(tokens.map((token) => ask('GET', path() + read, undefined, token)))).toEqual([
        ...[200, 403, 403, 403],
      ])
    for (const read of ['', '/export', '/verify'])
      expect(
        await Promise.all(tokens.map((token) => ask('GET', `/v1/audit${read}`, undefined, token))),
      ).toEqual([403, 200, 403, 403])
  })

  it('is refused without one, and with one that may only set up a factor', async () => {
    expect(await ask('GET', path(), undefined, undefined)).toBe(401)
    const half = await logIn(stack, 'agent', true)
    const reply = await stack.call('GET', path(), undefined, { token: half.token })
    expect([reply.status, reply.body.code]).toEqual([403, 'enroll_first'])
  })
})

describe('what belongs to another tenant', () => {
  it('is not found, alike for ids that nobody has, and nobody is noted as looked up', async () => {
    const before = await stack.database.query('select count(*) from events')
    for (const id of [accountId, writeId('acc', newUuid()), 'acc_nothing'])
      for (const [method, rest] of [
        ['GET', ''],
        ['GET', '/timeline'],
        ['POST', '/show-number'],
      ] as const) {
        const body = method === 'POST' ? { reason: 'x' } : undefined
        const asked = { token: other.secretKey }
        const reply = await stack.call(method, `/v1/support/accounts/${id}${rest}`, body, asked)
        expect([reply.status, reply.body.code]).toEqual([404, 'not_found'])
      }
    const found = await stack.call('GET', `/v1/support/accounts?q=${accountId}`, undefined, {
      token: other.secretKey,
    })
    expect(found.body['data']).toEqual([])
    const audit = await stack.call('GET', `/v1/audit?account_id=${accountId}`, undefined, {
      token: other.secretKey,
    })
    expect(audit.body['data']).toEqual([])
    expect(await stack.database.query('select count(*) from events')).toEqual(before)
  })
})

describe('the number in full', () => {
  it('is shown with a reason that the audit trail keeps', async () => {
    const phone = freshPhone()
    const { body } = await addAccount(stack, { phone })
    const agent = staff.get('agent')!
    const reply = await stack.call(
      'POST',
      `/v1/support/accounts/${body.id}/show-number`,
      { reason: 'Asked to call back' },
      { token: agent.token },
    )
    expect([reply.status, reply.body]).toEqual([200, { phone: null, pending: phone }])
    const shown = (await eventsOf(stack, 'number_shown')).at(-1)
    expect(shown).toMatchObject({ actor: agent.id, data: { reason: 'Asked to call back' } })
    expect(JSON.stringify(shown)).not.toContain(phone.slice(-7))
  })

  it('is not shown without a reason, nor to staff who ask for their own', async () => {
    const agent = staff.get('agent')!
    const asked = { token: agent.token }
    for (const body of [undefined, {}, { reason: '' }, { reason: 'x'.repeat(501) }, { reason: 'x', more: 1 }])
      expect((await stack.call('POST', `${path()}/show-number`, body, asked)).status).toBe(400)
    const own = await stack.call(
      'POST',
      `/v1/support/accounts/${agent.id}/show-number`,
      { reason: 'x' },
      asked,
    )
    expect([own.status, own.body.code]).toEqual([403, 'own_account'])
  })
})
