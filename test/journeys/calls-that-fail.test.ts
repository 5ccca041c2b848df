import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { readId } from '#core/ids.ts'
import { answerPhone, pressAndListen } from '#test/harness/answer-phone.ts'
import { freshPhone } from '#test/harness/fresh-phone.ts'
import { BACKENDS, startStack } from '#test/harness/stack.ts'
import type { Stack } from '#test/harness/stack.ts'
import { until } from '#test/harness/until.ts'

describe.each(BACKENDS)('calls that prove nothing, queue on %s', { concurrent: true }, (backend) => {
  let stack: Stack
  beforeAll(async () => {
    stack = await startStack({ backend, speed: 10 })
  })
  afterAll(() => stack?.close())

  const call = async (to: string, more: object = { call_mode: 'match_digits' }) =>
    (await stack.call('POST', '/v1/verifications', { to, channel: 'call', ...more })).body
  const read = async (id: string) => (await stack.call('GET', `/v1/verifications/${id}`)).body
  const settled = (id: string) =>
    until(`the call of ${id} is over`, async () => {
      const { deliveries, status } = await read(id)
      return ['ended', 'failed'].includes(deliveries[0]!.status)
        ? { ...deliveries[0]!, outcome: status }
        : null
    })

  it.each([
    ['voicemail', { status: 'ended', reason: 'voicemail' }],
    ['hangs_up', { status: 'ended', reason: 'hung_up' }],
    ['busy', { status: 'failed', reason: 'busy' }],
    ['no_answer', { status: 'failed', reason: 'no_answer' }],
    ['switched_off', { status: 'failed', reason: 'no_answer' }],
    ['country_blocked', { status: 'failed', reason: 'country_blocked' }],
  ])('%s is told as a reason and leaves the verification pending', async (fate, expected) => {
    const to = freshPhone()
    await stack.phones.setFate(to, fate)
    const { id } = await call(to)
    expect(await settled(id)).toMatchObject({ ...expected, outcome: 'pending' })
  })

  it('silence confirms nothing, and the code of the same verification still works by text', async () => {
    const to = freshPhone()
    const { id } = await call(to, { call_mode: 'spoken_code' })
    expect(await settled(id)).toMatchObject({ status: 'ended', outcome: 'pending' })
    expect((await stack.phones.calls(to))[0]?.said.at(-1)).toMatch(/did not hear a key/)
    await stack.database.query('update verifications set resend_at = now() where id = $1', [
      readId('ver', id),
    ])
    const sent = await stack.call('POST', `/v1/verifications/${id}/sends`, { channel: 'sms' })
    expect(sent.status).toBe(202)
    const approved = await stack.call('POST', `/v1/verifications/${id}/checks`, {
      code: await stack.phones.codeOf(to),
    })
    expect(approved.body.status).toBe('approved')
  })

  it('a key in the first two seconds does not count and spends no try', async () => {
    const to = freshPhone()
    const { id, match_digits: digits } = await call(to)
    await stack.phones.listeningCall(to)
    await pressAndListen(stack, to, digits!)
    expect(await read(id)).toMatchObject({ status: 'pending', tries_left: 5 })
    await answerPhone(stack, to)
    await pressAndListen(stack, to, digits!)
    await until('the same digits count later', async () => (await read(id)).status === 'approved')
  })

  it.each([
    ['cancel', (id: string) => stack.call('POST', `/v1/verifications/${id}/cancel`)],
    ['expiry', (id: string) => age(id)],
    ['a lock', (id: string) => lock(id)],
  ])('a key after %s gets a polite end and confirms nothing', async (_what, end) => {
    const to = freshPhone()
    const { id, match_digits: digits } = await call(to)
    await answerPhone(stack, to)
    await end(id)
    const before = (await read(id)).status
    await pressAndListen(stack, to, digits!)
    await until('it says goodbye', async () =>
      /Goodbye/.test((await stack.phones.calls(to))[0]!.said.at(-1)!),
    )
    expect((await read(id)).status).toBe(before)
    expect(before).toMatch(/canceled|expired|locked/)
  })

  it('only one call at a time rings a number, whoever asks', async () => {
    const to = freshPhone()
    const other = await stack.addTenant()
    await stack.phones.setFate(to, 'slow')
    const first = await call(to)
    await until('it rings', async () => (await stack.phones.calls(to))[0]?.status === 'ringing')
    for (const token of [undefined, other.secretKey]) {
      const again = await stack.call(
        'POST',
        '/v1/verifications',
        { to, channel: 'call' },
        { ...(token && { token }) },
      )
      expect([again.status, again.body.code]).toEqual([409, 'call_in_progress'])
      expect(Number(again.headers.get('retry-after'))).toBeGreaterThan(0)
    }
    expect((await stack.call('POST', '/v1/verifications', { to, channel: 'sms' })).status).toBe(201)
    await stack.call('POST', `/v1/verifications/${first.id}/cancel`)
    await until('the ringing call is cancelled at the carrier', async () => {
      const [ringing] = await stack.phones.calls(to)
      return ringing?.status === 'canceled'
    })
    expect((await read(first.id)).status).toBe('canceled')
  })

  const age = (id: string) =>
    stack.database.query('update verifications set expires_at = now() where id = $1', [readId('ver', id)])
  const lock = async (id: string) => {
    for (let count = 0; count < 5; count++)
      await stack.call('POST', `/v1/verifications/${id}/checks`, { code: `00000${count}` })
  }
})
