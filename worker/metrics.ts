/**
 * What a worker's /metrics tells.
 */
import { Counter, Gauge, Histogram, Registry, collectDefaultMetrics } from 'prom-client'

export type WorkerMetrics = ReturnType<typeof openWorkerMetrics>

/** Opens the metrics of a worker process. */
export function openWorkerMetrics() {
  const registry = new Registry()
  collectDefaultMetrics({ register: registry })
  const registers = [registry]
  const sends = new Counter({
    name: 'keypad_sends_total',
    help: 'Posts to the carrier by channel and outcome',
    labelNames: ['channel', 'outcome'],
    registers,
  })
  const carrierSeconds = new Histogram({
    name: 'keypad_carrier_seconds',
    help: 'Time that the carrier took to answer a post',
    labelNames: ['channel'],
    buckets: [0.05, 0.1, 0.25, 0.5, 1, 2.5, 5],
    registers,
  })
  const mails = new Counter({
    name: 'keypad_mails_total',
    help: 'Posts of mail by outcome; late: ended without one',
    labelNames: ['outcome'],
    registers,
  })
  const settled = new Counter({
    name: 'keypad_swept_total',
    help: 'What the sweeper did',
    labelNames: ['what'],
    registers,
  })
  const breakerOpen = new Gauge({ name: 'keypad_breaker_open', help: '1 while nothing is posted', registers })
  return { registry, sends, carrierSeconds, settled, mails, breakerOpen }
}
