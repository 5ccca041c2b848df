import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { startApi } from '#api/run.ts'
import type { RunningApi } from '#api/run.ts'
import { readConfig } from '#config.ts'
import { openLog } from '#process/log.ts'
import { makeClient } from '#test/harness/http-client.ts'
import { startRoundTripProxy } from '#test/harness/round-trip-proxy.ts'
import type { RoundTripProxy } from '#test/harness/round-trip-proxy.ts'
import { BACKENDS, startStack } from '#test/harness/stack.ts'
import type { Stack } from '#test/harness/stack.ts'

describe.each(BACKENDS)('round trips to PostgreSQL, queue in %s', (backend) => {
  let stack: Stack
  let proxy: RoundTripProxy
  let api: RunningApi
  let call: ReturnType<typeof makeClient>
  let last = 0

  beforeAll(async () => {
    stack = await startStack({ backend, apis: 0, workers: 1 })
    proxy = await startRoundTripProxy(stack.database.url, 'keypad')
    const env = { ...stack.env, DATABASE_URL: proxy.url, PORT: '0' }
    api = await startApi(readConfig(env, 0), openLog('silent', 'api'))
    call = makeClient([`http://127.0.0.1:${api.port}`], stack.tenant.secretKey)
  })
  afterAll(async () => {
    await api.close()
    proxy.close()
    await stack.close()
  })

  const start = () =>
    call('POST', '/v1/verifications', { to: `+3161234${1_000 + last++}`, channel: 'sms', purpose: 'login' })

  /** What `work` costs where the key is remembered. */
  async function costOf(work: () => Promise<void>): Promise<number> {
    api.context.keys.forget()
    await call('GET', '/v1/countries')
    proxy.take()
    await work()
    return proxy.take()
  }

  test('are counted: a process that knows no key yet asks for it too', async () => {
    proxy.take()
    expect((await start()).status).toBe(201)
    expect(proxy.take()).toBe(2)
  })

  test('one for a start', async () => {
    const cost = await costOf(async () => expect((await start()).status).toBe(201))
    expect(cost).toBe(1)
  })

  test('one for a start for a subject that has a verification already', async () => {
    const body = { channel: 'sms', purpose: 'login', subject_id: 'person-1' }
    for (let time = 0; time < 2; time++) {
      const to = `+3161235${1_000 + last++}`
      const cost = await costOf(async () => {
        expect((await call('POST', '/v1/verifications', { ...body, to })).status).toBe(201)
      })
      expect(cost).toBe(1)
    }
  })

  test('one for a wrong code, and one for the right one', async () => {
    const to = `+3161236${1_000 + last++}`
    const { body } = await call('POST', '/v1/verifications', { to, channel: 'sms', purpose: 'login' })
    const right = await stack.phones.codeOf(to)
    const wrong = right === '000000' ? '000001' : '000000'
    const path = `/v1/verifications/${body.id}/checks`
    const costOfWrong = await costOf(async () =>
      expect((await call('POST', path, { code: wrong })).status).toBe(422),
    )
    expect(costOfWrong).toBe(1)
    const costOfRight = await costOf(async () =>
      expect((await call('POST', path, { code: right })).status).toBe(200),
    )
    expect(costOfRight).toBe(1)
  })

  test('none while wake-up calls are placed and the worker sends', async () => {
    expect((await start()).status).toBe(201)
    proxy.take()
    await stack.phones.codeOf(`+3161234${999 + last}`)
    expect(proxy.take()).toBe(0)
  })
})
