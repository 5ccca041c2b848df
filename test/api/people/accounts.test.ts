import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { readId, writeId } from '#core/ids.ts'
import { account } from '#core/login-contract.ts'
import { freshPhone } from '#test/harness/fresh-phone.ts'
import type { Reply } from '#test/harness/http-client.ts'
import { startStack } from '#test/harness/stack.ts'
import type { Stack } from '#test/harness/stack.ts'
import { addAccount, addOrganization, eventsOf, freshName, logIn } from './people-lab.ts'

let stack: Stack
let other: Awaited<ReturnType<Stack['addTenant']>>
let admin: { id: string; token: string }
let owner: { id: string; token: string }
beforeAll(async () => {
  stack = await startStack({ workers: 0 })
  other = await stack.addTenant()
  admin = await logIn(stack, 'admin')
  owner = await logIn(stack, 'owner')
})
afterAll(() => stack?.close())

const PASSWORD = 'four-quiet-herons'
const codeOf = ({ status, body }: Reply) => [status, body.code]
const rowOf = async (id: string) => {
  const found = await stack.database.query('select * from accounts where id = $1', [readId('acc', id)])
  return found[0]!
}
const credentialOf = async (id: string) => {
  const text = 'select c.* from credentials c join accounts a on a.credential_id = c.id where a.id = $1'
  return (
    await stack.database.query<{ id: string; password_hash: string | null }>(text, [readId('acc', id)])
  )[0]!
}

