/**
 * What every job works with.
 */
import type { Logger } from 'pino'
import type { Config } from '#config.ts'
import type { Carrier } from '#carrier/twilio.ts'
import type { Database } from '#db/client.ts'
import type { WakeUps } from '#queue/wake-up.ts'
import type { Breaker } from './breaker.ts'
import type { WorkerMetrics } from './metrics.ts'

export type WorkerContext = {
  config: Pick<Config, 'ring' | 'publicUrl'>
  database: Database
  carrier: Carrier
  breaker: Breaker
  wakeUps: WakeUps
  metrics: WorkerMetrics
  /** A number in [0, 1) for waits that should not coincide. */
  jitter: () => number
  log: Logger
}
