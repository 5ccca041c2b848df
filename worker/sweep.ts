/**
 * The sweeper: runs in every worker, works in one at a time, and finds whatever was left behind.
 */
import { deleteOld } from '#db/retention.ts'
import { expireVerifications, listForgotten, takeUnsettled, tryToSweep } from '#db/sweeps.ts'
import type { Due } from '#db/due.ts'
import type { OpenDelivery } from '#db/sweeps.ts'
import { atMost } from '#queue/at-most.ts'
import type { WorkerContext } from './context.ts'
import { settleDelivery } from './settle.ts'

const TICK_MS = 1_000
/** A delivery that is due this long was forgotten by the queue. */
const FORGOTTEN_S = 2
const FORGOTTEN_AT_ONCE = 2_000
const UNSETTLED_AT_ONCE = 50
const LOOK_AGAIN_S = 4
const EXPIRED_AT_ONCE = 1_000
/** Wake-up calls for one row are placed at most once in this time, so that a queue that is merely full does not grow. */
const DEDUPE_MS = 6_000
/** With so many jobs waiting nothing is forgotten: the workers are busy. */
const BUSY_QUEUE = 1_000
const DELETE_EVERY_TICKS = 60
const DELETED_AT_ONCE = 5_000
/** A slow carrier may hold a sweep up for longer; what it leaves open the next sweeper settles. */
const CLOSE_LIMIT_MS = 6_000

export type Sweeper = { close(): Promise<void> }

/** Starts sweeping. Errors are logged and the next tick tries again. */
export function startSweeper(context: WorkerContext): Sweeper {
  let ticks = 0
  let isClosed = false
  let timer: NodeJS.Timeout | undefined
  let running: Promise<void> = Promise.resolve()
  const tick = async (): Promise<void> => {
    await sweep(context, ticks++).catch((error: unknown) =>
      context.log.warn({ error: (error as Error).name }, 'the sweep failed and will be tried again'),
    )
    if (!isClosed) timer = setTimeout(start, TICK_MS)
  }
  const start = (): void => {
    running = tick()
  }
  start()
  return {
    close: async () => {
      isClosed = true
      clearTimeout(timer)
      await atMost(CLOSE_LIMIT_MS, running).catch(() => {})
    },
  }
}

/** One round: the database part in one short transaction, then, with no connection held, the queue and the carrier. */
async function sweep(context: WorkerContext, tick: number): Promise<void> {
  const found = await collect(context)
  if (!found) return
  if (tick % DELETE_EVERY_TICKS === 0) await deleteOld(context.database, DELETED_AT_ONCE)
  await wakeForgotten(context, found.forgotten)
  await Promise.all(found.unsettled.map((open) => settleSafely(context, open)))
}

async function collect(
  context: WorkerContext,
): Promise<{ forgotten: Due[]; unsettled: OpenDelivery[] } | null> {
  return context.database.transaction(async (db) => {
    if (!(await tryToSweep(db))) return null
    const ended = await expireVerifications(db, EXPIRED_AT_ONCE)
    if (ended > 0) context.metrics.settled.inc({ what: 'expired' }, ended)
    const forgotten = await listForgotten(db, FORGOTTEN_S, FORGOTTEN_AT_ONCE)
    return { forgotten, unsettled: await takeUnsettled(db, UNSETTLED_AT_ONCE, LOOK_AGAIN_S) }
  })
}

async function wakeForgotten(context: WorkerContext, forgotten: Due[]): Promise<void> {
  if (forgotten.length === 0) return
  // A queue that does not answer cannot wake anybody either; the rows are found again by the next sweep.
  const waiting = await context.wakeUps.countWaiting().catch(() => Infinity)
  if (waiting > BUSY_QUEUE) return
  context.metrics.settled.inc({ what: 'woken' }, forgotten.length)
  context.wakeUps.wake(forgotten, String(Math.floor(Date.now() / DEDUPE_MS)))
}

async function settleSafely(context: WorkerContext, open: OpenDelivery): Promise<void> {
  await settleDelivery(context, open).catch((error: unknown) =>
    context.log.warn(
      { delivery: open.id, error: (error as Error).name },
      'a delivery could not be settled yet',
    ),
  )
}
