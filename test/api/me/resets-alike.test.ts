/**
 * security.md SND-9, for links that set a new password: neither the answer nor its time tells who is known.
 */
import { afterAll, beforeAll, expect, it } from 'vitest'
import { openLab } from '#test/api/me/me-lab.ts'
import { openWire } from '#test/fuzz/wire.ts'
import { startStack } from '#test/harness/stack.ts'
import type { Stack } from '#test/harness/stack.ts'

/** Samples per class. */
const SAMPLES = 1_000
/** As in alike.test.ts: the suite shares its two cores. */
const HIGHEST_AUC = 0.6
/** So many requests in a row ask for the same name: what one sets off must not slow the next one down. */
const BURST = 4

let stack: Stack
beforeAll(async () => {
  stack = await startStack({ workers: 0 })
  const lab = openLab(stack)
  await lab.addPerson({ username: 'known-person', email: 'known@example.org' })
  await lab.close()
})
afterAll(() => stack?.close())

it('cannot be told by the time that a name is known', async () => {
  await measure()
  // A loaded machine can spoil a round, an oracle spoils both.
  const first = await measure()
  const auc = first <= HIGHEST_AUC ? first : await measure()
  expect(auc).toBeLessThanOrEqual(HIGHEST_AUC)
}, 120_000)

async function measure(): Promise<number> {
  const wire = openWire(stack.urls[0]!, 1)
  const times: Record<string, number[]> = { 'known-person': [], 'other-person': [] }
  const headers = { authorization: `Bearer ${stack.tenant.secretKey}`, 'content-type': 'application/json' }
  for (let sample = 0; sample < (2 * SAMPLES) / BURST; sample++) {
    const username = sample % 2 === 0 ? 'known-person' : 'other-person'
    const body = Buffer.from(JSON.stringify({ username }))
    for (let turn = 0; turn < BURST; turn++) {
      const startedAt = performance.now()
      const answer = await wire.send({
        method: 'POST',
        path: '/v1/password-resets',
        headers,
        body,
        chunked: false,
      })
      times[username]!.push(performance.now() - startedAt)
      expect(answer.status).toBe(202)
    }
  }
  wire.close()
  return aucOf(times['known-person']!, times['other-person']!)
}

/** How well one sample tells two classes apart: the area under the curve, by ranks; 0.5 to 1. */
function aucOf(one: number[], two: number[]): number {
  const all = [...one.map((time) => ({ time, of: 1 })), ...two.map((time) => ({ time, of: 0 }))]
  all.sort((a, b) => a.time - b.time)
  const ranks = all.reduce((sum, { of }, index) => sum + of * (index + 1), 0)
  const auc = (ranks - (one.length * (one.length + 1)) / 2) / (one.length * two.length)
  return Math.max(auc, 1 - auc)
}
