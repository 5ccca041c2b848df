import { describe, expect, it } from 'vitest'
import { startMany, tell, untilSettled } from '#test/faults/many.ts'
import { startStack } from '#test/harness/stack.ts'
import type { Stack } from '#test/harness/stack.ts'
import { until } from '#test/harness/until.ts'

const HANGING = 60

async function busyConnections(stack: Stack): Promise<number> {
  const [row] = await stack.database.query<{ busy: number }>(
    `select count(*)::int as busy from pg_stat_activity
     where datname = current_database() and application_name = 'keypad' and state <> 'idle'`,
  )
  return row!.busy
}

describe('a slow carrier', () => {
  it('holds no database connection: with two of them checks stay quick while 50 posts hang', async () => {
    const stack = await startStack({ proxy: true, processes: true, env: { KEYPAD_POOL: '2' } })
    try {
      const before = await startMany(stack, { first: 500, count: 30, parallel: 4 })
      await untilSettled(stack, 20_000)
      stack.proxy.set('hold_answers')
      await startMany(stack, { count: HANGING, parallel: 4 })
      await until('as many as may hang do', async () => {
        const [row] = await stack.database.query<{ hanging: number }>(
          `select count(*)::int as hanging from deliveries where status in ('sending', 'delivered')`,
        )
        return row!.hanging >= 30 + 50
      })
      const tookMs: number[] = []
      const busy: number[] = []
      for (const { id, phone } of before) {
        const code = await stack.phones.codeOf(phone)
        busy.push(await busyConnections(stack))
        const from = performance.now()
        expect((await stack.call('POST', `/v1/verifications/${id}/checks`, { code })).status).toBe(200)
        tookMs.push(performance.now() - from)
      }
      const p95 = tookMs.toSorted((a, b) => a - b)[Math.ceil(tookMs.length * 0.95) - 1]!
      tell('check p95 while 50 posts hang, pool of 2, ms', Math.round(p95))
      expect(p95).toBeLessThan(200)
      expect(busy.filter((count) => count > 2)).toEqual([])
    } finally {
      stack.proxy.set('pass')
      await stack.close()
    }
  })
})
