import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { policy } from '#core/people-contract.ts'
import { writeId } from '#core/ids.ts'
import { startStack } from '#test/harness/stack.ts'
import type { Stack } from '#test/harness/stack.ts'
import { addAccount, addOrganization, eventsOf, logIn } from './people-lab.ts'

let stack: Stack
let other: Awaited<ReturnType<Stack['addTenant']>>
let owner: { id: string; token: string }
let admin: { id: string; token: string }
beforeAll(async () => {
  stack = await startStack({ workers: 0 })
  other = await stack.addTenant()
  owner = await logIn(stack, 'owner')
  admin = await logIn(stack, 'admin')
})
afterAll(() => stack?.close())

const DEFAULTS = {
  ...{ required: false, factors: ['sms'], ask_factor: false, default_call_mode: 'press_1' },
  ...{ number_change: 'safe', reset_approval: 'none', bypass: 'code' },
}
let types = 0
const freshType = () => `type_${types++}`
const put = (path: string, body: unknown, token = stack.tenant.secretKey) =>
  stack.call('PUT', path, body, { token })
const list = async (query = '', token = stack.tenant.secretKey) =>
  (await stack.call('GET', `/v1/policies${query}`, undefined, { token })).body as unknown as {
    data: Record<string, unknown>[]
    has_more: boolean
    next_cursor: string | null
  }

describe('a rule', () => {
  it('has its defaults where the body says nothing', async () => {
    const type = freshType()
    const reply = await put(`/v1/policies/${type}`, {})
    expect(reply.status).toBe(200)
    expect(policy.parse(reply.body)).toMatchObject({
      ...DEFAULTS,
      ...{ level: 'tenant', user_type: type, organization_id: null, country: null },
    })
  })

  it('of the tenant, of one country and of an organization stand beside each other, each replaced by its like', async () => {
    const type = freshType()
    const org = await addOrganization(stack)
    const asked = {
      ...{ required: true, factors: ['totp', 'call'], ask_factor: true, default_call_mode: 'match_digits' },
      ...{ number_change: 'strict', reset_approval: 'second_person', bypass: 'open' },
    }
    expect((await put(`/v1/policies/${type}`, { factors: ['pin'] })).status).toBe(200)
    const general = await put(`/v1/policies/${type}`, asked)
    const dutch = await put(`/v1/policies/${type}`, { country: 'nl', factors: ['call'] })
    const clinic = await put(`/v1/organizations/${org}/policies/${type}`, { factors: ['totp'] })
    expect(general.body).toMatchObject({ ...asked, level: 'tenant' })
    expect(dutch.body).toMatchObject({ ...DEFAULTS, factors: ['call'], level: 'country', country: 'NL' })
    expect(clinic.body).toMatchObject({ factors: ['totp'], level: 'organization', organization_id: org })
    const stored = (await list()).data.filter(({ user_type: stored }) => stored === type)
    expect(stored).toEqual([clinic.body, dutch.body, general.body])
  })

  it.each<[string, unknown]>([
    ['/factors', { factors: [] }],
    ['/factors', { factors: ['sms', 'sms'] }],
    ['/factors/0', { factors: ['recovery_code'] }],
    ['/required', { required: 'yes' }],
    ['/default_call_mode', { default_call_mode: 'robot' }],
    ['/country', { country: 'XX' }],
    ['/bypass', { bypass: 'none' }],
    ['/level', { level: 'tenant' }],
  ])('is refused at %s for %j', async (pointer, body) => {
    const reply = await put(`/v1/policies/${freshType()}`, body)
    expect([reply.status, reply.body.code, reply.body.errors[0]?.pointer]).toEqual([
      400,
      'request_invalid',
      pointer,
    ])
  })

  it('of an organization takes no country', async () => {
    const org = await addOrganization(stack)
    const reply = await put(`/v1/organizations/${org}/policies/doctor`, { country: 'NL' })
    expect([reply.status, reply.body.code]).toEqual([400, 'request_invalid'])
  })

  it.each(['Patient', 'a-b', '1st', 'x'.repeat(41), '%00', 'a%20b'])(
    'of the user type %s is nowhere',
    async (type) => {
      const org = await addOrganization(stack)
      for (const path of [`/v1/policies/${type}`, `/v1/organizations/${org}/policies/${type}`])
        expect((await put(path, {})).body.code).toBe('not_found')
    },
  )

  it('of an organization that is malformed, unknown or of another tenant is nowhere', async () => {
    const theirs = await addOrganization(stack, 'GB', { token: other.secretKey })
    for (const id of ['org_1', 'x', admin.id, writeId('org', stack.tenant.id), theirs]) {
      const reply = await put(`/v1/organizations/${id}/policies/doctor`, {})
      expect([reply.status, reply.body.code]).toEqual([404, 'not_found'])
    }
    expect((await list('', other.secretKey)).data).toEqual([])
  })
})

