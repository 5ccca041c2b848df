/**
 * Works off wake-up calls: the worker's side of the queue.
 */
import { openWorker } from './connection.ts'
import type { Pace, QueuePlace } from './connection.ts'
import { QUEUE_NAMES } from './wake-up.ts'

/** A worker on one of the two queues. */
export type QueueWorker = { close(): Promise<void> }

/** Hands every wake-up call of a channel to `deliver`, as fast as `pace` allows. A call that fails is gone; the row stays. */
export function answerWakeUps(
  place: QueuePlace,
  channel: 'sms' | 'call',
  work: { pace: Pace; deliver: (deliveryId: string) => Promise<void> },
): QueueWorker {
  const { worker, close } = openWorker(place, QUEUE_NAMES[channel], {
    pace: work.pace,
    processor: async (job) => work.deliver(job.data.deliveryId),
  })
  worker.on('error', () => {})
  return { close }
}
