import { setTimeout as wait } from 'node:timers/promises'
import { describe, it } from 'vitest'
import type { ExpectStatic } from 'vitest'
import { BACKENDS, startStack } from '#test/harness/stack.ts'
import type { Stack } from '#test/harness/stack.ts'
import { until } from '#test/harness/until.ts'
import { countRows, postsByDelivery, startMany, tell, untilSettled } from './many.ts'

/** The number on Redis; the queue in PostgreSQL is for smaller places. */
const SENDS = { redis: 2_000, postgres: 400 }

/** Kills one of the workers at a random moment and starts another, again and again, until told to stop. */
function killAtRandom(stack: Stack) {
  const told = { toStop: false }
  let kills = 0
  const alive = [...stack.children.worker]
  const running = (async () => {
    while (!told.toStop) {
      await wait(100 + Math.random() * 700)
      const [victim] = alive.splice(Math.floor(Math.random() * alive.length), 1)
      victim!.kill('SIGKILL')
      await victim!.ended
      kills++
      await stack.addWorker()
      alive.push(stack.children.worker.at(-1)!)
    }
  })()
  return {
    stop: async () => {
      told.toStop = true
      await running
      return kills
    },
  }
}

describe('workers that are killed with -9 again and again', () => {
  it.for(BACKENDS)(
    'post nothing twice and lose nothing, queue on %s',
    { timeout: 240_000 },
    async (backend, { expect }) => {
      const count = SENDS[backend]
      const env = { KEYPAD_TEXTS_PER_SECOND: '150' }
      const stack = await startStack({ backend, processes: true, workers: 2, speed: 50, env })
      try {
        const killer = killAtRandom(stack)
        const started = await startMany(stack, { count })
        expect(started.filter(({ status }) => status !== 201)).toEqual([])
        const waiting = async () => (await countRows(stack))['queued'] ?? 0
        await until('most are taken', async () => (await waiting()) < count * 0.1, 150_000)
        const kills = await killer.stop()
        const settledMs = await untilSettled(stack, 120_000)
        const rows = await countRows(stack)
        tell(`${backend}: ${count} sends, ${kills} kills, all settled after the last kill, ms`, settledMs)
        tell(`${backend}: rows`, rows)
        expect(kills).toBeGreaterThan(1)
        await expectBooksToAgree(expect, rows, await postsByDelivery(stack))
      } finally {
        await stack.close()
      }
    },
  )
})

/** Nothing is posted twice; what the carrier took is `delivered` here; what ends as `carrier_down` it was never asked for. */
async function expectBooksToAgree(
  expect: ExpectStatic,
  rows: Record<string, number>,
  posts: Map<string, number>,
): Promise<void> {
  expect([...posts].filter(([, times]) => times > 1)).toEqual([])
  const { delivered, 'failed carrier_down': _neverPosted, ...others } = rows
  expect(delivered).toBe(posts.size)
  expect(others).toEqual({})
}
