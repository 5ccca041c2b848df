/**
 * What /metrics tells: counts and times, never a number, a code or an id of a person.
 */
import { Counter, Gauge, Histogram, Registry, collectDefaultMetrics } from 'prom-client'

/** The metrics of one API process, on a registry of its own. */
export type Metrics = ReturnType<typeof openMetrics>

/** Opens the metrics. `lostWakeUps` is asked when they are scraped. */
export function openMetrics(lostWakeUps: () => number) {
  const registry = new Registry()
  collectDefaultMetrics({ register: registry })
  const registers = [registry]
  const answers = new Counter({
    name: 'keypad_answers_total',
    help: 'Answers by operation and HTTP status',
    labelNames: ['operation', 'status'],
    registers,
  })
  const seconds = new Histogram({
    name: 'keypad_answer_seconds',
    help: 'Time to answer, by operation',
    labelNames: ['operation'],
    buckets: [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5],
    registers,
  })
  const receipts = new Counter({
    name: 'keypad_receipts_total',
    help: 'Carrier callbacks by kind and what became of them',
    labelNames: ['kind', 'result'],
    registers,
  })
  const lost = new Gauge({
    name: 'keypad_lost_wake_ups',
    help: 'Wake-up calls that the queue did not take; the sweeper finds their deliveries',
    registers,
    collect() {
      this.set(lostWakeUps())
    },
  })
  return { registry, answers, seconds, receipts, lost }
}
