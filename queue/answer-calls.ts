/**
 * Works off wake-up calls: the worker's side of the queue.
 */
import { setTimeout as wait } from 'node:timers/promises'
import type { Worker } from 'bullmq'
import { openWorker } from './connection.ts'
import type { Pace, QueuePlace } from './connection.ts'
import { QUEUE_NAMES } from './wake-up.ts'

/** A queue that is away cannot hold up the end of a process for longer than this. */
const CLOSE_LIMIT_MS = 7_000
const RUN_AGAIN_MS = 1_000

/** A worker on one of the two queues. */
export type QueueWorker = { close(): Promise<void> }

/** Hands every wake-up call of a channel to `deliver`, as fast as `pace` allows. A call that fails is gone; the row stays. */
export function answerWakeUps(
  place: QueuePlace,
  channel: 'sms' | 'call',
  work: { pace: Pace; deliver: (deliveryId: string) => Promise<void> },
): QueueWorker {
  const worker = openWorker(place, QUEUE_NAMES[channel], {
    pace: work.pace,
    processor: async (job) => work.deliver(job.data.deliveryId),
  })
  void worker.ready.then(keepRunning)
  return { close: () => worker.close(CLOSE_LIMIT_MS) }
}

/** BullMQ's loop over PostgreSQL ends for good on some lost connections; then it is begun again. */
async function keepRunning(worker: Worker): Promise<void> {
  while (worker.closing === undefined) {
    await worker.run().catch(() => {})
    await wait(RUN_AGAIN_MS)
  }
}
