import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { openDatabase } from '#db/client.ts'
import { migrate } from '#db/migrate.ts'
import { startEmbeddedPostgres } from '#embedded/postgres.ts'
import { clusterOf, makeScratch } from '#test/embedded/scratch.ts'
import { startStack } from '#test/harness/stack.ts'
import type { Stack } from '#test/harness/stack.ts'
import { until } from '#test/harness/until.ts'
import { phoneAt, startMany, startOne, statusOf, tell, untilSettled } from './many.ts'

const place = { dataDir: makeScratch(0o700), systemDir: makeScratch(), log: () => {} }

async function startMigrated() {
  const postgres = await startEmbeddedPostgres(place)
  const template = openDatabase(postgres.url, 1)
  await migrate(template)
  await template.close()
  return postgres
}

/** What `pg_ctl stop -m immediate` does: every backend ends at once, nothing is written down. */
function stopImmediately(): void {
  const pid = Number(readFileSync(join(clusterOf(place.dataDir), 'postmaster.pid'), 'utf8').split('\n')[0])
  process.kill(pid, 'SIGQUIT')
}

type Told = { status: number; tookMs: number }

/** Tries a wrong code on each, and starts new ones, while PostgreSQL is away. */
async function askAll(stack: Stack, ids: string[]): Promise<Told[]> {
  const told: Told[] = []
  for (const id of ids) {
    const from = performance.now()
    const { status } = await stack.call('POST', `/v1/verifications/${id}/checks`, { code: '000000' })
    told.push({ status, tookMs: performance.now() - from })
    const started = await startOne(stack, phoneAt(900))
    told.push(started)
  }
  return told
}

const allReady = (stack: Stack) => async (): Promise<boolean> => {
  const doors = [...stack.children.api, ...stack.children.worker]
  const answers = await Promise.all(doors.map(({ port }) => fetch(`http://127.0.0.1:${port}/readyz`)))
  return answers.every(({ ok }) => ok)
}

describe('PostgreSQL that stops at once and comes back', () => {
  it(
    'is answered with 503 within 2 s meanwhile, and all is well again within 10 s',
    { timeout: 90_000 },
    async () => {
      let postgres = await startMigrated()
      const stack = await startStack({ processes: true, apis: 2, postgresUrl: postgres.url })
      try {
        const started = await startMany(stack, { count: 20 })
        await untilSettled(stack, 20_000)
        stopImmediately()
        const told = await askAll(
          stack,
          started.map(({ id }) => id),
        )
        expect(told.filter(({ status }) => status !== 503)).toEqual([])
        const slowest = Math.max(...told.map(({ tookMs }) => tookMs))
        expect(slowest).toBeLessThan(2_000)
        postgres = await startEmbeddedPostgres(place)
        const from = performance.now()
        await until('ready again', allReady(stack), 10_000)
        const readyMs = Math.round(performance.now() - from)
        const next = await startOne(stack, phoneAt(901))
        await until('delivered', async () => (await statusOf(stack, next)) === 'delivered', 10_000)
        tell('PostgreSQL stopped at once', {
          slowest503Ms: Math.round(slowest),
          readyMs,
          sentMs: Math.round(performance.now() - from),
        })
        const wrong = await stack.database.query(
          `select id from verifications where status <> 'pending' or tries > 0`,
        )
        expect(wrong).toEqual([])
      } finally {
        await stack.close()
        await postgres.stop()
      }
    },
  )
})
