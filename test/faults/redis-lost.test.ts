import { Redis } from 'ioredis'
import { setTimeout as wait } from 'node:timers/promises'
import { describe, expect, it } from 'vitest'
import { hasRedis, startRedis } from '#test/harness/redis.ts'
import type { TestRedis } from '#test/harness/redis.ts'
import { startStack } from '#test/harness/stack.ts'
import type { Stack } from '#test/harness/stack.ts'
import { until } from '#test/harness/until.ts'
import { countRows, postsByDelivery, startMany, tell, untilSettled } from './many.ts'

/** A fault: what is done to Redis while texts are started, `forMs` at least; `back` ends when Redis is well again. */
type Fault = { name: string; forMs: number; harm(redis: TestRedis): Promise<{ back(): Promise<TestRedis> }> }

const FLUSHED: Fault = {
  name: 'flushed again and again',
  forMs: 0,
  harm: async (redis) => {
    const client = new Redis(redis.url)
    const timer = setInterval(() => void client.flushall(), 50)
    const back = async () => {
      clearInterval(timer)
      await client.quit()
      return redis
    }
    return { back }
  },
}

const RESTARTED_EMPTY: Fault = {
  name: 'killed with -9 and started again empty',
  forMs: 5_000,
  harm: async (redis) => {
    await redis.stop()
    return { back: async () => (await startRedis(redis.port))! }
  },
}

/** Longer than the 8 s after which a silent socket counts as dead. */
const FROZEN: Fault = {
  name: 'frozen: connected, and silent',
  forMs: 12_000,
  harm: async (redis) => {
    process.kill(redis.pid, 'SIGSTOP')
    const back = async () => {
      process.kill(redis.pid, 'SIGCONT')
      return redis
    }
    return { back }
  },
}

const LOAD = 300
const WELL_BEFORE = 40

/** Approves texts that came before the fault, one after the other; gives how long each check took, ms. */
async function checkAll(stack: Stack, ids: { id: string; phone: string }[]): Promise<number[]> {
  const tookMs: number[] = []
  for (const { id, phone } of ids) {
    const code = await stack.phones.codeOf(phone)
    const from = performance.now()
    const { status } = await stack.call('POST', `/v1/verifications/${id}/checks`, { code })
    tookMs.push(performance.now() - from)
    expect(status).toBe(200)
    await wait(50)
  }
  return tookMs.toSorted((a, b) => a - b)
}

const largest = (sorted: number[], share: number): number =>
  Math.round(sorted[Math.ceil(sorted.length * share) - 1]!)

describe.runIf(hasRedis())('Redis', () => {
  it.each([FLUSHED, RESTARTED_EMPTY, FROZEN])(
    '$name: every text is sent once, and checks go on',
    { timeout: 90_000 },
    async ({ name, harm, forMs }) => {
      let redis = (await startRedis())!
      const stack = await startStack({ backend: 'redis', redisUrl: redis.url, processes: true, speed: 50 })
      try {
        const before = await startMany(stack, { count: WELL_BEFORE })
        await until('the first ones came', async () => (await postsByDelivery(stack)).size === WELL_BEFORE)
        const fault = await harm(redis)
        const [started, checks] = await Promise.all([
          startMany(stack, { first: 1_000, count: LOAD, parallel: 5 }),
          checkAll(stack, before),
          wait(forMs),
        ])
        redis = await fault.back()
        const from = performance.now()
        await until('all are posted', async () => (await postsByDelivery(stack)).size === WELL_BEFORE + LOAD)
        const postedMs = performance.now() - from
        const starts = started.map(({ tookMs }) => tookMs).toSorted((a, b) => a - b)
        tell(name, {
          postedMs: Math.round(postedMs),
          slowestStartMs: largest(starts, 1),
          checkP50Ms: largest(checks, 0.5),
          checkP95Ms: largest(checks, 0.95),
        })
        expect(started.filter(({ status }) => status !== 201)).toEqual([])
        expect(largest(starts, 1)).toBeLessThan(1_000)
        expect(largest(checks, 0.5)).toBeLessThan(100)
        expect(largest(checks, 0.95)).toBeLessThan(400)
        expect(postedMs).toBeLessThan(10_000)
        await untilSettled(stack, 20_000)
        expect(await countRows(stack)).toEqual({ delivered: WELL_BEFORE + LOAD })
        expect([...(await postsByDelivery(stack)).values()].every((times) => times === 1)).toBe(true)
      } finally {
        await stack.close()
        await redis.stop()
      }
    },
  )
})
