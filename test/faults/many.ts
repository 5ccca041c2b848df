/**
 * Many verifications at once, and the two books that must agree: what the carrier was asked, and what our rows say.
 */
import type { Stack } from '#test/harness/stack.ts'
import { until } from '#test/harness/until.ts'

/** A Dutch mobile number; each `index` gives another one. */
export const phoneAt = (index: number): string => `+316${10_000_000 + index}`

/** What one start came to: its HTTP status (0: no answer at all) and how long it took, ms. */
export type Started = { phone: string; id: string; deliveryId: string; status: number; tookMs: number }

/** Starts verifications for `count` numbers from `first` on, `parallel` at a time. */
export async function startMany(
  stack: Stack,
  { first = 0, count, parallel = 40 }: { first?: number; count: number; parallel?: number },
): Promise<Started[]> {
  const started: Started[] = []
  let next = first
  const run = async (): Promise<void> => {
    while (next < first + count) started.push(await startOne(stack, phoneAt(next++)))
  }
  await Promise.all(Array.from({ length: parallel }, run))
  return started
}

/** Starts one verification by text. */
export async function startOne(stack: Stack, phone: string, extra: object = {}): Promise<Started> {
  const startedAt = performance.now()
  const reply = await stack
    .call('POST', '/v1/verifications', { to: phone, channel: 'sms', ...extra })
    .catch(() => null)
  const tookMs = performance.now() - startedAt
  const deliveryId = reply?.body.deliveries?.[0]?.id ?? ''
  return { phone, id: reply?.body.id ?? '', deliveryId, status: reply?.status ?? 0, tookMs }
}

/** How often the carrier was asked to send each delivery, by the delivery's id in the callback address. */
export async function postsByDelivery(stack: Stack): Promise<Map<string, number>> {
  const posts = new Map<string, number>()
  for (const { form } of [
    ...(await stack.phones.posted('Messages')),
    ...(await stack.phones.posted('Calls')),
  ]) {
    const id = /dlv_[^?]+/.exec(form['StatusCallback'] ?? '')?.[0] ?? 'none'
    posts.set(id, (posts.get(id) ?? 0) + 1)
  }
  return posts
}

/** Rows by status, with reason where there is one: `{ delivered: 12, 'failed carrier_down': 1 }`. */
export async function countRows(stack: Stack): Promise<Record<string, number>> {
  const rows = await stack.database.query<{ word: string; count: number }>(
    `select concat_ws(' ', status, reason) as word, count(*)::int as count from deliveries group by 1`,
  )
  return Object.fromEntries(rows.map(({ word, count }) => [word, count]))
}

/** Waits until every row has a recorded end; gives the ms that this took. */
export async function untilSettled(stack: Stack, limitMs: number): Promise<number> {
  const from = performance.now()
  await until(
    'every delivery has an end',
    async () => {
      const [row] = await stack.database.query<{ open: number }>(
        `select count(*)::int as open from deliveries
         where status not in ('delivered', 'failed', 'expired_unsent', 'ended')`,
      )
      return row?.open === 0
    },
    limitMs,
  )
  return Math.round(performance.now() - from)
}

/** The status of one delivery. */
export async function statusOf(stack: Stack, started: Started): Promise<string> {
  const { body } = await stack.call('GET', `/v1/verifications/${started.id}`)
  return body.deliveries[0]!.status
}

/** Prints a measured number for docs/reliability.md. */
export function tell(what: string, measured: unknown): void {
  process.stdout.write(`measured: ${what}: ${JSON.stringify(measured)}\n`)
}
