import { setTimeout as wait } from 'node:timers/promises'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { freshPhone } from '#test/harness/fresh-phone.ts'
import { startStack } from '#test/harness/stack.ts'
import type { Stack } from '#test/harness/stack.ts'
import { until } from '#test/harness/until.ts'

let stack: Stack
beforeAll(async () => {
  stack = await startStack({ apis: 2 })
})
afterAll(() => stack?.close())

const start = async () => {
  const to = freshPhone()
  const { body } = await stack.call('POST', '/v1/verifications', { to, channel: 'sms' })
  const code = await stack.phones.codeOf(to)
  const path = `/v1/verifications/${body.id}`
  const { version } = await until('delivered', async () => {
    const { body } = await stack.call('GET', path)
    return body.deliveries[0]?.status === 'delivered' ? body : null
  })
  return { path, code, version }
}
const timed = async <T>(work: Promise<T>) => {
  const startedAt = performance.now()
  return { answer: await work, ms: performance.now() - startedAt }
}

it('answers at once when there is something newer', async () => {
  const { path, version } = await start()
  const { answer, ms } = await timed(stack.call('GET', `${path}?wait=20&since=${version - 1}`))
  expect([answer.status, answer.body.version]).toEqual([200, version])
  expect(ms).toBeLessThan(500)
})

it('wakes within half a second of a change made through the other process', async () => {
  const { path, code, version } = await start()
  const waiting = timed(stack.call('GET', `${path}?wait=20&since=${version}`, undefined, { at: 0 }))
  await wait(300)
  const changedAt = performance.now()
  await stack.call('POST', `${path}/checks`, { code }, { at: 1 })
  const { answer } = await waiting
  expect(answer.body.status).toBe('approved')
  expect(performance.now() - changedAt).toBeLessThan(500 + 250)
})

it('wakes when the verification expires', async () => {
  const { path, version } = await start()
  await stack.database.query(
    `update verifications set expires_at = clock_timestamp() + interval '700 ms' where status = 'pending'`,
  )
  const { answer, ms } = await timed(stack.call('GET', `${path}?wait=20&since=${version}`))
  expect(answer.body.status).toBe('expired')
  expect(ms).toBeLessThan(2_500)
})

it('answers the same version when the wait is over', async () => {
  const { path, version } = await start()
  const { answer, ms } = await timed(stack.call('GET', `${path}?wait=1&since=${version}`))
  expect([answer.status, answer.body.version]).toEqual([200, version])
  expect(ms).toBeGreaterThan(950)
  expect(ms).toBeLessThan(2_000)
})

it.each([
  'wait=26',
  'wait=-1',
  'wait=x',
  'wait=1.5',
  'wait=1&wait=2',
  'since=-1',
  'since=99999999999999999999',
  'since=',
  'other=1',
])('refuses ?%s', async (query) => {
  const { path } = await first
  const { status, body } = await stack.call('GET', `${path}?${query}`)
  expect([status, body.code]).toEqual([400, 'request_invalid'])
  expect(body.errors[0]?.pointer).toMatch(/^\?\//)
})
let first: ReturnType<typeof start>
beforeAll(() => {
  first = start()
})

it('two hundred waiters cost a few queries a second, not one each', async () => {
  const { path, version } = await start()
  const transactions = async () => {
    await wait(1_100)
    const [row] = await stack.database.query<{ count: number }>(
      `select xact_commit::int as count from pg_stat_database where datname = current_database()`,
    )
    return row!.count
  }
  const quiet = -(await transactions()) + (await wait(2_000), await transactions())
  const waiters = Array.from({ length: 200 }, () => stack.call('GET', `${path}?wait=12&since=${version}`))
  await wait(2_000)
  const busy = -(await transactions()) + (await wait(2_000), await transactions())
  // Two processes that look ten times a second: about 60 in the three seconds; one query per waiter would be 600 and more.
  expect(busy - quiet).toBeLessThan(150)
  await stack.call('POST', `${path}/cancel`)
  const answers = await Promise.all(waiters)
  expect(new Set(answers.map(({ body }) => body.status))).toEqual(new Set(['canceled']))
})
