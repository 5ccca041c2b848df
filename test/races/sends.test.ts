import { afterAll, beforeAll, expect, it } from 'vitest'
import { readId } from '#core/ids.ts'
import { freshPhone } from '#test/harness/fresh-phone.ts'
import type { Reply } from '#test/harness/http-client.ts'
import { callbackUrls, postForm } from '#test/harness/sign-callback.ts'
import { ACCOUNT } from '#test/harness/simulator.ts'
import { startStack } from '#test/harness/stack.ts'
import type { Stack } from '#test/harness/stack.ts'
import { until } from '#test/harness/until.ts'

let stack: Stack
beforeAll(async () => {
  stack = await startStack({ apis: 2, processes: true, workers: 2 })
})
afterAll(() => stack?.close())

const start = (more: object = {}) =>
  stack.call('POST', '/v1/verifications', { to: freshPhone(), channel: 'sms', ...more })
const atOnce = <T>(count: number, ask: (index: number) => Promise<T>) =>
  Promise.all(Array.from({ length: count }, (_, index) => ask(index)))
const withStatus = (replies: Reply[], status: number) => replies.filter((reply) => reply.status === status)

it('two hundred resends at once: one is accepted and posted', async () => {
  const to = freshPhone()
  const { body } = await start({ to })
  await stack.phones.codeOf(to)
  await stack.database.query('update verifications set resend_at = now() where id = $1', [
    readId('ver', body.id),
  ])
  const replies = await atOnce(200, () => stack.call('POST', `/v1/verifications/${body.id}/sends`))
  expect([withStatus(replies, 202).length, withStatus(replies, 429).length]).toEqual([1, 199])
  for (const refused of withStatus(replies, 429)) expect(refused.body.retry_after).toBeGreaterThan(45)
  await until('both texts', async () => (await stack.phones.texts(to)).length >= 2)
  expect(await stack.phones.texts(to)).toHaveLength(2)
})

it('two hundred starts to one number at once: four are accepted', async () => {
  const to = freshPhone()
  const replies = await atOnce(200, () => start({ to }))
  expect([withStatus(replies, 201).length, withStatus(replies, 429).length]).toEqual([4, 196])
  await until('four texts', async () => (await stack.phones.texts(to)).length >= 4)
  expect(await stack.phones.texts(to)).toHaveLength(4)
})

it('fifty starts of one subject at once: one lives, and the others are refused or ended', async () => {
  const replies = await atOnce(50, () => start({ subject_id: 'racer', purpose: 'login' }))
  expect(withStatus(replies, 201).length).toBe(4)
  expect(withStatus(replies, 201).length + withStatus(replies, 429).length).toBe(50)
  const rows = await stack.database.query<{ status: string; n: number }>(
    `select status, count(*)::int as n from verifications where subject_id = 'racer' group by status`,
  )
  expect(Object.fromEntries(rows.map(({ status, n }) => [status, n]))).toEqual({ pending: 1, canceled: 3 })
})

it('twenty calls to one number at once: one rings', async () => {
  const to = freshPhone()
  const replies = await atOnce(20, () => start({ to, channel: 'call' }))
  expect([withStatus(replies, 201).length, withStatus(replies, 409).length]).toEqual([1, 19])
})

it('a full cap takes exactly as many as are left, however many ask at once', async () => {
  const capped = await startStack({
    apis: 2,
    workers: 0,
    env: { KEYPAD_TEST_LIMITS: '', KEYPAD_CAP_TENANT_DAY: '50', KEYPAD_BREAKER_SENDS: '0' },
  })
  const replies = await atOnce(120, () =>
    capped.call('POST', '/v1/verifications', { to: freshPhone(), channel: 'sms' }),
  )
  const [counted] = await capped.database.query('select count(*)::int from verifications')
  await capped.close()
  expect([withStatus(replies, 201).length, withStatus(replies, 429).length, counted]).toEqual([
    40,
    80,
    { count: 40 },
  ])
})

it('a hundred reports of the same key at once: one counts', async () => {
  const quiet = await startStack({ apis: 2, workers: 0 })
  const press = async (choose: (right: string) => string) => {
    const { body } = await quiet.call('POST', '/v1/verifications', {
      ...{ to: freshPhone(), channel: 'call', call_mode: 'match_digits' },
    })
    const delivery = readId('dlv', body.deliveries[0]!.id)!
    const ref = `CA${'0f'.repeat(16)}`
    await quiet.database.query(
      `update deliveries set status = 'answered', carrier_ref = $2, due_at = null, answered_at = now() - interval '9 s' where id = $1`,
      [delivery, ref],
    )
    const form = {
      AccountSid: ACCOUNT.sid,
      CallSid: ref,
      CallStatus: 'in-progress',
      Digits: choose(body.match_digits!),
    }
    const answers = await atOnce(100, () => postForm(callbackUrls(quiet, delivery).keys(0), form))
    expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([200]))
    const events = await quiet.database.query(
      `select kind from events where verification_id = $1 and kind = 'code_tried'`,
      [readId('ver', body.id)],
    )
    expect(events).toHaveLength(1)
    return (await quiet.call('GET', `/v1/verifications/${body.id}`)).body
  }
  expect(await press((right) => right)).toMatchObject({ status: 'approved', tries_left: 4 })
  expect(await press((right) => (right === '11' ? '22' : '11'))).toMatchObject({
    status: 'pending',
    tries_left: 4,
  })
  await quiet.close()
})
