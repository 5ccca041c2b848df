/**
 * Whether the queue can be trusted with wake-up calls.
 */
import type { Cluster, Redis } from 'ioredis'
import { openRedis } from './connection.ts'
import type { QueuePlace } from './connection.ts'

/** What is wrong with the queue, in words for the operator; null when all is well. */
export type QueueHealth = { check(): Promise<string | null>; close(): void }

/** Opens a health check; the queue in PostgreSQL is as healthy as the database. */
export function openQueueHealth(place: QueuePlace, isStrict: boolean): QueueHealth {
  if ('databaseUrl' in place) return { check: async () => null, close: () => {} }
  const redis = openRedis(place.redisUrl)
  return { check: () => checkRedis(redis, isStrict), close: () => redis.disconnect() }
}

/** Redis must never evict jobs; in production it must also keep them on disk (security.md OPS-3). */
async function checkRedis(redis: Redis | Cluster, isStrict: boolean): Promise<string | null> {
  const policy = await readSetting(redis, 'maxmemory-policy')
  if (policy !== null && policy !== 'noeviction')
    return `Redis evicts keys (maxmemory-policy ${policy}); set noeviction`
  const appendOnly = await readSetting(redis, 'appendonly')
  if (isStrict && appendOnly === 'no') return 'Redis keeps nothing on disk; set appendonly yes'
  return null
}

/** Null where the server does not let us read its settings, as some hosted ones do. */
async function readSetting(redis: Redis | Cluster, name: string): Promise<string | null> {
  await redis.ping()
  try {
    const answer = (await redis.call('config', 'get', name)) as string[]
    return answer[1] ?? null
  } catch (error) {
    if (/unknown command|NOPERM|not allowed/i.test((error as Error).message)) return null
    throw error
  }
}
