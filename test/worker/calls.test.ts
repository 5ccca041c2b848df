import { describe, expect, it } from 'vitest'
import { phoneAt, postsByDelivery, startOne, statusOf, tell } from '#test/faults/many.ts'
import { startStack } from '#test/harness/stack.ts'
import type { Stack } from '#test/harness/stack.ts'
import { until } from '#test/harness/until.ts'

/** How often the carrier was asked to end a call. */
async function cancellations(stack: Stack): Promise<number> {
  const posted = await stack.phones.posted()
  return posted.filter(({ method, path, form }) => {
    return method === 'POST' && /\/Calls\/CA\w+\.json$/.test(path) && form['Status'] === 'canceled'
  }).length
}

const isOver = async (stack: Stack, call: Parameters<typeof statusOf>[1]): Promise<boolean> =>
  /failed|ended/.test(await statusOf(stack, call))

describe('a call whose verification is over', () => {
  it('is cancelled at the carrier while it rings', async () => {
    const stack = await startStack({ speed: 1 })
    try {
      await stack.phones.setFate(phoneAt(1), 'slow')
      const call = await startOne(stack, phoneAt(1), { channel: 'call' })
      await until('it rings', async () => (await statusOf(stack, call)) === 'ringing')
      await stack.call('POST', `/v1/verifications/${call.id}/cancel`)
      const from = performance.now()
      await until('cancelled', async () => (await cancellations(stack)) > 0, 5_000)
      await until('over', () => isOver(stack, call), 5_000)
      tell('call cancelled at the carrier after, ms', Math.round(performance.now() - from))
      expect((await stack.phones.calls(phoneAt(1)))[0]!.status).toBe('canceled')
    } finally {
      await stack.close()
    }
  })

  it('is cancelled as well when it was being posted at that moment', async () => {
    const stack = await startStack({ speed: 1, proxy: true })
    try {
      await stack.phones.setFate(phoneAt(1), 'slow')
      stack.proxy.set('hold_answers')
      const call = await startOne(stack, phoneAt(1), { channel: 'call' })
      await until('posted', async () => (await postsByDelivery(stack)).size === 1)
      await stack.call('POST', `/v1/verifications/${call.id}/cancel`)
      stack.proxy.set('pass')
      await until('cancelled', async () => (await cancellations(stack)) > 0, 8_000)
      await until('over', () => isOver(stack, call), 5_000)
    } finally {
      await stack.close()
    }
  })
})

describe('a call that nobody reports on', () => {
  it('is asked for, and frees its number in the end even when the carrier has forgotten it', async () => {
    const stack = await startStack({ env: { PUBLIC_URL: 'http://127.0.0.1:9' } })
    try {
      const call = await startOne(stack, phoneAt(1), { channel: 'call' })
      await until('placed', async () => (await statusOf(stack, call)) === 'sent')
      const second = await startOne(stack, phoneAt(1), { channel: 'call' })
      expect(second.status).toBe(409)
      await fetch(stack.phones.baseUrl, { method: 'DELETE' })
      await stack.database.query(
        `update deliveries set sending_at = sending_at - interval '200 seconds', check_at = clock_timestamp()`,
      )
      await until('given up', () => isOver(stack, call), 10_000)
      const [row] = await stack.database.query('select status, reason from deliveries')
      expect(row).toEqual({ status: 'failed', reason: 'unknown_failure' })
      expect((await startOne(stack, phoneAt(1), { channel: 'call' })).status).toBe(201)
    } finally {
      await stack.close()
    }
  })
})
