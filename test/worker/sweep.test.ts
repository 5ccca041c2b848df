import pg from 'pg'
import { describe, expect, it } from 'vitest'
import { countRows, phoneAt, startMany, startOne, untilSettled } from '#test/faults/many.ts'
import { startStack } from '#test/harness/stack.ts'
import { until } from '#test/harness/until.ts'

/** The lock that makes one sweeper of many (db/sweeps.ts). */
const SWEEP_LOCK = 7239466

describe('the sweeper', () => {
  it('works in one worker at a time: not at all while somebody else holds its lock', async () => {
    const stack = await startStack({ workers: 3 })
    const holder = new pg.Client({ connectionString: stack.database.url })
    try {
      await holder.connect()
      await holder.query('select pg_advisory_lock($1)', [SWEEP_LOCK])
      const { id } = await startOne(stack, phoneAt(1))
      await stack.database.query(
        `update verifications set expires_at = clock_timestamp() - interval '1 second'`,
      )
      const statuses = () =>
        stack.database.query(`select status, code_sealed is null as wiped from verifications`)
      const swept = () =>
        until('swept', async () => (await statuses()).some(({ status }) => status === 'expired'), 2_500)
      // Two rounds of three workers.
      await expect(swept()).rejects.toThrow('in vain')
      expect(await statuses()).toEqual([{ status: 'pending', wiped: false }])
      await holder.query('select pg_advisory_unlock($1)', [SWEEP_LOCK])
      await swept()
      expect(await statuses()).toEqual([{ status: 'expired', wiped: true }])
      const [row] = await stack.database.query<{ times: number }>(
        `select count(*)::int as times from events where kind = 'expired'`,
      )
      expect([id !== '', row!.times]).toEqual([true, 1])
    } finally {
      await holder.end()
      await stack.close()
    }
  })

  it('wakes rows that the queue has lost, once each', async () => {
    const stack = await startStack({ workers: 0 })
    try {
      await startMany(stack, { count: 50 })
      await until('all are in the queue', async () => {
        // The queue makes its tables with its first job.
        const jobs = await stack.database.query('select from queue.job').catch(() => [])
        return jobs.length === 50
      })
      await stack.database.query(`truncate queue.job cascade`)
      await stack.addWorker()
      await stack.addWorker()
      await untilSettled(stack, 40_000)
      expect(await countRows(stack)).toEqual({ delivered: 50 })
      expect(await stack.phones.posted('Messages')).toHaveLength(50)
    } finally {
      await stack.close()
    }
  })
})
