import { randomBytes } from 'node:crypto'
import { Redis } from 'ioredis'
import { describe, expect, it } from 'vitest'
import { freePort } from '#test/harness/free-port.ts'
import { spawnProcess } from '#test/harness/processes.ts'
import { hasRedis, startRedis } from '#test/harness/redis.ts'
import { startStack } from '#test/harness/stack.ts'
import { until } from '#test/harness/until.ts'
import { countRows, phoneAt, startMany, startOne, untilSettled } from './many.ts'

type Ready = { status: string; checks: Record<string, { ok: boolean; required: boolean; detail?: string }> }

async function askReady(url: string): Promise<Ready & { http: number }> {
  const response = await fetch(`${url}/readyz`)
  return { http: response.status, ...((await response.json()) as Ready) }
}

describe.runIf(hasRedis())('readiness and Redis', () => {
  it('names a Redis that evicts, and accepts starts while Redis is full', { timeout: 90_000 }, async () => {
    const redis = (await startRedis())!
    const stack = await startStack({ backend: 'redis', redisUrl: redis.url })
    const settings = new Redis(redis.url)
    const url = stack.urls[0]!
    try {
      expect((await askReady(url)).http).toBe(200)
      await settings.config('SET', 'maxmemory-policy', 'allkeys-lru')
      const evicting = await until('not ready', async () => {
        const answer = await askReady(url)
        return answer.http === 503 ? answer : null
      })
      expect(evicting.checks['queue']!.detail).toMatch(/allkeys-lru.*noeviction/)
      expect(evicting.checks['database']!.ok).toBe(true)
      await settings.config('SET', 'maxmemory-policy', 'noeviction')
      await settings.config('SET', 'maxmemory', '1')
      const started = await startMany(stack, { count: 30, parallel: 5 })
      expect(started.every(({ status, tookMs }) => status === 201 && tookMs < 1_000)).toBe(true)
      await settings.config('SET', 'maxmemory', '0')
      await untilSettled(stack, 15_000)
      expect(await countRows(stack)).toEqual({ delivered: 30 })
    } finally {
      settings.disconnect()
      await stack.close()
      await redis.stop()
    }
  })

  it('stays ready and says so when Redis is away: checks need only the database', async () => {
    const stack = await startStack({ backend: 'redis', redisUrl: 'redis://127.0.0.1:9', workers: 0 })
    try {
      const { http, checks } = await askReady(stack.urls[0]!)
      expect(http).toBe(200)
      expect(checks['queue']).toMatchObject({ ok: false, required: false })
      expect((await startOne(stack, phoneAt(1))).status).toBe(201)
    } finally {
      await stack.close()
    }
  })
})

describe('readiness and the database', () => {
  it('names migrations that are missing', async () => {
    const stack = await startStack({ workers: 0 })
    const name = `bare_${randomBytes(6).toString('hex')}`
    await stack.database.query(`create database ${name}`)
    const port = await freePort()
    const bare = stack.env['DATABASE_URL']!.replace(/[^/]+$/, name)
    const api = await spawnProcess('api', { ...stack.env, DATABASE_URL: bare, PORT: `${port}` })
    try {
      const { http, checks } = await askReady(`http://127.0.0.1:${port}`)
      expect(http).toBe(503)
      expect(checks['migrations']!.detail).toMatch(/behind.*migrate/)
      await stack.database.query(`update keypad_functions set hash = 'of an older version'`)
      const behind = await askReady(stack.urls[0]!)
      expect([behind.http, behind.checks['migrations']!.ok]).toEqual([503, false])
    } finally {
      await api.stop()
      await stack.database.query(`drop database ${name} with (force)`)
      await stack.close()
    }
  })
})
