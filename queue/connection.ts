/**
 * Where the queue lives: Redis, a Redis Cluster, or BullMQ's tables in the same PostgreSQL. What it holds is only
 * wake-up calls; losing all of it loses nothing (docs/decisions/002-outbox.md).
 */
import { createPostgresBackend, createRedisBackend, withBackend } from 'bullmq'
import type { Processor, Queue, Worker } from 'bullmq'
import { Cluster, Redis } from 'ioredis'
import type { RedisOptions } from 'ioredis'
import { atMost } from './at-most.ts'

/** Where the queue lives. `redisUrl` may list several nodes, divided by commas: then it is a cluster. */
export type QueuePlace = { redisUrl: string } | { databaseUrl: string }

/** The data of one job: nothing but the id of a delivery. */
export type WakeUp = { deliveryId: string }

/** How fast one worker process works on one queue; `perSecond` counts over all processes. */
export type Pace = { concurrency: number; perSecond: number }

/** A queue that is away cannot hold up the end of a process for longer than this: jobs end, nothing else is lost. */
const CLOSE_LIMIT_MS = { queue: 1_000, worker: 7_000 }

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

/** Opens one queue for adding, and whatever closes with it. */
export function openQueue(
  place: QueuePlace,
  name: string,
): { queue: Queue<WakeUp>; close: () => Promise<void> } {
  if ('databaseUrl' in place) {
    const { Queue: PostgresQueue } = withBackend(createPostgresBackend)
    const connection = postgresConnection(place.databaseUrl, 2)
    const queue = new PostgresQueue<WakeUp>(name, { connection }) as unknown as Queue<WakeUp>
    return { queue, close: () => atMost(CLOSE_LIMIT_MS.queue, queue.close()).catch(() => {}) }
  }
  const redis = connect(place.redisUrl, { ...COMMON, ...PATIENT })
  const { Queue: RedisQueue } = withBackend(createRedisBackend)
  const queue = new RedisQueue<WakeUp>(name, { connection: redis, prefix: PREFIX, skipWaitingForReady: true })
  const close = () => closeBoth(CLOSE_LIMIT_MS.queue, queue, redis)
  return { queue: queue as unknown as Queue<WakeUp>, close }
}

/** Starts a worker on one queue, and whatever closes with it; closing finishes the jobs that are under way. */
export function openWorker(
  place: QueuePlace,
  name: string,
  work: { pace: Pace; processor: Processor<WakeUp> },
): { worker: Worker<WakeUp>; close: () => Promise<void> } {
  const { concurrency, perSecond } = work.pace
  const options = { concurrency, limiter: { max: perSecond, duration: 1_000 }, runRetryDelay: RETRY_DELAY_MS }
  if ('databaseUrl' in place) {
    const { Worker: PostgresWorker } = withBackend(createPostgresBackend)
    const connection = postgresConnection(place.databaseUrl, Math.max(2, Math.min(8, concurrency)))
    const worker = new PostgresWorker<WakeUp>(name, work.processor, { ...options, connection })
    const close = () => atMost(CLOSE_LIMIT_MS.worker, worker.close()).catch(() => {})
    return { worker: worker as unknown as Worker<WakeUp>, close }
  }
  const redis = connect(place.redisUrl, { ...COMMON, ...PATIENT })
  const { Worker: RedisWorker } = withBackend(createRedisBackend)
  const worker = new RedisWorker<WakeUp>(name, work.processor, {
    ...options,
    connection: redis,
    prefix: PREFIX,
  })
  const close = () => closeBoth(CLOSE_LIMIT_MS.worker, worker, redis)
  return { worker: worker as unknown as Worker<WakeUp>, close }
}

async function closeBoth(
  limitMs: number,
  user: { close(): Promise<void> },
  redis: Redis | Cluster,
): Promise<void> {
  await atMost(limitMs, user.close()).catch(() => {})
  redis.disconnect()
}
