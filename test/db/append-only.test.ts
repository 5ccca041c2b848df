/**
 * The audit trail as the role that Keypad runs as in production meets it: owner of the tables, no superuser.
 */
import pg from 'pg'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { randomBytes } from 'node:crypto'
import { newUuid } from '#core/new-id.ts'
import { makeDatabase } from '#test/harness/database.ts'
import type { TestDatabase } from '#test/harness/database.ts'

let test: TestDatabase
let asOwner: pg.Client
const role = `owner_${randomBytes(4).toString('hex')}`

beforeAll(async () => {
  test = await makeDatabase()
  await test.query(`create role ${role} login password 'in-a-test'`)
  for (const table of ['events', 'event_links']) await test.query(`alter table ${table} owner to ${role}`)
  await test.query(`grant all on all tables in schema public to ${role}`)
  const url = new URL(test.url)
  url.username = role
  url.password = 'in-a-test'
  asOwner = new pg.Client({ connectionString: url.href })
  await asOwner.connect()
})
afterAll(async () => {
  await asOwner?.end()
  await test?.query(`drop owned by ${role} cascade; drop role ${role}`)
  await test?.drop()
})

it('takes new events', async () => {
  const added = await asOwner.query(
    `insert into events (tenant_id, kind, actor) values ($1, 'approved', 'client') returning id`,
    [newUuid()],
  )
  expect(added.rowCount).toBe(1)
})

it.each([
  `update events set kind = 'denied'`,
  `delete from events`,
  `truncate events`,
  `update event_links set seq = seq + 1`,
  `delete from event_links`,
])('refuses: %s', async (statement) => {
  await expect(asOwner.query(statement)).rejects.toMatchObject({ code: '42501' })
})
