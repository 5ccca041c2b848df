import { describe, expect, it } from 'vitest'
import { startStack } from '#test/harness/stack.ts'
import type { Stack } from '#test/harness/stack.ts'
import { countRows, postsByDelivery, startMany, untilSettled } from './many.ts'
import type { Started } from './many.ts'

/** Makes texts older, as if the workers had been away for so long. */
async function age(stack: Stack, started: Started[], minutes: number): Promise<void> {
  const ids = started.map(({ phone }) => phone.slice(-2))
  const by = `interval '${minutes} minutes'`
  await stack.database.query(
    `update verifications set created_at = created_at - ${by}, expires_at = expires_at - ${by}
     where right(to_masked, 2) = any ($1)`,
    [ids],
  )
  await stack.database.query(`update deliveries set created_at = created_at - ${by}, due_at = due_at - ${by}`)
}

const untilExpiry = async (stack: Stack, started: Started, at: string): Promise<number> => {
  const { body } = await stack.call('GET', `/v1/verifications/${started.id}`)
  return (Date.parse(body.expires_at) - Date.parse(at)) / 1_000
}

describe('a worker that was away while texts waited', () => {
  it('posts none that is dead or nearly so, and tells the carrier how long the others live', async () => {
    const stack = await startStack({ workers: 0 })
    try {
      const alive = await startMany(stack, { first: 10, count: 10 })
      await age(stack, alive, 6)
      const dying = await startMany(stack, { first: 40, count: 10 })
      await age(stack, dying, 9.6)
      const dead = await startMany(stack, { first: 70, count: 10 })
      await age(stack, dead, 11)
      await stack.addWorker()
      await untilSettled(stack, 30_000)
      expect(await countRows(stack)).toEqual({ delivered: 10, expired_unsent: 20 })
      expect([...(await postsByDelivery(stack)).keys()].toSorted()).toEqual(
        alive.map(({ deliveryId }) => deliveryId).toSorted(),
      )
      for (const { form, at } of await stack.phones.posted('Messages')) {
        const started = alive.find(({ phone }) => phone === form['To'])!
        const validity = Number(form['ValidityPeriod'])
        const remaining = await untilExpiry(stack, started, at)
        expect(validity).toBeGreaterThanOrEqual(1)
        expect(validity).toBeLessThanOrEqual(remaining)
        expect(remaining - validity).toBeLessThan(10)
        expect(remaining).toBeLessThanOrEqual(240)
      }
      const { body } = await stack.call('GET', `/v1/verifications/${dead[0]!.id}`)
      expect([body.status, body.deliveries[0]!.status]).toEqual(['expired', 'expired_unsent'])
    } finally {
      await stack.close()
    }
  })
})
