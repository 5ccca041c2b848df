import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { startStack } from '#test/harness/stack.ts'
import type { Stack } from '#test/harness/stack.ts'
import { until } from '#test/harness/until.ts'
import { FATE_NAMES } from '#simulator/fates.ts'
import { phoneAt, postsByDelivery, startOne } from '#test/faults/many.ts'

type End = { status: string; reason: string | null; posts: number }
const end = (status: string, reason: string | null, posts = 1): End => ({ status, reason, posts })
const DELIVERED = end('delivered', null)

/** Contract section 6: every fate of a text, and what its delivery comes to. */
const TEXTS: Record<string, End> = {
  delivered: DELIVERED,
  slow: DELIVERED,
  switched_off: end('failed', 'switched_off'),
  blocked: end('failed', 'blocked_by_carrier'),
  no_such_number: end('failed', 'no_such_number'),
  landline: end('failed', 'landline'),
  filtered: end('failed', 'blocked_by_carrier'),
  opted_out: end('failed', 'opted_out'),
  country_blocked: end('failed', 'country_blocked'),
  fraud_blocked: end('failed', 'fraud_blocked'),
  carrier_500: end('failed', 'carrier_down'),
  carrier_429: end('failed', 'carrier_down', 3),
  accept_then_hang: DELIVERED,
  accept_then_reset: DELIVERED,
  duplicate_callbacks: DELIVERED,
  reversed_callbacks: DELIVERED,
  callback_before_answer: DELIVERED,
}

/** And of a call. The keys themselves are tested with the voice journeys. */
const CALLS: Record<string, End> = {
  switched_off: end('failed', 'no_answer'),
  busy: end('failed', 'busy'),
  no_answer: end('failed', 'no_answer'),
  country_blocked: end('failed', 'country_blocked'),
  voicemail: end('ended', 'voicemail'),
  hangs_up: end('ended', 'hung_up'),
  carrier_500: end('failed', 'carrier_down'),
  carrier_429: end('failed', 'carrier_down', 3),
}

const ENDS = /^(delivered|failed|ended|expired_unsent)$/

describe('what a delivery comes to', () => {
  // One for each channel, so that their failing fates together do not open one breaker.
  const stacks = {} as { sms: Stack; call: Stack }
  beforeAll(async () => {
    const [sms, call] = await Promise.all([startStack({ speed: 30 }), startStack({ speed: 30 })])
    Object.assign(stacks, { sms, call })
  })
  afterAll(() => Promise.all(Object.values(stacks).map((stack) => stack.close())))

  /** Sends to a phone of this fate and gives its delivery's end. */
  async function endOf(fate: string, channel: 'sms' | 'call'): Promise<End & { tookMs: number }> {
    const stack = stacks[channel]
    const phone = phoneAt(100 + FATE_NAMES.findIndex((name) => name === fate))
    await stack.phones.setFate(phone, fate)
    const from = performance.now()
    const { id, deliveryId } = await startOne(stack, phone, { channel })
    const delivery = await until(
      `${channel} ${fate} ends`,
      async () => {
        const { body } = await stack.call('GET', `/v1/verifications/${id}`)
        return ENDS.test(body.deliveries[0]!.status) && body.deliveries[0]
      },
      50_000,
    )
    const tookMs = performance.now() - from
    const posts = (await postsByDelivery(stack)).get(deliveryId) ?? 0
    return { status: delivery.status, reason: delivery.reason, posts, tookMs }
  }

  it.concurrent.for(Object.entries(TEXTS))('text to %s', async ([fate, expected], { expect: check }) => {
    const { tookMs, ...came } = await endOf(fate, 'sms')
    check(came).toEqual(expected)
    if (fate.startsWith('carrier_')) check(tookMs).toBeLessThan(30_000)
  })

  it.concurrent.for(Object.entries(CALLS))('call to %s', async ([fate, expected], { expect: check }) => {
    const { tookMs: _, ...came } = await endOf(fate, 'call')
    check(came).toEqual(expected)
  })

  it('stays as it ended, whatever comes later', async () => {
    const stack = stacks.sms
    const rows = () =>
      stack.database.query(
        `select id, status, reason, changed_at from deliveries where status = 'delivered' order by id`,
      )
    await until('the simulator has nothing more to say', () => stack.phones.simulator.idle())
    const ended = await rows()
    await stack.database.query(
      `update deliveries set check_at = clock_timestamp() where status = 'delivered'`,
    )
    await until('looked at again', async () => {
      const [row] = await stack.database.query<{ open: number }>(
        `select count(*)::int as open from deliveries where check_at <= clock_timestamp()`,
      )
      return row!.open === 0
    })
    expect(await rows()).toEqual(ended)
    const [events] = await stack.database.query<{ doubled: number }>(
      `select count(*)::int as doubled from (select delivery_id from events
         where kind in ('delivered', 'send_failed') group by delivery_id having count(*) > 1) d`,
    )
    expect(events!.doubled).toBe(0)
  })
})
