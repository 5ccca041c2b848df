/**
 * Starts door 1: the HTTP API. Used by its own main file and by the all-in-one start.
 */
import { createServer } from 'node:http'
import type { Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { Express } from 'express'
import type { Logger } from 'pino'
import type { Config } from '#config.ts'
import { openDatabase } from '#db/client.ts'
import { listLoginVersions } from '#db/logins.ts'
import { listVersions } from '#db/verifications.ts'
import { queueCheck } from '#process/health.ts'
import { openQueueHealth } from '#queue/health.ts'
import { openWakeUps } from '#queue/wake-up.ts'
import { answerUnreadable } from './answer-unreadable.ts'
import { createApp } from './app.ts'
import type { ApiContext } from './context.ts'
import { openFloodLimit } from './flood-limit.ts'
import { openKeyCache } from './key-cache.ts'
import { openRefusedLogins } from './logins/refused-logins.ts'
import { openMetrics } from './metrics.ts'
import { openTenantCache } from './tenant-cache.ts'
import { openWatcher } from './watcher.ts'

export type RunningApi = { port: number; context: ApiContext; close(): Promise<void> }

/** How long requests may go on after a stop is asked for. */
const DRAIN_MS = 8_000
const IDLE_CHECK_MS = 50

/** Opens everything, listens, and gives back how to stop. */
export async function startApi(
  config: Config,
  log: Logger,
  beside: (app: Express) => void = () => {},
): Promise<RunningApi> {
  const place = config.redisUrl ? { redisUrl: config.redisUrl } : { databaseUrl: config.databaseUrl }
  const database = openDatabase(config.databaseUrl, config.pool)
  const wakeUps = openWakeUps(place)
  const queueHealth = openQueueHealth(place, config.isProduction)
  const watcher = openWatcher((ids) => listVersions(database, ids))
  const loginWatcher = openWatcher((ids) => listLoginVersions(database, ids))
  const metrics = openMetrics(() => wakeUps.lost())
  const checkQueue = queueCheck(queueHealth)
  const context = {
    config,
    database,
    wakeUps,
    watcher,
    loginWatcher,
    refusedLogins: openRefusedLogins(database, log),
    metrics,
    log,
    keys: openKeyCache(database),
    tenants: openTenantCache(database),
    floods: openFloodLimit(config.limitsFloods),
    checkQueue,
  }
  const server = await listen(createApp(context, beside), config.port)
  const close = async (): Promise<void> => {
    watcher.close()
    loginWatcher.close()
    await drain(server)
    await wakeUps.close()
    queueHealth.close()
    await context.refusedLogins.flush()
    await database.close()
  }
  return { port: (server.address() as AddressInfo).port, context, close }
}

/** Listens; slow clients are cut before they cost anything. Throws when the port is taken. */
async function listen(app: Express, port: number): Promise<Server> {
  const server = createServer(
    {
      headersTimeout: 10_000,
      requestTimeout: 15_000,
      connectionsCheckingInterval: 5_000,
      keepAliveTimeout: 65_000,
    },
    app,
  )
  server.maxConnections = 10_000
  answerUnreadable(server)
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject)
    server.listen(port, () => resolve())
  })
  return server
}

async function drain(server: Server): Promise<void> {
  const closed = new Promise<void>((resolve) => server.close(() => resolve()))
  // A connection that is kept alive becomes idle only after its request has been answered.
  const idle = setInterval(() => server.closeIdleConnections(), IDLE_CHECK_MS)
  const cut = setTimeout(() => server.closeAllConnections(), DRAIN_MS)
  await closed
  clearInterval(idle)
  clearTimeout(cut)
}
