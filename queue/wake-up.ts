/**
 * Wakes workers for deliveries that are due. Nobody waits for a wake-up call: when one is lost, the sweeper finds the row.
 */
import type { Queue } from 'bullmq'
import { atMost } from './at-most.ts'
import { openQueue } from './connection.ts'
import type { QueuePlace, WakeUp } from './connection.ts'

export type WakeUpCall = { id: string; channel: 'sms' | 'call'; priority: number }

/** The two queues as seen by whoever wakes. `lost` counts calls that could not be placed. */
export type WakeUps = {
  /** Places wake-up calls soon, never throws, never blocks. `dedupe`: calls with the same text count once. */
  wake(calls: readonly WakeUpCall[], dedupe?: string): void
  /** Wake-up calls that wait, both channels. Throws when the queue does not answer within a second. */
  countWaiting(): Promise<number>
  lost(): number
  close(): Promise<void>
}

export const QUEUE_NAMES = { sms: 'texts', call: 'calls' } as const

/** Placed at most this many at once; what comes while that many wait is left to the sweeper. */
const MAX_BUFFERED = 10_000
const FLUSHES_AT_ONCE = 1
const ANSWER_LIMIT_MS = 1_000

type Job = { name: string; data: WakeUp; opts: Record<string, unknown> }

/** Opens both queues. */
export function openWakeUps(place: QueuePlace): WakeUps {
  const lines = { sms: openLine(place, QUEUE_NAMES.sms), call: openLine(place, QUEUE_NAMES.call) }
  const all = Object.values(lines)
  return {
    wake: (calls, dedupe) => {
      for (const call of calls) lines[call.channel].push(writeJob(call, dedupe))
    },
    countWaiting: async () => {
      const counts = await Promise.all(
        all.map(({ queue }) =>
          atMost(
            ANSWER_LIMIT_MS,
            queue.ready.then((open) => open.getJobCounts('waiting', 'prioritized', 'active')),
          ),
        ),
      )
      return counts.flatMap((count) => Object.values(count)).reduce((sum, count) => sum + count, 0)
    },
    lost: () => all.reduce((sum, line) => sum + line.lost(), 0),
    close: async () => {
      await Promise.all(all.map((line) => line.close()))
    },
  }
}

/** Jobs without a BullMQ priority go before all others, so logins carry none. */
function writeJob({ id, priority }: WakeUpCall, dedupe: string | undefined): Job {
  const opts = { removeOnComplete: true, removeOnFail: true, ...(priority > 1 ? { priority } : {}) }
  return {
    name: 'wake',
    data: { deliveryId: id },
    opts: dedupe ? { ...opts, jobId: `${id}.${dedupe}` } : opts,
  }
}

/** One queue whose adds are gathered for the length of a turn of the event loop, and sent together. */
function openLine(place: QueuePlace, name: string) {
  const queue = openQueue(place, name)
  let buffer: Job[] = []
  let flushing = 0
  let lost = 0
  const flush = async (): Promise<void> => {
    const open = await queue.ready
    while (buffer.length > 0) {
      const jobs = buffer
      buffer = []
      await addAll(open, jobs).catch(() => (lost += jobs.length))
    }
    flushing--
  }
  const push = (job: Job): void => {
    if (buffer.length >= MAX_BUFFERED) return void lost++
    buffer.push(job)
    if (buffer.length > 1 || flushing >= FLUSHES_AT_ONCE) return
    flushing++
    setImmediate(() => void flush())
  }
  const drainAndClose = async (): Promise<void> => {
    flushing++
    await atMost(ANSWER_LIMIT_MS, flush()).catch(() => {})
    await queue.close(ANSWER_LIMIT_MS)
  }
  return { queue, push, lost: () => lost, close: drainAndClose }
}

async function addAll(queue: Queue<WakeUp>, jobs: Job[]): Promise<void> {
  await (jobs.length === 1 ? queue.add(jobs[0]!.name, jobs[0]!.data, jobs[0]!.opts) : queue.addBulk(jobs))
}
