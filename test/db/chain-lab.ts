/**
 * Events in bulk, and their chain, for the tests of both halves of it.
 */
import type { Database } from '#db/client.ts'
import { linkEvents } from '#db/event-links.ts'
import type { TestDatabase } from '#test/harness/database.ts'

/** Links everything that has no link, from the first event on. */
export async function linkAll(database: Database): Promise<void> {
  await linkEvents(database, { settled: '0', mark: null }, () => true)
}

/** Adds events of a tenant, all columns filled. */
export async function addEvents(owner: TestDatabase, tenantId: string, count: number): Promise<void> {
  await owner.query(
    `insert into events (tenant_id, kind, actor, verification_id, delivery_id, account_id, login_id, request_id, data)
     select $1, 'code_tried', 'client', gen_random_uuid(), gen_random_uuid(), gen_random_uuid(), gen_random_uuid(),
       'req_' || n, jsonb_build_object('try', n, 'result', 'wrong') from generate_series(1, $2::int) n`,
    [tenantId, count],
  )
}

/** The id of the event at a place of a tenant's chain. */
export async function idAt(owner: TestDatabase, tenantId: string, seq: number): Promise<string> {
  const [row] = await owner.query<{ id: string }>(
    'select event_id as id from event_links where tenant_id = $1 and seq = $2',
    [tenantId, seq],
  )
  return row!.id
}
