/**
 * Where the queue lives: Redis, a Redis Cluster, or BullMQ's tables in the same PostgreSQL. What it holds is only
 * wake-up calls; losing all of it loses nothing (docs/decisions/002-outbox.md).
 */
import { createPostgresBackend, createRedisBackend, withBackend } from 'bullmq'
import type { Processor, Queue, Worker } from 'bullmq'
import { Cluster, Redis } from 'ioredis'
import type { RedisOptions } from 'ioredis'
import { makeLasting } from './lasting.ts'
import type { Lasting } from './lasting.ts'

/** Where the queue lives. `redisUrl` may list several nodes, divided by commas: then it is a cluster. */
export type QueuePlace = { redisUrl: string } | { databaseUrl: string }

/** The data of one job: nothing but the id of a delivery. */
export type WakeUp = { deliveryId: string }

/** How fast one worker process works on one queue; `perSecond` counts over all processes. */
export type Pace = { concurrency: number; perSecond: number }

/** BullMQ itself would wait 15 s before it asks a queue again that has failed. */
const RETRY_DELAY_MS = 1_000

type Limits = Pick<
  RedisOptions,
  | 'enableOfflineQueue'
  | 'maxRetriesPerRequest'
  | 'commandTimeout'
  | 'socketTimeout'
  | 'connectTimeout'
  | 'retryStrategy'
>

/** All keys share one hash tag, so that a cluster keeps them on one node. */
const PREFIX = '{keypad}'
/** Connections that must answer at once: a command fails when Redis is away, instead of waiting for it. */
const FAIL_FAST: Limits = { enableOfflineQueue: false, maxRetriesPerRequest: 1, commandTimeout: 1_000 }
/**
 * BullMQ's connections: they wait for Redis to come back, for ever. What waits on them is bounded in wake-up.ts. A socket
 * on which nothing is heard, though BullMQ never blocks longer than 5 s, is dead and made anew.
 */
const PATIENT: Limits = { maxRetriesPerRequest: null, socketTimeout: 8_000 }
const COMMON: Limits = { connectTimeout: 2_000, retryStrategy: (tries) => Math.min(200 * tries, 2_000) }

/** Opens a connection to Redis or a cluster for commands that must not wait. Whoever opens it closes it. */
export function openRedis(redisUrl: string): Redis | Cluster {
  return connect(redisUrl, { ...COMMON, ...FAIL_FAST })
}

function connect(redisUrl: string, options: Limits): Redis | Cluster {
  const redis = redisUrl.includes(',') ? connectCluster(redisUrl, options) : new Redis(redisUrl, options)
  redis.on('error', () => {})
  return redis
}

function connectCluster(redisUrl: string, options: Limits): Cluster {
  const { enableOfflineQueue = true, retryStrategy: _ofOneNode, ...limits } = options
  const redisOptions = { ...limits, maxRetriesPerRequest: null }
  return new Cluster(redisUrl.split(','), { enableOfflineQueue, redisOptions })
}

function postgresConnection(databaseUrl: string, max: number) {
  return {
    connectionString: databaseUrl,
    schema: 'queue',
    migrate: true,
    max,
    connectionTimeoutMillis: 2_000,
  }
}

/** Opens one queue for adding. */
export function openQueue(place: QueuePlace, name: string): Lasting<Queue<WakeUp>> {
  return makeLasting(() => {
    if ('databaseUrl' in place) {
      const { Queue: PostgresQueue } = withBackend(createPostgresBackend)
      const connection = postgresConnection(place.databaseUrl, 2)
      return {
        user: new PostgresQueue<WakeUp>(name, { connection }) as unknown as Queue<WakeUp>,
        dispose: () => {},
      }
    }
    const connection = connect(place.redisUrl, { ...COMMON, ...PATIENT })
    const { Queue: RedisQueue } = withBackend(createRedisBackend)
    const user = new RedisQueue<WakeUp>(name, { connection, prefix: PREFIX }) as unknown as Queue<WakeUp>
    return { user, dispose: () => connection.disconnect() }
  })
}

/** Opens a worker on one queue; it has to be run once it is ready. Closing finishes the jobs that are under way. */
export function openWorker(
  place: QueuePlace,
  name: string,
  work: { pace: Pace; processor: Processor<WakeUp> },
): Lasting<Worker<WakeUp>> {
  const { concurrency, perSecond } = work.pace
  const limiter = { max: perSecond, duration: 1_000 }
  const options = { concurrency, limiter, runRetryDelay: RETRY_DELAY_MS, autorun: false }
  return makeLasting(() => {
    if ('databaseUrl' in place) {
      const { Worker: PostgresWorker } = withBackend(createPostgresBackend)
      const connection = postgresConnection(place.databaseUrl, Math.max(2, Math.min(8, concurrency)))
      const worker = new PostgresWorker<WakeUp>(name, work.processor, { ...options, connection })
      return { user: worker as unknown as Worker<WakeUp>, dispose: () => {} }
    }
    const connection = connect(place.redisUrl, { ...COMMON, ...PATIENT })
    const { Worker: RedisWorker } = withBackend(createRedisBackend)
    const worker = new RedisWorker<WakeUp>(name, work.processor, { ...options, connection, prefix: PREFIX })
    return { user: worker as unknown as Worker<WakeUp>, dispose: () => connection.disconnect() }
  })
}
