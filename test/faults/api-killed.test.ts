import { describe, expect, it } from 'vitest'
import { makeClient } from '#test/harness/http-client.ts'
import { startProxy } from '#test/harness/proxy.ts'
import { startStack } from '#test/harness/stack.ts'
import { until } from '#test/harness/until.ts'
import { countRows, phoneAt, postsByDelivery, untilSettled } from './many.ts'

describe('an API that dies by kill -9 after its commit, before its answer', () => {
  it('gives the retry with the same Idempotency-Key the same verification, and one text goes out', async () => {
    const stack = await startStack({ processes: true, apis: 2 })
    const dying = stack.children.api[1]!
    const proxy = await startProxy(dying.port)
    try {
      const through = makeClient([`http://127.0.0.1:${proxy.port}`], stack.tenant.secretKey)
      const ask = [
        'POST',
        '/v1/verifications',
        { to: phoneAt(1), channel: 'sms' },
        { headers: { 'idempotency-key': 'retry-after-a-crash' } },
      ] as const
      proxy.set('hold_answers')
      const lost = through(...ask).then(
        ({ status }) => status,
        () => 'no answer',
      )
      await until('committed', async () => Object.keys(await countRows(stack)).length > 0)
      dying.kill('SIGKILL')
      await dying.ended
      proxy.cut()
      expect(await lost).toBe('no answer')
      const retried = await stack.call(ask[0], ask[1], ask[2], { ...ask[3], at: 0 })
      const again = await stack.call(ask[0], ask[1], ask[2], { ...ask[3], at: 0 })
      expect([retried.status, retried.headers.get('idempotent-replayed')]).toEqual([201, 'true'])
      expect(again.body).toEqual(retried.body)
      await untilSettled(stack, 20_000)
      expect(await countRows(stack)).toEqual({ delivered: 1 })
      expect([...(await postsByDelivery(stack))]).toEqual([[retried.body.deliveries[0]!.id, 1]])
    } finally {
      await proxy.close()
      await stack.close()
    }
  })
})