describe('a new account', () => {
  it('is answered as it will be read, with its number masked and pending', async () => {
    const org = await addOrganization(stack)
    const username = freshName()
    const made = await addAccount(stack, {
      ...{ username: `  ${username.toUpperCase()} `, display_name: 'Noor Bakker', user_type: 'employee' },
      ...{ organization_ids: [org, org], phone: '06 12345678', country: 'nl', email: 'noor@example.org' },
      ...{ role: 'lead', password: PASSWORD, locale: 'nl-NL' },
    })
    expect(made.status).toBe(201)
    expect(account.parse(made.body)).toEqual({
      ...{ id: made.body.id, username, subject_id: null, display_name: 'Noor Bakker', user_type: 'employee' },
      ...{ role: 'lead', locale: 'nl-NL', organization_ids: [org], factor_override: 'default' },
      phone: { current_masked: null, pending_masked: '+31 6 •••• ••78' },
    })
    const read = await stack.call('GET', `/v1/accounts/${made.body.id}`)
    expect([read.status, read.body]).toEqual([200, made.body])
    expect(JSON.stringify(await rowOf(made.body.id))).not.toMatch(/12345678|noor@/)
    expect((await credentialOf(made.body.id)).password_hash).toMatch(/^k1\.\$argon2id\$/)
  })

  it('leaves one event, which holds nothing personal', async () => {
    const org = await addOrganization(stack)
    const fields = { organization_ids: [org], phone: freshPhone() }
    const made = await addAccount(stack, fields, { token: admin.token })
    const events = (await eventsOf(stack, 'account_created')).filter(
      ({ account_id: id }) => id === readId('acc', made.body.id),
    )
    expect(events).toEqual([
      {
        ...{ actor: admin.id, account_id: readId('acc', made.body.id) },
        request_id: made.headers.get('request-id'),
        data: { user_type: 'patient', role: null, organization_ids: [org], has_phone: true },
      },
    ])
  })

  it('needs no password, number or organization', async () => {
    const { status, body } = await addAccount(stack)
    expect([status, body['phone'], body['role']]).toEqual([
      201,
      { current_masked: null, pending_masked: null },
      null,
    ])
    expect((await credentialOf(body.id)).password_hash).toBeNull()
  })

  it('of a known username shares its credential, also with the same password, but not with another one', async () => {
    const username = freshName()
    const first = await addAccount(stack, { username, password: PASSWORD })
    const without = await addAccount(stack, { username: username.toUpperCase() })
    const same = await addAccount(stack, { username, password: PASSWORD })
    expect([first.status, without.status, same.status]).toEqual([201, 201, 201])
    const credentials = await Promise.all([first, without, same].map(({ body }) => credentialOf(body.id)))
    expect(new Set(credentials.map(({ id }) => id)).size).toBe(1)
    expect(new Set(credentials.map(({ password_hash: hash }) => hash)).size).toBe(1)
    const wrong = await addAccount(stack, { username, password: 'three-loud-geese' })
    expect(codeOf(wrong)).toEqual([409, 'username_taken'])
    expect(
      await stack.database.query('select from accounts where credential_id = $1', [credentials[0]!.id]),
    ).toHaveLength(3)
  })

  it('sets no password for somebody who has none yet', async () => {
    const username = freshName()
    const { body } = await addAccount(stack, { username })
    expect(codeOf(await addAccount(stack, { username, password: PASSWORD }))).toEqual([409, 'username_taken'])
    expect((await credentialOf(body.id)).password_hash).toBeNull()
  })

  it('asked for many times at once under one new name makes one credential', async () => {
    const username = freshName()
    const replies = await Promise.all(Array.from({ length: 6 }, () => addAccount(stack, { username })))
    expect(replies.map(({ status }) => status)).toEqual(Array.from({ length: 6 }, () => 201))
    const ids = await Promise.all(replies.map(({ body }) => credentialOf(body.id)))
    expect(new Set(ids.map(({ id }) => id)).size).toBe(1)
  })

  it('of a username that another tenant has is another person', async () => {
    const username = freshName()
    const mine = await addAccount(stack, { username, password: PASSWORD })
    const theirs = await addAccount(
      stack,
      { username, password: 'three-loud-geese' },
      { token: other.secretKey },
    )
    expect([mine.status, theirs.status]).toEqual([201, 201])
    expect((await credentialOf(mine.body.id)).id).not.toBe((await credentialOf(theirs.body.id)).id)
  })

  it('is refused with a weak password, and told why', async () => {
    const username = freshName()
    const reply = await addAccount(stack, { username, password: username })
    expect(codeOf(reply)).toEqual([422, 'password_too_weak'])
    expect(reply.body.detail).toMatch(/own name|easy to guess/)
    expect(reply.body.detail).not.toContain(username)
  })

  it.each<[string, Record<string, unknown>]>([
    ['/role', { role: 'emperor' }],
    ['/role', { role: null }],
    ['/user_type', { user_type: 'Patient' }],
    ['/username', { username: '   ' }],
    ['/display_name', { display_name: 'a\u0000b' }],
    ['/email', { email: 'nobody' }],
    ['/country', { country: 'XX' }],
    ['/factor_override', { factor_override: 'exempt' }],
    ['/phone_proven_at', { phone_proven_at: '2026-01-01T00:00:00Z' }],
  ])('is refused at %s for %j', async (pointer, fields) => {
    const reply = await addAccount(stack, fields)
    expect([...codeOf(reply), reply.body.errors[0]?.pointer]).toEqual([400, 'request_invalid', pointer])
  })

  it('is made once however often its Idempotency-Key comes, refusals too', async () => {
    const headers = { 'idempotency-key': freshName() }
    const fields = { username: freshName(), password: PASSWORD }
    const [first, again] = [
      await addAccount(stack, fields, { headers }),
      await addAccount(stack, fields, { headers }),
    ]
    expect([again.status, again.body, again.headers.get('idempotent-replayed')]).toEqual([
      201,
      first.body,
      'true',
    ])
    const { id } = await credentialOf(first.body.id)
    expect(await stack.database.query('select from accounts where credential_id = $1', [id])).toHaveLength(1)
    const weak = { username: freshName(), password: 'password' }
    const other = { headers: { 'idempotency-key': freshName() } }
    expect(codeOf(await addAccount(stack, weak, other))).toEqual([422, 'password_too_weak'])
    expect((await addAccount(stack, weak, other)).headers.get('idempotent-replayed')).toBe('true')
  })
})

