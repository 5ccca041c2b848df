import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { verifyWebhook } from '#client/webhooks.ts'
import { WEBHOOK_WAITS_S } from '#core/limits.ts'
import { readId } from '#core/ids.ts'
import { CHECKS, openActs } from '#test/api/support/acts-lab.ts'
import type { Acts } from '#test/api/support/acts-lab.ts'
import { startStack } from '#test/harness/stack.ts'
import type { Stack } from '#test/harness/stack.ts'
import { until } from '#test/harness/until.ts'
import { startReceiver } from '#test/harness/webhook-receiver.ts'
import type { Receiver } from '#test/harness/webhook-receiver.ts'

let stack: Stack
let acts: Acts
const receivers: Receiver[] = []
const hooks: string[] = []
beforeAll(async () => {
  // Two workers, since both look at the same events.
  stack = await startStack({ workers: 2 })
  acts = openActs(stack)
})
afterEach(async () => {
  for (const id of hooks.splice(0)) await stack.call('DELETE', `/v1/webhooks/${id}`)
})
afterAll(async () => {
  await acts?.close()
  await stack?.close()
  for (const receiver of receivers) await receiver.stop()
})

async function listen(kinds?: string[]) {
  const receiver = await startReceiver()
  receivers.push(receiver)
  const { status, body } = await stack.call('POST', '/v1/webhooks', {
    url: receiver.url,
    ...(kinds ? { kinds } : {}),
  })
  expect(status).toBe(201)
  hooks.push(body.id)
  return { receiver, id: body.id, secret: String(body['secret']) }
}

type Logged = {
  id: string
  status: string
  posts: number
  answer: number | null
  next_post_at: string | null
}
const logOf = async (id: string) =>
  (await stack.call('GET', `/v1/webhooks/${id}/messages`)).body['data'] as (Logged &
    Record<string, unknown>)[]
const types = ({ heard }: Receiver) => heard.map(({ body }) => (JSON.parse(body) as { type: string }).type)
const isDueNow = (id: string) =>
  stack.database.query('update webhook_messages set due_at = now() where endpoint_id = $1', [
    readId('whk', id),
  ])

describe('an event', () => {
  it('is told once, signed, without anything personal', async () => {
    const { receiver, id, secret } = await listen()
    const patient = await acts.lab.addPerson()
    await acts.bypass(null, patient.account)
    await acts.act(null, patient.account, 'password-reset')
    await acts.act(null, patient.account, 'unblock', { reason: 'Mrs Visser called' })
    await until('both are told', () => receiver.heard.length === 2)
    expect(types(receiver).toSorted()).toEqual(['bypass_issued', 'unblocked'])
    for (const { headers, body } of receiver.heard) {
      const verdict = await verifyWebhook({ payload: body, headers, secret })
      expect(verdict).toMatchObject({ ok: true, event: { data: { account_id: patient.account } } })
      expect(body).not.toMatch(/Visser|Lost|birth|\+31/)
    }
    await until('the log knows', async () => (await logOf(id)).every(({ status }) => status === 'sent'))
    const [newest] = await logOf(id)
    expect(newest).toMatchObject({ type: 'unblocked', posts: 1, answer: 204, next_post_at: null })
    expect(newest?.id).toBe(
      receiver.heard.find(({ body }) => body.includes('unblocked'))?.headers['webhook-id'],
    )
  })
  it('is told to whoever listens to its kind, and to no other tenant', async () => {
    const [locks, all] = [await listen(['locked']), await listen()]
    const { account } = await acts.lab.addPerson()
    const other = await stack.addTenant()
    const url = (await startReceiver().then((made) => receivers[receivers.push(made) - 1]!)).url
    await fetch(`${stack.urls[0]}/v1/webhooks`, {
      method: 'POST',
      headers: { authorization: `Bearer ${other.secretKey}`, 'content-type': 'application/json' },
      body: JSON.stringify({ url }),
    })
    await stack.call('POST', `/v1/support/accounts/${account}/unblock`, { reason: 'Asked' })
    await until('one hears', () => all.receiver.heard.length === 1)
    await stack.database.query(
      `insert into events (tenant_id, kind, actor, account_id, data) values ($1, 'locked', 'client', $2, '{"reason": "too_many_wrong"}')`,
      [stack.tenant.id, readId('acc', account)],
    )
    await until('both hear', () => all.receiver.heard.length === 2 && locks.receiver.heard.length === 1)
    expect(types(locks.receiver)).toEqual(['locked'])
    expect(receivers.at(-1)?.heard).toEqual([])
  })
  it('of before the webhook is not told, nor of after it was removed', async () => {
    const { account } = await acts.lab.addPerson()
    await acts.act(null, account, 'unblock')
    const { receiver, id } = await listen()
    const last = await listen()
    await acts.act(null, account, 'factor-resets', { factor: 'totp', identity_checks: CHECKS })
    await until('it is told', () => receiver.heard.length === 1)
    expect(types(receiver)).toEqual(['reset_requested'])
    expect((await stack.call('DELETE', `/v1/webhooks/${id}`)).status).toBe(204)
    await acts.act(null, account, 'unblock')
    await until('the other hears', () => last.receiver.heard.length === 2)
    expect(receiver.heard).toHaveLength(1)
    expect((await stack.call('GET', `/v1/webhooks/${id}/messages`)).status).toBe(404)
  })
})

