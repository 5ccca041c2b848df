import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { newUuid } from '#core/new-id.ts'
import { openDatabase } from '#db/client.ts'
import type { Database } from '#db/client.ts'
import { verifyChain } from '#db/verify-chain.ts'
import { tell } from '#test/faults/many.ts'
import { makeDatabase } from '#test/harness/database.ts'
import type { TestDatabase } from '#test/harness/database.ts'
import { addEvents, idAt, linkAll } from './chain-lab.ts'

const MANY = 100_000
let owner: TestDatabase
let database: Database
beforeAll(async () => {
  owner = await makeDatabase()
  database = openDatabase(owner.url, 4)
})
afterAll(async () => {
  await database?.close()
  await owner?.drop()
})

describe('a chain over 100,000 events', () => {
  const tenantId = newUuid()
  let linkingMs = Infinity
  beforeAll(async () => {
    await addEvents(owner, tenantId, MANY)
    const from = performance.now()
    await linkAll(database)
    linkingMs = performance.now() - from
    await owner.query('create table kept_events as select * from events')
    await owner.query('create table kept_links as select * from event_links')
    await owner.query('create index on kept_events (id)')
    await owner.query('analyze')
  }, 60_000)

  const restore = async (ids: string[]) => {
    await owner.query('delete from events where id = any ($1)', [ids])
    await owner.query(
      'insert into events overriding system value select * from kept_events where id = any ($1)',
      [ids],
    )
    await owner.query('delete from event_links where event_id = any ($1)', [ids])
    await owner.query('insert into event_links select * from kept_links where event_id = any ($1)', [ids])
  }

  it('is linked within seconds, and holds', async () => {
    const from = performance.now()
    const chain = await verifyChain(database, tenantId)
    const verifyingMs = performance.now() - from
    tell(`${MANY} events linked and verified, ms`, [linkingMs, verifyingMs].map(Math.round).join(', '))
    expect(Math.max(linkingMs, verifyingMs)).toBeLessThan(20_000)
    expect(chain).toEqual({
      ...{ intact: true, checked: MANY, firstBroken: null, unlinked: 0, hasExpected: false },
      head: expect.stringMatching(/^[0-9a-f]{64}$/),
    })
  })

  // The places in the chain that are touched, and the place at which it is expected to break.
  it.each([
    ['one altered row', [54_321], 54_321, "update events set data = '{}' where id = $1"],
    ['one deleted row', [30_000], 30_000, 'delete from events where id = $1'],
    [
      'a row deleted with its link, at the row after it',
      [70_000],
      70_001,
      'with gone as (delete from events where id = $1) delete from event_links where event_id = $1',
    ],
    [
      'two rows that changed places',
      [12_000, 12_345],
      12_000,
      `update events e set (kind, actor, data, request_id) = (select o.kind, o.actor, o.data, o.request_id
       from events o where o.id in ($1, $2) and o.id <> e.id) where e.id in ($1, $2)`,
    ],
    ['an altered link', [99_999], 99_999, `update event_links set hash = sha256(hash) where event_id = $1`],
    [
      'a row altered together with its link, at the row after it',
      [20_000],
      20_001,
      `with altered as (update events set actor = 'forger' where id = $1 returning *)
       update event_links l set hash = keypad_event_hash(b.hash, a) from altered a, event_links b
       where l.event_id = $1 and b.tenant_id = l.tenant_id and b.seq = l.seq - 1`,
    ],
  ])('names the first that does not fit: %s', async (_, places, broken, sql) => {
    const ids = await Promise.all(places.map((seq) => idAt(owner, tenantId, seq)))
    const expected = await idAt(owner, tenantId, broken)
    await owner.query(sql, ids)
    const chain = await verifyChain(database, tenantId)
    await restore(ids)
    expect(chain).toMatchObject({ intact: false, firstBroken: expected })
    expect(chain.checked).toBe(sql.includes('delete from event_links') ? broken - 2 : broken - 1)
  })

  it('knows an earlier head, and misses a later one that was cut off', async () => {
    const { intact, head: anchor } = await verifyChain(database, tenantId)
    expect([intact, anchor]).toEqual([true, expect.any(String)])
    await addEvents(owner, tenantId, 3)
    await linkAll(database)
    expect(await verifyChain(database, tenantId, anchor!)).toMatchObject({ intact: true, hasExpected: true })
    const newest = (await verifyChain(database, tenantId)).head!
    await owner.query(
      `with cut as (delete from event_links where tenant_id = $1 and seq > $2 returning event_id)
       delete from events where id in (select event_id from cut)`,
      [tenantId, MANY],
    )
    expect(await verifyChain(database, tenantId, newest)).toMatchObject({ intact: true, hasExpected: false })
  })
})

describe('what a link covers', () => {
  const tenantId = newUuid()
  beforeAll(async () => {
    await addEvents(owner, tenantId, 5)
    await linkAll(database)
  })

  it('is every column of the event, to the microsecond', async () => {
    const columns = await owner.query<{ name: string; type: string }>(
      `select column_name as name, udt_name as type from information_schema.columns
       where table_name = 'events' and column_name <> 'id' order by 1`,
    )
    const forged: Record<string, string> = {
      ...{ uuid: 'gen_random_uuid()', jsonb: `'null'`, timestamptz: `at + interval '1 microsecond'` },
      text: `'forged'`,
    }
    const id = await idAt(owner, tenantId, 3)
    await owner.query('create table whole as select * from events where id = $1', [id])
    for (const { name, type } of columns)
      for (const value of [forged[type]!, ...(/tenant_id|at|kind|actor/.test(name) ? [] : ['null'])]) {
        await owner.query(`update events set ${name} = ${value} where id = $1`, [id])
        expect([name, await verifyChain(database, tenantId)]).toMatchObject([name, { firstBroken: id }])
        await owner.query(`update events e set ${name} = w.${name} from whole w where e.id = $1`, [id])
      }
    expect(await verifyChain(database, tenantId)).toMatchObject({ intact: true, checked: 5 })
  })

  it('is no event of another tenant, and a tenant without events has an empty chain', async () => {
    expect(await verifyChain(database, newUuid())).toEqual({
      ...{ intact: true, checked: 0, firstBroken: null, head: null, unlinked: 0, hasExpected: false },
    })
  })

  it('is not an event of this moment; an old one that was slipped in below breaks the chain', async () => {
    await addEvents(owner, tenantId, 1)
    expect(await verifyChain(database, tenantId)).toMatchObject({ intact: true, checked: 5, unlinked: 1 })
    await owner.query(
      `insert into events (id, tenant_id, at, kind, actor) overriding system value
       values (-7, $1, now() - interval '1 hour', 'approved', 'client')`,
      [tenantId],
    )
    expect(await verifyChain(database, tenantId)).toMatchObject({
      ...{ intact: false, checked: 5, firstBroken: '-7', unlinked: 2 },
    })
  })
})
