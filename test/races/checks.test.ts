import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { readId } from '#core/ids.ts'
import { freshPhone } from '#test/harness/fresh-phone.ts'
import type { Reply } from '#test/harness/http-client.ts'
import { startStack } from '#test/harness/stack.ts'
import type { Stack } from '#test/harness/stack.ts'

let stack: Stack
beforeAll(async () => {
  stack = await startStack({ apis: 2, processes: true })
})
afterAll(() => stack?.close())

const start = async () => {
  const to = freshPhone()
  const { body } = await stack.call('POST', '/v1/verifications', { to, channel: 'sms' })
  return { id: body.id, code: await stack.phones.codeOf(to) }
}
const check = (id: string, code: string) => stack.call('POST', `/v1/verifications/${id}/checks`, { code })
const tally = (replies: Reply[]) => {
  const counts: Record<string, number> = {}
  for (const { status, body } of replies) {
    const word = status === 200 ? body.status : body.code
    counts[word] = (counts[word] ?? 0) + 1
  }
  return counts
}
/** A machine that is busy with other tests may be too slow for all of them: a 503 was not looked at, and ends as the rest. */
const served = (replies: Reply[]) => {
  const {
    unavailable = 0,
    verification_locked: locked = 0,
    verification_finished: over = 0,
    ...looked
  } = tally(replies)
  const rest = locked > 0 ? 'verification_locked' : 'verification_finished'
  return { ...looked, [rest]: locked + over + unavailable }
}
const eventsOf = async (id: string) => {
  const rows = await stack.database.query<{ kind: string; n: number }>(
    'select kind, count(*)::int as n from events where verification_id = $1 group by kind',
    [readId('ver', id)],
  )
  return Object.fromEntries(rows.map(({ kind, n }) => [kind, n]))
}

describe('a thousand guesses at once over two processes', () => {
  it('all wrong: exactly five are evaluated', async () => {
    const { id, code } = await start()
    const replies = await Promise.all(
      Array.from({ length: 1_000 }, (_, index) => check(id, wrongFor(code, index))),
    )
    expect(served(replies)).toEqual({ code_incorrect: 5, verification_locked: 995 })
    expect(await eventsOf(id)).toMatchObject({ code_tried: 5, locked: 1 })
    expect((await check(id, code)).body.code).toBe('verification_locked')
  })

  it('all right: exactly one is approved', async () => {
    const { id, code } = await start()
    const replies = await Promise.all(Array.from({ length: 1_000 }, () => check(id, code)))
    expect(served(replies)).toEqual({ approved: 1, verification_finished: 999 })
    expect(await eventsOf(id)).toMatchObject({ code_tried: 1, approved: 1 })
  })

  it('one right among them: never more than five are looked at', async () => {
    for (let round = 0; round < 5; round++) {
      const { id, code } = await start()
      const guesses = Array.from({ length: 200 }, (_, index) => wrongFor(code, index))
      guesses[Math.floor((round * 200) / 5)] = code
      const counts = tally(await Promise.all(guesses.map((guess) => check(id, guess))))
      expect(counts['code_incorrect'] ?? 0).toBeLessThanOrEqual(5)
      const events = await eventsOf(id)
      expect(events['code_tried']).toBe((counts['code_incorrect'] ?? 0) + (counts['approved'] ?? 0))
      expect((events['approved'] ?? 0) + (events['locked'] ?? 0)).toBe(1)
    }
  })
})

it('a check and a cancel at once: one of them wins, and both know it', async () => {
  for (let round = 0; round < 20; round++) {
    const { id, code } = await start()
    const cancel = () => stack.call('POST', `/v1/verifications/${id}/cancel`)
    const [checked, canceled] = await Promise.all(
      round % 2 ? [check(id, code), cancel()] : [check(id, code), cancel()],
    )
    const { body } = await stack.call('GET', `/v1/verifications/${id}`)
    expect(canceled.body.status).toBe(body.status)
    expect(checked.status).toBe(body.status === 'approved' ? 200 : 409)
    expect(
      Object.keys(await eventsOf(id)).filter((kind) => kind === 'approved' || kind === 'canceled'),
    ).toHaveLength(1)
  }
})

/** A wrong code, another one for each index. */
function wrongFor(code: string, index: number): string {
  return String((Number(code) + 1 + index) % 1_000_000).padStart(6, '0')
}
