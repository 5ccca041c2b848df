import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { writeEventId } from '#core/event-id.ts'
import { auditEntry, auditPage, auditVerdict } from '#core/support-contract.ts'
import { openDatabase } from '#db/client.ts'
import type { Database } from '#db/client.ts'
import { startStack } from '#test/harness/stack.ts'
import type { Stack } from '#test/harness/stack.ts'
import { addEvents, idAt, linkAll } from '../../db/chain-lab.ts'
import { addAccount, addOrganization, eventsOf, logIn } from '../people/people-lab.ts'

let stack: Stack
let database: Database
let other: Awaited<ReturnType<Stack['addTenant']>>
let auditor: { id: string; token: string }
beforeAll(async () => {
  stack = await startStack({ workers: 0 })
  database = openDatabase(stack.database.url, 1)
  other = await stack.addTenant()
  auditor = await logIn(stack, 'auditor')
})
afterAll(async () => {
  await database?.close()
  await stack?.close()
})
beforeEach(() => linkAll(database))

async function readPage(query = '') {
  const reply = await stack.call('GET', `/v1/audit${query}`, undefined, { token: auditor.token })
  expect(reply.status).toBe(200)
  return auditPage.strict().parse(reply.body)
}

/** All pages, and how often it was asked. */
async function readAll(query: string) {
  const entries: Awaited<ReturnType<typeof readPage>>['data'] = []
  let [asked, cursor] = [0, '']
  do {
    const page = await readPage(`?${query}${cursor}`)
    entries.push(...page.data)
    asked++
    cursor = page.next_cursor === null ? '' : `&cursor=${page.next_cursor}`
  } while (cursor !== '')
  return { entries, asked }
}

async function exportLines(query = '', token = auditor.token) {
  const headers = { authorization: `Bearer ${token}` }
  const response = await fetch(`${stack.urls[0]}/v1/audit/export${query}`, { headers })
  expect([response.status, response.headers.get('content-type')]).toEqual([
    ...[200, 'application/x-ndjson; charset=utf-8'],
  ])
  const text = await response.text()
  return text
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => auditEntry.strict().parse(JSON.parse(line)))
}

