import { describe, expect, it } from 'vitest'
import { phoneAt, postsByDelivery, startMany, startOne, statusOf, tell } from '#test/faults/many.ts'
import { startStack } from '#test/harness/stack.ts'
import { until } from '#test/harness/until.ts'

describe('the circuit breaker of a worker', () => {
  it('opens when half of twenty posts failed, keeps everybody waiting, and closes by itself', async () => {
    const stack = await startStack()
    try {
      for (let index = 0; index < 10; index++) await stack.phones.setFate(phoneAt(index), 'carrier_500')
      const broken = await startMany(stack, { count: 10, parallel: 1 })
      await until('ten failed posts', async () => (await postsByDelivery(stack)).size === broken.length)
      const waiting = await startOne(stack, phoneAt(50))
      const from = performance.now()
      await until('it is held back', async () => (await statusOf(stack, waiting)) === 'sending')
      expect((await postsByDelivery(stack)).has(waiting.deliveryId)).toBe(false)
      await until('delivered', async () => (await statusOf(stack, waiting)) === 'delivered')
      tell('breaker: held back for, ms', Math.round(performance.now() - from))
      expect(performance.now() - from).toBeGreaterThan(2_000)
      expect((await postsByDelivery(stack)).get(waiting.deliveryId)).toBe(1)
      const next = await startOne(stack, phoneAt(51))
      await until('at once again', async () => (await statusOf(stack, next)) === 'delivered', 3_000)
    } finally {
      await stack.close()
    }
  })
})
