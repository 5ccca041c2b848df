/**
 * Starts door 2: the jobs. Used by its own main file and by the all-in-one start.
 */
import { randomInt } from 'node:crypto'
import type { Logger } from 'pino'
import type { Config } from '#config.ts'
import { createCarrier } from '#carrier/twilio.ts'
import { openDatabase } from '#db/client.ts'
import { openReadiness, queueCheck } from '#process/health.ts'
import type { Readiness } from '#process/health.ts'
import { answerWakeUps } from '#queue/answer-calls.ts'
import { openQueueHealth } from '#queue/health.ts'
import { openWakeUps } from '#queue/wake-up.ts'
import { openBreaker } from './breaker.ts'
import type { WorkerContext } from './context.ts'
import { startLinker } from './link-events.ts'
import { openMailTransport } from './mail-transport.ts'
import { openWorkerMetrics } from './metrics.ts'
import { sendDelivery } from './send-delivery.ts'
import { openPostWebhook } from './post-webhook.ts'
import { startMailer } from './send-mail.ts'
import { startWebhooks } from './send-webhooks.ts'
import { startSweeper } from './sweep.ts'

const jitter = (): number => randomInt(1_000) / 1_000

export type RunningWorker = {
  context: WorkerContext
  checkReadiness: () => Promise<Readiness>
  close(): Promise<void>
}

/** Opens everything and starts working; closing finishes the jobs that are under way. */
export function startWorker(config: Config, log: Logger): RunningWorker {
  const place = config.redisUrl ? { redisUrl: config.redisUrl } : { databaseUrl: config.databaseUrl }
  const database = openDatabase(config.databaseUrl, config.pool)
  const wakeUps = openWakeUps(place)
  const metrics = openWorkerMetrics()
  const breaker = openBreaker()
  const { accountSid, authTokens, from, messagingServiceSid, baseUrl } = config.carrier
  const carrier = createCarrier({
    ...{ accountSid, authToken: authTokens[0], from: from ?? undefined, baseUrl: baseUrl ?? undefined },
    messagingServiceSid: messagingServiceSid ?? undefined,
  })
  const context = { config, database, carrier, breaker, wakeUps, metrics, log, jitter }
  const deliver = (deliveryId: string) => sendDelivery(context, deliveryId)
  const lines = [
    answerWakeUps(place, 'sms', { pace: config.pace.texts, deliver }),
    answerWakeUps(place, 'call', { pace: config.pace.calls, deliver }),
  ]
  const queueHealth = openQueueHealth(place, config.isProduction)
  const checkReadiness = openReadiness({ database, checkQueue: queueCheck(queueHealth) })
  const sweeper = startSweeper(context)
  const linker = startLinker(context)
  const mailer = startMailer(context, openMailTransport(config.mail))
  const webhooks = startWebhooks(context, openPostWebhook(config.isProduction))
  const close = async (): Promise<void> => {
    const loops = [sweeper, linker, mailer, webhooks, ...lines]
    await Promise.all(loops.map((loop) => loop.close()))
    await wakeUps.close()
    queueHealth.close()
    await database.close()
  }
  return { context, checkReadiness, close }
}