describe('a number that staff brings along', () => {
  it('may be a landline: it is kept, and the next login asks for another', async () => {
    const { status, body } = await addAccount(stack, { phone: '020 7946 0018', country: 'GB' })
    expect([status, body['phone']]).toEqual([
      201,
      { current_masked: null, pending_masked: '+44 2 ••• ••• •18' },
    ])
    expect(await rowOf(body.id)).toMatchObject({
      ...{
        phone_proven_at: null,
        pending_country: 'GB',
        pending_line_type: 'landline',
        pending_fault: 'landline',
      },
    })
  })

  it('may be a landline that only the carrier knows', async () => {
    const tenant = await stack.addTenant()
    await stack.database.query('update tenants set lookup = true where id = $1', [tenant.id])
    const { status, body } = await addAccount(stack, { phone: '+19075550150' }, { token: tenant.secretKey })
    expect(status).toBe(201)
    expect(await rowOf(body.id)).toMatchObject({ pending_country: 'US', pending_fault: 'landline' })
  })

  it('is never proven by being written down', async () => {
    const { body } = await addAccount(stack, { phone: freshPhone() })
    expect(await rowOf(body.id)).toMatchObject({
      phone_mark: null,
      phone_proven_at: null,
      pending_fault: null,
    })
  })

  it.each([
    ['not a number', 'phone_invalid'],
    ['+1202555012', 'phone_too_short'],
    ['+316123456789012', 'phone_too_long'],
    ['+31900123456', 'phone_premium'],
    ['+448001111111', 'phone_not_textable'],
  ])('%s is refused: %s', async (phone, code) => {
    const username = freshName()
    expect(codeOf(await addAccount(stack, { username, phone }))).toEqual([422, code])
    expect((await addAccount(stack, { username, password: PASSWORD })).status).toBe(201)
  })

  it('of a country that is not served is refused', async () => {
    const token = other.secretKey
    await stack.call('PUT', '/v1/countries', { served: ['NL'] }, { token })
    expect(codeOf(await addAccount(stack, { phone: '+33612345678' }, { token }))).toEqual([
      422,
      'country_not_served',
    ])
  })
})

describe('owners and admins', () => {
  it.each(['owner', 'admin'])('as %s are added by an owner or a key, never by an admin', async (role) => {
    expect(codeOf(await addAccount(stack, { role }, { token: admin.token }))).toEqual([403, 'owner_only'])
    expect((await addAccount(stack, { role }, { token: owner.token })).status).toBe(201)
    expect((await addAccount(stack, { role })).status).toBe(201)
  })

  it.each(['viewer', 'agent', 'lead', 'approver', 'auditor'])('add people who are %s', async (role) => {
    const { status, body } = await addAccount(stack, { role }, { token: admin.token })
    expect([status, body['role']]).toEqual([201, role])
  })
})

describe('what is asked of one person', () => {
  it('is set with one event per change', async () => {
    const { body } = await addAccount(stack)
    const set = (override: string) =>
      stack.call('PATCH', `/v1/accounts/${body.id}`, { factor_override: override }, { token: admin.token })
    expect((await set('exempt')).body).toEqual({ ...body, factor_override: 'exempt' })
    await set('exempt')
    expect((await set('required')).body['factor_override']).toBe('required')
    expect((await stack.call('GET', `/v1/accounts/${body.id}`)).body['factor_override']).toBe('required')
    const events = (await eventsOf(stack, 'override_changed')).filter(
      ({ account_id: id }) => id === readId('acc', body.id),
    )
    expect(events.map(({ data }) => data)).toEqual([
      { before: 'default', after: 'exempt' },
      { before: 'exempt', after: 'required' },
    ])
  })

  it.each([{}, { factor_override: 'never' }, { factor_override: 'exempt', role: 'owner' }])(
    'refuses %j',
    async (body) => {
      const reply = await stack.call('PATCH', `/v1/accounts/${admin.id}`, body)
      expect(codeOf(reply)).toEqual([400, 'request_invalid'])
    },
  )
})

