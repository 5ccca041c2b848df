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

/** A queue that is away cannot hold up the end of a process for longer than this. */
const CLOSE_LIMIT_MS = 8_000

type Limits = Pick<
  RedisOptions,
  'enableOfflineQueue' | 'maxRetriesPerRequest' | 'commandTimeout' | 'connectTimeout' | 'retryStrategy'
>

/** All keys share one hash tag, so that a cluster keeps them on one node. */
const PREFIX = '{keypad}'
/** Connections that must answer at once: a command fails when Redis is away, instead of waiting for it. */
const FAIL_FAST: Limits = { enableOfflineQueue: false, maxRetriesPerRequest: 1, commandTimeout: 1_000 }
/** BullMQ's connections: they wait for Redis to come back, for ever. What waits on them is bounded in wake-up.ts. */
const PATIENT: Limits = { maxRetriesPerRequest: null }
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
  const { commandTimeout, enableOfflineQueue = true } = options
  const limit = commandTimeout === undefined ? {} : { commandTimeout }
  const redisOptions = { connectTimeout: 2_000, maxRetriesPerRequest: null, ...limit }
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
    return { queue, close: () => queue.close() }
  }
  const redis = connect(place.redisUrl, { ...COMMON, ...PATIENT })
  const { Queue: RedisQueue } = withBackend(createRedisBackend)
  const queue = new RedisQueue<WakeUp>(name, { connection: redis, prefix: PREFIX, skipWaitingForReady: true })
  return { queue: queue as unknown as Queue<WakeUp>, close: () => closeBoth(queue, redis) }
}

/** Starts a worker on one queue, and whatever closes with it; closing finishes the jobs that are under way. */
export function openWorker(
  place: QueuePlace,
  name: string,
  work: { pace: Pace; processor: Processor<WakeUp> },
): { worker: Worker<WakeUp>; close: () => Promise<void> } {
  const { concurrency, perSecond } = work.pace
  const options = { concurrency, limiter: { max: perSecond, duration: 1_000 } }
  if ('databaseUrl' in place) {
    const { Worker: PostgresWorker } = withBackend(createPostgresBackend)
    const connection = postgresConnection(place.databaseUrl, Math.max(2, Math.min(8, concurrency)))
    const worker = new PostgresWorker<WakeUp>(name, work.processor, { ...options, connection })
    return { worker: worker as unknown as Worker<WakeUp>, close: () => worker.close() }
  }
  const redis = connect(place.redisUrl, { ...COMMON, ...PATIENT })
  const { Worker: RedisWorker } = withBackend(createRedisBackend)
  const worker = new RedisWorker<WakeUp>(name, work.processor, {
    ...options,
    connection: redis,
    prefix: PREFIX,
  })
  return { worker: worker as unknown as Worker<WakeUp>, close: () => closeBoth(worker, redis) }
}

async function closeBoth(user: { close(): Promise<void> }, redis: Redis | Cluster): Promise<void> {
  await atMost(CLOSE_LIMIT_MS, user.close()).catch(() => {})
  redis.disconnect()
}
