/**
 * What leaves the database, in batches, once it is older than its keeping time. docs/operations.md lists the times.
 */
import {
  IDEMPOTENCY_KEPT_MS,
  LEDGERS_KEPT_MS,
  LOOKUP_KEPT_MS,
  NOTICE_KEPT_MS,
  VERIFICATION_KEPT_MS,
} from '#core/limits.ts'
import type { Db } from './client.ts'

type Batch = { table: string; key: string; keptMs: number; old: string }

/** `old` picks rows by $1, the keeping time in seconds. Verifications take their deliveries along. */
const BATCHES: readonly Batch[] = [
  {
    table: 'verifications',
    key: 'id, tenant_id',
    keptMs: VERIFICATION_KEPT_MS,
    old: `id < keypad_first_uuid(clock_timestamp() - make_interval(secs => $1)) and status <> 'pending'`,
  },
  {
    table: 'deliveries',
    key: 'id, tenant_id',
    keptMs: NOTICE_KEPT_MS,
    old: `notice_id < keypad_first_uuid(clock_timestamp() - make_interval(secs => $1))`,
  },
  ...['notices', 'mails', 'webhook_messages'].map((table) => ({
    ...{ table, key: 'tenant_id, id', keptMs: NOTICE_KEPT_MS },
    old: `id < keypad_first_uuid(clock_timestamp() - make_interval(secs => $1))`,
  })),
  {
    table: 'idempotent_answers',
    key: 'tenant_id, key_mark',
    keptMs: IDEMPOTENCY_KEPT_MS,
    old: before('created_at'),
  },
  { table: 'send_counters', key: 'mark, window_at, slot', keptMs: LEDGERS_KEPT_MS, old: before('window_at') },
  {
    table: 'send_ledger',
    key: 'mark',
    keptMs: LEDGERS_KEPT_MS,
    old: before(`coalesce(sent_at[cardinality(sent_at)], '-infinity')`),
  },
  { table: 'send_clearings', key: 'mark', keptMs: LEDGERS_KEPT_MS, old: before('cleared_at') },
  { table: 'lookups', key: 'phone_mark', keptMs: LOOKUP_KEPT_MS, old: before('looked_up_at') },
  { table: 'parked_receipts', key: 'id', keptMs: VERIFICATION_KEPT_MS, old: before('received_at') },
]

function before(time: string): string {
  return `${time} < clock_timestamp() - make_interval(secs => $1)`
}

/** Deletes up to `limit` old rows of each table. A table that is locked or slow does not hold up the others. */
export async function deleteOld(db: Db, limit: number): Promise<void> {
  for (const { table, key, keptMs, old } of BATCHES) {
    const text = `delete from ${table} where (${key}) in (select ${key} from ${table} where ${old} limit $2)`
    await db.run({ name: `delete_old_${table}`, text }, [keptMs / 1_000, limit]).catch(() => {})
  }
}
