import { describe, it } from 'vitest'
import { BACKENDS, startStack } from '#test/harness/stack.ts'
import { until } from '#test/harness/until.ts'
import { countRows, phoneAt, postsByDelivery, startMany, startOne, tell, untilSettled } from './many.ts'

describe('a process that is asked to stop', () => {
  it.for(BACKENDS)(
    'as a worker ends what is under way and leaves the rest, queue on %s',
    async (backend, { expect }) => {
      const stack = await startStack({ backend, processes: true, proxy: true })
      try {
        stack.proxy.set({ delayMs: 500 })
        await startMany(stack, { count: 120, parallel: 20 })
        await until('the first are posted', async () => (await postsByDelivery(stack)).size > 0)
        const from = performance.now()
        const code = await stack.children.worker[0]!.stop()
        tell(
          `${backend}: SIGTERM in the middle of work, worker ended after, ms`,
          Math.round(performance.now() - from),
        )
        expect(code).toBe(0)
        expect(performance.now() - from).toBeLessThan(10_000)
        const { sending, unknown } = await countRows(stack)
        expect([sending, unknown]).toEqual([undefined, undefined])
        stack.proxy.set('pass')
        await stack.addWorker()
        await untilSettled(stack, 45_000)
        expect(await countRows(stack)).toEqual({ delivered: 120 })
        expect([...(await postsByDelivery(stack)).values()].every((times) => times === 1)).toBe(true)
      } finally {
        await stack.close()
      }
    },
  )

  it('as an API answers what it was asked and lets long polls go', async ({ expect }) => {
    const stack = await startStack({ processes: true, workers: 0 })
    try {
      const { id } = await startOne(stack, phoneAt(1))
      const polls = Array.from({ length: 5 }, () =>
        stack.call('GET', `/v1/verifications/${id}?wait=25&since=99`),
      )
      const starts = startMany(stack, { first: 10, count: 20, parallel: 20 })
      await until('some are started', async () => ((await countRows(stack))['queued'] ?? 0) > 3)
      const from = performance.now()
      const stopped = stack.children.api[0]!.stop()
      const answers = [
        ...(await Promise.all(polls)).map(({ status }) => status),
        ...(await starts).map(({ status }) => status),
      ]
      expect(await stopped).toBe(0)
      tell('SIGTERM with requests under way, API ended after, ms', Math.round(performance.now() - from))
      expect(answers.slice(0, 5)).toEqual([200, 200, 200, 200, 200])
      // What came after the door was shut was never accepted; whatever was accepted was answered.
      const made = answers.slice(5).filter((status) => status === 201).length
      expect(await countRows(stack)).toEqual({ queued: made + 1 })
    } finally {
      await stack.close()
    }
  })

  it('as a worker ends in time while Redis is away', async ({ expect, skip }) => {
    if (!BACKENDS.includes('redis')) return skip()
    const stack = await startStack({
      backend: 'redis',
      redisUrl: 'redis://127.0.0.1:9',
      processes: true,
      apis: 0,
    })
    try {
      const from = performance.now()
      expect(await stack.children.worker[0]!.stop()).toBe(0)
      tell('SIGTERM while Redis is away, worker ended after, ms', Math.round(performance.now() - from))
      expect(performance.now() - from).toBeLessThan(10_000)
    } finally {
      await stack.close()
    }
  })
})
