import pg from 'pg'
import { describe, it } from 'vitest'
import { BACKENDS, startStack } from '#test/harness/stack.ts'
import type { Stack } from '#test/harness/stack.ts'
import { until } from '#test/harness/until.ts'
import { countRows, phoneAt, postsByDelivery, startOne, statusOf, tell, untilSettled } from './many.ts'
import type { Started } from './many.ts'

/** A transaction beside the product that holds the verifications of all waiting deliveries. */
async function holdRows(stack: Stack): Promise<() => Promise<void>> {
  const client = new pg.Client({ connectionString: stack.database.url, application_name: 'beside' })
  await client.connect()
  await client.query('begin')
  await client.query(
    `select from verifications v where exists (
       select from deliveries d where d.verification_id = v.id and d.status = 'queued') for update`,
  )
  return async () => {
    await client.query('rollback')
    await client.end()
  }
}

/** How many of the product's connections wait for a lock. */
async function waitingForLocks(stack: Stack): Promise<number> {
  const [row] = await stack.database.query<{ waiting: number }>(
    `select count(*)::int as waiting from pg_stat_activity
     where datname = current_database() and application_name = 'keypad' and wait_event_type = 'Lock'`,
  )
  return row!.waiting
}

async function killWorker(stack: Stack): Promise<void> {
  const worker = stack.children.worker.at(-1)!
  worker.kill('SIGKILL')
  await worker.ended
}

/** Lets the only worker run into a locked row, and kills it there. Gives what lets the row go. */
async function killInTake(stack: Stack, phone: string) {
  const worker = stack.children.worker.at(-1)!
  worker.kill('SIGSTOP')
  const started = await startOne(stack, phone)
  const letGo = await holdRows(stack)
  worker.kill('SIGCONT')
  await until('the worker waits for the row', async () => (await waitingForLocks(stack)) > 0)
  await killWorker(stack)
  return { started, letGo }
}

/** The dead worker's statement goes on in its backend and commits `sending`; nobody is left to post. */
async function killBeforePost(stack: Stack): Promise<Started> {
  const { started, letGo } = await killInTake(stack, phoneAt(1))
  await letGo()
  await until('taken', async () => (await statusOf(stack, started)) === 'sending')
  await stack.addWorker()
  return started
}

/** The dead worker's statement gives up waiting (lock_timeout), so the row was never taken. */
async function killBeforeTake(stack: Stack): Promise<Started> {
  const { started, letGo } = await killInTake(stack, phoneAt(2))
  await until('the dead take has given up', async () => (await waitingForLocks(stack)) === 0)
  await letGo()
  await stack.addWorker()
  return started
}

/** The carrier has taken the text and its answer is on the way when the worker dies. */
async function killBeforeCommit(stack: Stack, phone: string): Promise<Started> {
  stack.proxy.set('hold_answers')
  const started = await startOne(stack, phone)
  await until('posted', async () => (await postsByDelivery(stack)).get(started.deliveryId))
  await killWorker(stack)
  stack.proxy.set('pass')
  await stack.addWorker()
  return started
}

async function killAfterCommit(stack: Stack): Promise<Started> {
  const phone = phoneAt(4)
  await stack.phones.setFate(phone, 'slow')
  const started = await startOne(stack, phone)
  await until('sent', async () => (await statusOf(stack, started)) === 'sent')
  await killWorker(stack)
  await stack.addWorker()
  return started
}

describe('a worker that dies by kill -9', () => {
  it.concurrent.for(BACKENDS)(
    'at any of four moments never posts twice, queue on %s',
    { timeout: 120_000 },
    async (backend, { expect }) => {
      const stack = await startStack({ backend, processes: true, proxy: true })
      try {
        const beforePost = await killBeforePost(stack)
        const from = performance.now()
        const beforeTake = await killBeforeTake(stack)
        const restartedAt = performance.now()
        await until(
          'sent by the next worker',
          async () => (await statusOf(stack, beforeTake)) === 'delivered',
          10_000,
        )
        tell(
          `${backend}: killed before the take, delivered after the next start, ms`,
          performance.now() - restartedAt,
        )
        const beforeCommit = await killBeforeCommit(stack, phoneAt(3))
        const afterCommit = await killAfterCommit(stack)
        await untilSettled(stack, 100_000)
        tell(`${backend}: killed before the post, settled after, ms`, performance.now() - from)
        const posts = await postsByDelivery(stack)
        const asked = [beforeTake, beforePost, beforeCommit, afterCommit].map(
          ({ deliveryId }) => posts.get(deliveryId) ?? 0,
        )
        expect(asked).toEqual([1, 0, 1, 1])
        expect(await countRows(stack)).toEqual({ delivered: 3, 'failed carrier_down': 1 })
      } finally {
        await stack.close()
      }
    },
  )

  it.concurrent(
    'finds in the carrier list what no callback reports',
    { timeout: 120_000 },
    async ({ expect }) => {
      const stack = await startStack({
        processes: true,
        proxy: true,
        env: { PUBLIC_URL: 'http://127.0.0.1:9' },
      })
      try {
        const started = await killBeforeCommit(stack, phoneAt(3))
        const from = performance.now()
        await untilSettled(stack, 60_000)
        tell(
          'killed after the carrier took it, no callbacks: settled by the list after, ms',
          performance.now() - from,
        )
        expect(await countRows(stack)).toEqual({ delivered: 1 })
        expect((await postsByDelivery(stack)).get(started.deliveryId)).toBe(1)
      } finally {
        await stack.close()
      }
    },
  )
})