describe('links to organizations', () => {
  it('are put and deleted, each with one event however often it is asked', async () => {
    const [one, two] = [await addOrganization(stack), await addOrganization(stack)]
    const { body } = await addAccount(stack, { organization_ids: [one] })
    const path = `/v1/accounts/${body.id}/organizations/${two}`
    const put = await stack.call('PUT', path, undefined, { token: owner.token })
    expect([put.status, put.body['organization_ids']]).toEqual([200, [one, two]])
    expect((await stack.call('PUT', path, {})).body).toEqual(put.body)
    const gone = await stack.call('DELETE', path)
    expect([gone.status, gone.body['text']]).toEqual([204, ''])
    expect((await stack.call('DELETE', path)).status).toBe(204)
    expect((await stack.call('GET', `/v1/accounts/${body.id}`)).body['organization_ids']).toEqual([one])
    for (const kind of ['membership_added', 'membership_removed']) {
      const events = (await eventsOf(stack, kind)).filter(
        ({ account_id: id }) => id === readId('acc', body.id),
      )
      expect(events.map(({ data }) => data)).toEqual([{ organization_id: two }])
    }
  })

  it('take no fields', async () => {
    const org = await addOrganization(stack)
    const reply = await stack.call('PUT', `/v1/accounts/${admin.id}/organizations/${org}`, { role: 'owner' })
    expect(codeOf(reply)).toEqual([400, 'request_invalid'])
  })
})

describe('ids that are malformed, unknown or of another tenant', () => {
  it('answer 404 alike on every address, and change nothing', async () => {
    const token = other.secretKey
    const { body: theirs } = await addAccount(stack, {}, { token })
    const theirOrg = await addOrganization(stack, 'GB', { token })
    const org = await addOrganization(stack)
    const strange = [theirs.id, 'acc_1', 'x', org, admin.id.toUpperCase(), writeId('acc', stack.tenant.id)]
    const asked = strange.flatMap((id): [string, string, unknown][] => [
      ['GET', `/v1/accounts/${id}`, undefined],
      ['GET', `/v1/accounts/${id}/policy`, undefined],
      ['PATCH', `/v1/accounts/${id}`, { factor_override: 'exempt' }],
      ['PUT', `/v1/accounts/${id}/organizations/${org}`, {}],
      ['DELETE', `/v1/accounts/${id}/organizations/${org}`, undefined],
    ])
    const strangeOrgs = [theirOrg, 'org_1', 'x', admin.id, writeId('org', stack.tenant.id), '%00']
    const askedOrgs = strangeOrgs.flatMap((id): [string, string, unknown][] => [
      ['PUT', `/v1/accounts/${admin.id}/organizations/${id}`, {}],
      ['DELETE', `/v1/accounts/${admin.id}/organizations/${id}`, undefined],
    ])
    for (const [method, path, body] of [...asked, ...askedOrgs])
      expect([method, path, ...codeOf(await stack.call(method, path, body))]).toEqual([
        method,
        path,
        404,
        'not_found',
      ])
    for (const id of strangeOrgs) {
      const username = freshName()
      const reply = await addAccount(stack, { username, organization_ids: [org, id], password: PASSWORD })
      expect(codeOf(reply)).toEqual([404, 'not_found'])
      expect((await addAccount(stack, { username, password: 'three-loud-geese' })).status).toBe(201)
    }
    expect((await stack.call('GET', `/v1/accounts/${theirs.id}`, undefined, { token })).body).toEqual(theirs)
  })
})

describe('the list of accounts', () => {
  it('comes in pages, newest first, and holds nobody of another tenant', async () => {
    const { secretKey: token } = await stack.addTenant()
    const made = []
    for (let turn = 0; turn < 5; turn++) made.push((await addAccount(stack, {}, { token })).body)
    const seen: unknown[] = []
    let cursor = ''
    for (let turn = 0; turn < 3; turn++) {
      const { status, body } = await stack.call('GET', `/v1/accounts?limit=2${cursor}`, undefined, { token })
      expect([status, body['has_more']]).toEqual([200, turn < 2])
      seen.push(...(body['data'] as unknown[]))
      cursor = `&cursor=${String(body['next_cursor'])}`
    }
    expect(cursor).toBe('&cursor=null')
    expect(seen).toEqual(made.toReversed())
  })
})
