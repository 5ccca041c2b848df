import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { PEOPLE_OPERATIONS } from '#api/people/people-operations.ts'
import { addKey } from '#cli/keys.ts'
import { writeId } from '#core/ids.ts'
import { organization } from '#core/people-contract.ts'
import { openDatabase } from '#db/client.ts'
import type { Reply } from '#test/harness/http-client.ts'
import { startStack } from '#test/harness/stack.ts'
import type { Stack } from '#test/harness/stack.ts'
import { addAccount, addOrganization, eventsOf, freshName, logIn } from './people-lab.ts'

let stack: Stack
let other: Awaited<ReturnType<Stack['addTenant']>>
beforeAll(async () => {
  stack = await startStack({ workers: 0 })
  other = await stack.addTenant()
})
afterAll(() => stack?.close())

const codeOf = ({ status, body }: Reply) => [status, body.code]

describe('an organization', () => {
  it('is made with one event, read and listed', async () => {
    const made = await stack.call('POST', '/v1/organizations', { name: 'Canal Street', country: 'nl' })
    expect(made.status).toBe(201)
    expect(organization.parse(made.body)).toMatchObject({ name: 'Canal Street', country: 'NL' })
    const read = await stack.call('GET', `/v1/organizations/${made.body.id}`)
    expect([read.status, read.body]).toEqual([200, made.body])
    expect((await stack.call('GET', '/v1/organizations')).body['data']).toContainEqual(made.body)
    expect(await eventsOf(stack, 'organization_created')).toEqual([
      {
        ...{ actor: writeId('key', stack.tenant.secretKeyId), account_id: null },
        request_id: made.headers.get('request-id'),
        data: { organization_id: made.body.id, country: 'NL' },
      },
    ])
  })

  it.each([
    {},
    { name: 'A' },
    { name: '', country: 'NL' },
    { name: 'A', country: 'XX' },
    { name: 'A', country: 'NL', id: 'x' },
  ])('is refused for %j', async (body) => {
    expect(codeOf(await stack.call('POST', '/v1/organizations', body))).toEqual([400, 'request_invalid'])
  })

  it('is made once per Idempotency-Key', async () => {
    const { secretKey: token } = await stack.addTenant()
    const asked = { token, headers: { 'idempotency-key': freshName() } }
    const [first, again] = [
      await addOrganization(stack, 'GB', asked),
      await addOrganization(stack, 'GB', asked),
    ]
    expect(first).toBe(again)
    expect((await stack.call('GET', '/v1/organizations', undefined, { token })).body['data']).toHaveLength(1)
  })

  it('that is malformed, unknown or of another tenant is nowhere', async () => {
    const theirs = await addOrganization(stack, 'GB', { token: other.secretKey })
    for (const id of [theirs, 'org_1', 'x', writeId('org', stack.tenant.id), theirs.toUpperCase(), '%00'])
      expect(codeOf(await stack.call('GET', `/v1/organizations/${id}`))).toEqual([404, 'not_found'])
    const { body } = await stack.call('GET', '/v1/organizations')
    expect(JSON.stringify(body)).not.toContain(theirs)
  })

  it('stands in a list in pages, newest first', async () => {
    const { secretKey: token } = await stack.addTenant()
    const ids = []
    for (let turn = 0; turn < 3; turn++) ids.push(await addOrganization(stack, 'GB', { token }))
    const page = async (query: string) => {
      const { body } = await stack.call('GET', `/v1/organizations${query}`, undefined, { token })
      const ids = (body['data'] as { id: string }[]).map(({ id }) => id)
      return { ids, hasMore: body['has_more'], cursor: body['next_cursor'] }
    }
    const first = await page('?limit=2')
    const second = await page(`?limit=2&cursor=${String(first.cursor)}`)
    expect([first.ids, first.hasMore]).toEqual([[ids[2], ids[1]], true])
    expect([second.ids, second.hasMore, second.cursor]).toEqual([[ids[0]], false, null])
  })
})

describe('the operations on people', () => {
  /** Each with an address that exists and a body that is good. */
  const askAll = async (token: string | null) => {
    const org = await addOrganization(stack)
    const { body } = await addAccount(stack)
    const bodies: Record<string, unknown> = {
      'create-account': { username: freshName(), display_name: 'A', user_type: 'patient' },
      'change-account': { factor_override: 'exempt' },
      'create-organization': { name: 'A', country: 'NL' },
      'preview-policy': { user_type: 'manager', rule: {} },
    }
    const replies = []
    for (const { name, method, path } of PEOPLE_OPERATIONS.filter(
      ({ access }) => access.session === 'admin',
    )) {
      const id = path.startsWith('/v1/accounts') ? body.id : org
      const address = path.replace('{id}', id).replace('{org_id}', org).replace('{user_type}', 'manager')
      const query = name === 'read-delivery-summary' ? '?from=2026-11-01&to=2026-11-02' : ''
      const sent = method === 'get' || method === 'delete' ? undefined : (bodies[name] ?? {})
      replies.push(await stack.call(method.toUpperCase(), address + query, sent, { token }))
    }
    return replies
  }
  const keyWith = async (scopes: string[]) => {
    const database = openDatabase(stack.database.url, 1)
    const key = await addKey(database, { tenantId: stack.tenant.id, kind: 'secret', scopes, origins: [] })
    await database.close()
    return key.token
  }

  it('are open to a key with the scope admin, and to owners and admins', async () => {
    const tokens = [
      await keyWith(['admin']),
      (await logIn(stack, 'owner')).token,
      (await logIn(stack, 'admin')).token,
    ]
    for (const token of tokens)
      for (const reply of await askAll(token)) expect([200, 201, 204]).toContain(reply.status)
  })

  it.each(['viewer', 'agent', 'lead', 'approver', 'auditor', null])(
    'are closed to people who are %s',
    async (role) => {
      const { token } = await logIn(stack, role)
      for (const reply of await askAll(token)) expect(codeOf(reply)).toEqual([403, 'not_allowed'])
    },
  )

  it('are closed to keys with other scopes, publishable keys, and nobody', async () => {
    for (const token of [await keyWith(['verify', 'accounts', 'support']), stack.tenant.publishableKey])
      for (const reply of await askAll(token)) expect(codeOf(reply)).toEqual([403, 'not_allowed'])
    for (const token of [null, `kp_ses_${'A'.repeat(43)}`])
      for (const reply of await askAll(token)) expect(codeOf(reply)).toEqual([401, 'key_invalid'])
  })

  it('are closed to an owner who has yet to enrol a factor', async () => {
    const { token } = await logIn(stack, 'owner', true)
    for (const reply of await askAll(token)) expect(codeOf(reply)).toEqual([403, 'enroll_first'])
  })
})