describe('what is required', () => {
  it('is for the owner to change, and for the operator’s key', async () => {
    const path = `/v1/policies/${freshType()}`
    const no = await put(path, { required: true }, admin.token)
    expect([no.status, no.body.code]).toEqual([403, 'owner_only'])
    expect((await put(path, { required: true }, owner.token)).status).toBe(200)
    expect((await put(path, { required: false }, admin.token)).body.code).toBe('owner_only')
    expect((await put(path, {}, admin.token)).body.code).toBe('owner_only')
    const same = await put(path, { required: true, factors: ['totp'] }, admin.token)
    expect(same.body).toMatchObject({ required: true, factors: ['totp'] })
    expect((await put(path, { required: false })).status).toBe(200)
    expect((await put(path, { factors: ['call'] }, admin.token)).status).toBe(200)
  })

  it('is not weakened by an admin’s first rule for a country or clinic, but may stay as it is', async () => {
    const type = freshType()
    const [british, dutch] = [await addOrganization(stack, 'GB'), await addOrganization(stack, 'NL')]
    await put(`/v1/policies/${type}`, { required: true }, owner.token)
    const places: [string, object][] = [
      [`/v1/policies/${type}`, { country: 'FR' }],
      [`/v1/organizations/${british}/policies/${type}`, {}],
    ]
    for (const [path, place] of places) {
      expect((await put(path, place, admin.token)).body.code).toBe('owner_only')
      expect((await put(path, { ...place, required: true }, admin.token)).status).toBe(200)
    }
    await put(`/v1/policies/${type}`, { country: 'NL', required: false }, owner.token)
    const path = `/v1/organizations/${dutch}/policies/${type}`
    expect((await put(path, { required: true }, admin.token)).body.code).toBe('owner_only')
    expect((await put(path, {}, admin.token)).status).toBe(200)
  })

  it('stays with the owner when an admin writes at the same moment', async () => {
    for (let round = 0; round < 8; round++) {
      const path = `/v1/policies/${freshType()}`
      const [first, second] = await Promise.all([
        put(path, { required: true }, owner.token),
        put(path, { required: false, factors: ['call'] }, admin.token),
      ])
      expect(first!.status).toBe(200)
      expect([200, 403]).toContain(second!.status)
      const type = path.split('/').at(-1)
      const stored = (await list()).data.find(({ user_type: stored }) => stored === type)
      expect(stored).toMatchObject({ required: true, factors: ['sms'] })
    }
  })

  it('leaves one event per change, with the rule before and after, and none where nothing changed', async () => {
    const type = freshType()
    const reply = await put(`/v1/policies/${type}`, { country: 'NL' }, owner.token)
    await put(`/v1/policies/${type}`, { country: 'NL' }, owner.token)
    await put(`/v1/policies/${type}`, { country: 'NL', required: true })
    await put(`/v1/policies/${type}`, { country: 'NL' }, admin.token)
    const events = (await eventsOf(stack, 'policy_changed')).filter(({ data }) => data['user_type'] === type)
    const place = { user_type: type, organization_id: null, country: 'NL' }
    expect(events.map(({ actor, data }) => ({ actor, data }))).toEqual([
      { actor: owner.id, data: { ...place, before: null, after: DEFAULTS } },
      {
        actor: writeId('key', stack.tenant.secretKeyId),
        data: { ...place, before: DEFAULTS, after: { ...DEFAULTS, required: true } },
      },
    ])
    expect(events[0]!.request_id).toBe(reply.headers.get('request-id'))
  })
})