describe('a post that is not taken', () => {
  it('is tried again on the public schedule, and given up after the seventh', async () => {
    const { receiver, id } = await listen()
    receiver.answer = (response) => response.writeHead(500).end()
    await acts.act(null, (await acts.lab.addPerson()).account, 'unblock')
    for (const [index, seconds] of [...WEBHOOK_WAITS_S, null].entries()) {
      const posted = await until(`post ${index + 1}`, async () =>
        (await logOf(id)).find(({ posts, answer, next_post_at: due }) => {
          const isRecorded = due === null || Math.abs(Date.parse(due) - Date.now() - 60_000) > 3_000
          return posts === index + 1 && answer === 500 && isRecorded
        }),
      )
      expect(posted.status).toBe(seconds === null ? 'failed' : 'waiting')
      const waitS =
        posted.next_post_at === null ? null : (Date.parse(posted.next_post_at) - Date.now()) / 1_000
      if (seconds === null) expect(waitS).toBe(null)
      else expect(Math.abs(waitS! - seconds)).toBeLessThan(4)
      if (seconds !== null) await isDueNow(id)
    }
    expect(receiver.heard).toHaveLength(7)
    expect(new Set(receiver.heard.map(({ headers }) => headers['webhook-id'])).size).toBe(1)
    receiver.answer = (response) => response.writeHead(200).end('thanks')
    const [message] = await logOf(id)
    const again = await stack.call('POST', `/v1/webhooks/${id}/messages/${message!.id}/send`)
    expect([again.status, again.body]).toMatchObject([202, { id: message!.id, status: 'waiting', posts: 0 }])
    await until('it is taken', async () => (await logOf(id))[0]?.status === 'sent')
  }, 60_000)
  it('is not one that a redirect answers', async () => {
    const { receiver, id } = await listen()
    receiver.answer = (response) => response.writeHead(307, { location: `${receiver.url}/else` }).end()
    await acts.act(null, (await acts.lab.addPerson()).account, 'unblock')
    await until('it is answered', async () => (await logOf(id))[0]?.answer === 307)
    expect(receiver.heard.every(({ path }) => path === '/hear')).toBe(true)
    expect((await logOf(id))[0]?.status).toBe('waiting')
  })
  it('holds up nobody else', async () => {
    const [deaf, good] = [await listen(), await listen()]
    deaf.receiver.answer = () => {}
    const { account } = await acts.lab.addPerson()
    for (let round = 0; round < 12; round++) await acts.act(null, account, 'unblock')
    await until('the other hears all', () => good.receiver.heard.length === 12, 8_000)
  })
})
