import { afterAll, beforeAll, expect, it } from 'vitest'
import { openDatabase } from '#db/client.ts'
import { deleteOld } from '#db/retention.ts'
import { startStack } from '#test/harness/stack.ts'
import type { Stack } from '#test/harness/stack.ts'

let stack: Stack
beforeAll(async () => {
  stack = await startStack({ workers: 0 })
})
afterAll(() => stack?.close())

/** Copies every row of a table with some of its fields replaced. */
const copyRows = (table: string, replaced: string) =>
  stack.database.query(
    `insert into ${table} select (jsonb_populate_record(t, jsonb_build_object(${replaced}))).* from ${table} t`,
  )
const count = async (table: string) =>
  Number((await stack.database.query<{ n: string }>(`select count(*) as n from ${table}`))[0]?.n)

it('deletes verifications with their deliveries after 30 days, ledgers after two, and nothing younger', async () => {
  const to = '+31612345678'
  await stack.call(
    'POST',
    '/v1/verifications',
    { to, channel: 'sms', subject_id: 's' },
    { headers: { 'idempotency-key': 'k' } },
  )
  for (const days of [29, 31]) {
    const at = new Date(Date.now() - days * 86_400_000).toISOString()
    const id = `keypad_first_uuid('${at}')`
    await stack.database.query(
      `insert into verifications select (jsonb_populate_record(v, jsonb_build_object('id', ${id}, 'status', 'expired'))).*
       from verifications v where status = 'pending'`,
    )
    await stack.database.query(
      `insert into deliveries select (jsonb_populate_record(d, jsonb_build_object('id', ${id}, 'verification_id', ${id}))).*
       from deliveries d where due_at > now() - interval '1 hour' order by id desc limit 1`,
    )
  }
  await copyRows(
    'send_ledger',
    `'mark', '\\x' || encode(sha256(mark), 'hex'), 'sent_at', array[now() - interval '49 hours']`,
  )
  await copyRows('idempotent_answers', `'key_mark', '\\x00', 'created_at', now() - interval '25 hours'`)
  await stack.database.query(
    `insert into parked_receipts values (gen_random_uuid(), 'SM0', 'sent', null, now() - interval '31 days')`,
  )
  expect([await count('verifications'), await count('deliveries'), await count('send_ledger')]).toEqual([
    3, 3, 4,
  ])
  const database = openDatabase(stack.database.url, 1)
  await deleteOld(database, 100)
  await database.close()
  expect([await count('verifications'), await count('deliveries'), await count('send_ledger')]).toEqual([
    2, 2, 2,
  ])
  expect([await count('idempotent_answers'), await count('parked_receipts')]).toEqual([1, 0])
  expect(await count('events')).toBe(2)
})