describe('what holds for an account', () => {
  const held = async (id: string) => (await stack.call('GET', `/v1/accounts/${id}/policy`)).body

  it('is the default where no rule is written', async () => {
    const { body } = await addAccount(stack, { user_type: freshType() })
    expect(await held(body.id)).toMatchObject({
      ...DEFAULTS,
      ...{ factor_override: 'default', rule: { level: 'default' }, beaten: [] },
      sentence: expect.stringContaining('No second factor is required'),
    })
  })

  it('is the closest rule, the country’s, or the account’s own setting', async () => {
    const type = freshType()
    const [dutch, british] = [await addOrganization(stack, 'NL'), await addOrganization(stack, 'GB')]
    const { body } = await addAccount(stack, { user_type: type, organization_ids: [dutch] })
    await put(`/v1/policies/${type}`, {})
    expect((await held(body.id))['rule']).toEqual({ level: 'tenant' })
    await put(`/v1/policies/${type}`, { country: 'NL', required: true, factors: ['totp'] })
    expect(await held(body.id)).toMatchObject({
      ...{ required: true, factors: ['totp'] },
      ...{ rule: { level: 'country', country: 'NL' }, beaten: [{ level: 'tenant' }] },
    })
    await put(`/v1/organizations/${british}/policies/${type}`, { required: true, factors: ['totp', 'sms'] })
    await stack.call('PUT', `/v1/accounts/${body.id}/organizations/${british}`)
    expect(await held(body.id)).toMatchObject({
      rule: { level: 'organization', organization_id: british },
      beaten: [{ level: 'country', country: 'NL' }, { level: 'tenant' }],
    })
    await stack.call('PATCH', `/v1/accounts/${body.id}`, { factor_override: 'exempt' })
    expect(await held(body.id)).toMatchObject({
      ...{ required: false, factor_override: 'exempt', rule: { level: 'override' } },
    })
  })

  it('asks for a text or an app where one person must and no rule is written', async () => {
    const { body } = await addAccount(stack, { user_type: freshType() })
    await stack.call('PATCH', `/v1/accounts/${body.id}`, { factor_override: 'required' })
    expect(await held(body.id)).toMatchObject({ required: true, factors: ['sms', 'totp'] })
  })
})

describe('the list of rules', () => {
  it('comes in pages, newest first', async () => {
    const token = other.secretKey
    for (const type of ['one', 'two', 'three']) await put(`/v1/policies/${type}`, {}, token)
    const first = await list('?limit=2', token)
    const second = await list(`?limit=2&cursor=${first.next_cursor}`, token)
    const typesOf = (page: typeof first) => page.data.map(({ user_type: type }) => type)
    expect([typesOf(first), first.has_more]).toEqual([['three', 'two'], true])
    expect([typesOf(second), second.has_more, second.next_cursor]).toEqual([['one'], false, null])
    expect((await list(`?limit=3`, token)).has_more).toBe(false)
  })

  it.each([
    'limit=0',
    'limit=101',
    'limit=x',
    'limit=-1',
    'limit=1&limit=2',
    'cursor=x',
    'cursor=',
    'page=2',
  ])('refuses ?%s', async (query) => {
    const reply = await stack.call('GET', `/v1/policies?${query}`)
    expect([reply.status, reply.body.code]).toEqual([400, 'request_invalid'])
  })
})
