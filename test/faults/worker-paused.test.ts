import { describe, it } from 'vitest'
import { setTimeout as wait } from 'node:timers/promises'
import { startStack } from '#test/harness/stack.ts'
import { until } from '#test/harness/until.ts'
import { countRows, phoneAt, postsByDelivery, startOne, statusOf, untilSettled } from './many.ts'

describe('a worker that is frozen in the middle of a send', () => {
  it.concurrent(
    'changes nothing that was settled meanwhile, when it wakes after 35 s',
    { timeout: 90_000 },
    async ({ expect }) => {
      const env = { PUBLIC_URL: 'http://127.0.0.1:9' }
      const stack = await startStack({ processes: true, proxy: true, env })
      try {
        const frozen = stack.children.worker[0]!
        stack.proxy.set('hold_answers')
        const started = await startOne(stack, phoneAt(1))
        await until('posted', async () => (await postsByDelivery(stack)).size === 1)
        frozen.kill('SIGSTOP')
        stack.proxy.set('pass')
        await stack.addWorker()
        const [settled] = await Promise.all([untilSettled(stack, 60_000), wait(35_000)])
        expect(settled).toBeLessThan(35_000)
        const before = await stack.database.query('select * from deliveries')
        frozen.kill('SIGCONT')
        expect(await frozen.stop()).toBe(0)
        expect(await stack.database.query('select * from deliveries')).toEqual(before)
        expect((await postsByDelivery(stack)).get(started.deliveryId)).toBe(1)
        expect(await countRows(stack)).toEqual({ delivered: 1 })
      } finally {
        await stack.close()
      }
    },
  )

  it.concurrent('does not post what it took too long ago', { timeout: 90_000 }, async ({ expect }) => {
    const stack = await startStack({ processes: true, proxy: true })
    try {
      const worker = stack.children.worker[0]!
      await stack.database.query(`create function hold_up() returns trigger language plpgsql as
        $$ begin perform pg_sleep(1.5); return new; end $$`)
      await stack.database.query(`create trigger hold_up after update on deliveries for each row
        when (new.status = 'sending') execute function hold_up()`)
      const started = await startOne(stack, phoneAt(1))
      await until('taking', async () => {
        const [row] = await stack.database.query<{ at: boolean }>(
          `select count(*) > 0 as at from pg_stat_activity where datname = current_database() and wait_event = 'PgSleep'`,
        )
        return row!.at
      })
      worker.kill('SIGSTOP')
      await until('taken', async () => (await statusOf(stack, started)) === 'sending')
      await stack.database.query('drop trigger hold_up on deliveries')
      await wait(6_000)
      worker.kill('SIGCONT')
      await until('sent after all', async () => (await statusOf(stack, started)) === 'delivered')
      const [row] = await stack.database.query<{ posts: number }>('select posts from deliveries')
      expect(row!.posts).toBe(2)
      expect((await postsByDelivery(stack)).get(started.deliveryId)).toBe(1)
    } finally {
      await stack.close()
    }
  })
})