describe('the audit trail', () => {
  it('is read in pages, newest first, every event once, with who did what', async () => {
    for (let count = 0; count < 7; count++) await addOrganization(stack)
    await linkAll(database)
    const { entries } = await readAll('limit=3')
    expect(entries.map(({ place }) => place)).toEqual(entries.map((_entry, index) => entries.length - index))
    expect(entries[0]).toMatchObject({
      ...{ kind: 'organization_created', actor: expect.stringMatching(/^key_/) },
      ...{ account_id: null, request_id: expect.stringMatching(/^req_/), data: { country: 'GB' } },
    })
    const ids = entries.map(({ id }) => id)
    expect(ids).toEqual(ids.toSorted().toReversed())
  })

  it('is filtered by kind, by who did it, by person and by time', async () => {
    const admin = await logIn(stack, 'admin')
    const { body } = await addAccount(stack, {}, { token: admin.token })
    await linkAll(database)
    const made = (await readAll(`actor=${admin.id}`)).entries
    expect(made).toMatchObject([{ kind: 'account_created', account_id: body.id }])
    expect((await readAll('kind=account_created')).entries.map(({ id }) => id)).toContain(made[0]?.id)
    expect((await readAll('kind=bypass_used')).entries).toEqual([])
    const at = made[0]?.at ?? ''
    const around = `from=${at}&until=${new Date(Date.parse(at) + 1).toISOString()}`
    expect((await readAll(`kind=account_created&${around}`)).entries).toMatchObject([{ id: made[0]?.id }])
    expect((await readAll(`from=${new Date(Date.parse(at) + 60_000).toISOString()}`)).entries).toEqual([])
    expect((await readAll('until=2020-01-01T00:00:00Z')).entries).toEqual([])
    expect((await readAll(`account_id=${body.id}`)).entries).toMatchObject([{ id: made[0]?.id }])
    expect((await readAll('account_id=acc_nobody')).entries).toEqual([])
  })

  it('notes whose events were asked for', async () => {
    const { body } = await addAccount(stack)
    await readPage(`?account_id=${body.id}`)
    const seen = (await eventsOf(stack, 'looked_up')).at(-1)
    expect(seen).toMatchObject({ actor: auditor.id, data: { page: 'audit' } })
  })

  it('has nothing of another tenant', async () => {
    await addEvents(stack.database, other.id, 3)
    await linkAll(database)
    const reply = await stack.call('GET', '/v1/audit', undefined, { token: other.secretKey })
    expect(auditPage.parse(reply.body).data.map(({ place }) => place)).toEqual([3, 2, 1])
    expect((await readAll('kind=code_tried')).entries).toEqual([])
    expect(await exportLines('', other.secretKey)).toHaveLength(3)
  })

  it('finds what is rare among many in several steps, and a time at once', async () => {
    const tenant = await stack.addTenant()
    await addEvents(stack.database, tenant.id, 1)
    await stack.database.query(
      `update events set kind = 'policy_changed', at = '2026-01-01' where tenant_id = $1`,
      [tenant.id],
    )
    await addEvents(stack.database, tenant.id, 25_000)
    await stack.database.query('analyze events')
    await linkAll(database)
    const ask = async (query: string) =>
      auditPage.parse(
        (await stack.call('GET', `/v1/audit?${query}`, undefined, { token: tenant.secretKey })).body,
      )
    const first = await ask('kind=policy_changed')
    expect(first).toMatchObject({ data: [], has_more: true })
    const second = await ask(`kind=policy_changed&cursor=${first.next_cursor}`)
    const third = await ask(`kind=policy_changed&cursor=${second.next_cursor}`)
    expect(third).toMatchObject({ data: [{ place: 1 }], has_more: false })
    expect(await ask('until=2026-01-02T00:00:00Z')).toMatchObject({ data: [{ place: 1 }], has_more: false })
    const lines = await exportLines('', tenant.secretKey)
    expect(lines.map(({ place }) => place)).toEqual(
      Array.from({ length: 25_001 }, (_, index) => 25_001 - index),
    )
  })

  it('refuses filters that it does not know', async () => {
    for (const query of [
      '?kind=DROP',
      '?from=yesterday',
      '?until=2026-13-01',
      '?who=x',
      '?limit=101',
      '?cursor=1',
    ])
      expect((await stack.call('GET', `/v1/audit${query}`)).status, query).toBe(400)
    expect((await stack.call('GET', '/v1/audit/export?limit=1')).status).toBe(400)
    expect((await stack.call('GET', '/v1/audit/verify?expect=1')).status).toBe(400)
  })
})

describe('the check of the trail', () => {
  const verify = async (token: string, query = '') =>
    auditVerdict
      .strict()
      .parse((await stack.call('GET', `/v1/audit/verify${query}`, undefined, { token })).body)

  it('says that nobody altered it, and keeps a hash to ask for later', async () => {
    const before = await verify(auditor.token)
    expect(before).toMatchObject({ intact: true, unlinked: 0, head: expect.stringMatching(/^[0-9a-f]{64}$/) })
    expect(before).not.toHaveProperty('first_broken')
    await addOrganization(stack)
    await linkAll(database)
    expect(await verify(auditor.token, `?expect=${before.head}`)).toMatchObject({
      ...{ intact: true, checked: before.checked + 1, expected: 'found' },
    })
    expect(await verify(auditor.token, `?expect=${'0'.repeat(64)}`)).toMatchObject({ expected: 'missing' })
  })

  it('names the first event that was altered, as the trail names it', async () => {
    const tenant = await stack.addTenant()
    await addEvents(stack.database, tenant.id, 50)
    await linkAll(database)
    const id = await idAt(stack.database, tenant.id, 17)
    const list = await stack.call('GET', '/v1/audit?limit=100', undefined, { token: tenant.secretKey })
    const named = auditPage.parse(list.body).data.find(({ place }) => place === 17)?.id
    expect(named).toBe(writeEventId(id))
    await stack.database.query(`update events set actor = 'phone' where id = $1`, [id])
    expect(await verify(tenant.secretKey)).toMatchObject({ intact: false, checked: 16, first_broken: named })
    expect(await verify(auditor.token)).toMatchObject({ intact: true })
  })
})
