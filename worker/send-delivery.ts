/**
 * Sends one delivery. The job holds only an id; the row decides whether there is still something to do, and no database
 * connection is held while the carrier works.
 */
import { CARRIER_TIME_LIMIT_MS, MAX_POSTS, MIN_LIFE_TO_SEND_MS } from '#core/limits.ts'
import type { SendOutcome } from '#core/delivery.ts'
import { recordDelivery, recordNotSent, recordUnknown, takeDelivery } from '#db/deliveries.ts'
import type { DeliveryTask } from '#db/deliveries.ts'
import { composeCall, composeTextPost } from './compose.ts'
import type { WorkerContext } from './context.ts'

const MIN_LIFE_S = MIN_LIFE_TO_SEND_MS / 1_000
/** A worker that was held up this long between taking and posting does not post: the sweeper may be at the row by then. */
const HELD_UP_MS = CARRIER_TIME_LIMIT_MS
/** A post that has not recorded its outcome by then was left behind by a worker that died. */
const LEFT_BEHIND_S = (HELD_UP_MS + CARRIER_TIME_LIMIT_MS) / 1_000 + 2
/** After this the carrier has surely called back about a text or call that it took, or never will. */
const SILENCE_S = { sms: 60, call: 75 }
/** The first look at an unknown outcome; a callback may settle it before. */
const UNKNOWN_S = 3
const LONGEST_WAIT_MS = 4_000

/** Takes the delivery, posts it, and records what came of it. */
export async function sendDelivery(context: WorkerContext, deliveryId: string): Promise<void> {
  const askedAt = performance.now()
  const task = await takeDelivery(context.database, deliveryId, { minLife: MIN_LIFE_S, check: LEFT_BEHIND_S })
  if (!task) return
  const heldUpMs = performance.now() - askedAt
  const outcome =
    heldUpMs > HELD_UP_MS ? NOT_POSTED : await context.breaker.guard(() => post(context, task, heldUpMs))
  context.metrics.sends.inc({ channel: task.channel, outcome: outcome.outcome })
  await recordOutcome(context, task, outcome)
}

const NOT_POSTED: SendOutcome = { outcome: 'not_sent', retryAfterMs: null, carrierCode: null }

async function post(context: WorkerContext, task: DeliveryTask, heldUpMs: number): Promise<SendOutcome> {
  const { carrier, config, metrics } = context
  const stopTimer = metrics.carrierSeconds.startTimer({ channel: task.channel })
  try {
    if (task.channel === 'sms') return await carrier.sendText(composeTextPost(config, task, heldUpMs))
    return await carrier.placeCall(composeCall(config, task))
  } catch (error) {
    context.log.error({ delivery: task.id, error: (error as Error).name }, 'a delivery cannot be composed')
    return { outcome: 'refused', reason: 'unknown_failure', carrierCode: null }
  } finally {
    stopTimer()
  }
}

async function recordOutcome(
  context: WorkerContext,
  task: DeliveryTask,
  outcome: SendOutcome,
): Promise<void> {
  const { database } = context
  if (outcome.outcome === 'not_sent') return recordRefusedForNow(context, task, outcome)
  if (outcome.outcome === 'unknown') {
    const { answered, carrierCode } = outcome
    return recordUnknown(database, task.id, { answered, carrierCode, checkSeconds: UNKNOWN_S })
  }
  const isAccepted = outcome.outcome === 'accepted'
  await recordDelivery(database, task.id, {
    status: isAccepted ? 'sent' : 'failed',
    carrierRef: isAccepted ? outcome.carrierRef : null,
    reason: isAccepted ? null : outcome.reason,
    carrierCode: isAccepted ? null : outcome.carrierCode,
    checkSeconds: isAccepted ? SILENCE_S[task.channel] : null,
    actor: 'worker',
  })
}

/** Surely not taken: due again after a wait with jitter, a bounded number of times and only while the code lives. */
async function recordRefusedForNow(
  context: WorkerContext,
  task: DeliveryTask,
  outcome: Extract<SendOutcome, { outcome: 'not_sent' }>,
): Promise<void> {
  const { id, channel } = task
  const asked = outcome.retryAfterMs ?? 500 * 2 ** task.posts
  const waitMs = Math.round(Math.min(LONGEST_WAIT_MS, asked) * (1 + context.jitter() / 2))
  const again = { waitMs, maxPosts: MAX_POSTS, minLifeSeconds: MIN_LIFE_S }
  if (await recordNotSent(context.database, id, again)) {
    setTimeout(() => context.wakeUps.wake([{ id, channel, priority: 1 }]), waitMs + 20).unref()
    return
  }
  const { carrierCode } = outcome
  const failed = { status: 'failed', carrierRef: null, reason: 'carrier_down', carrierCode } as const
  await recordDelivery(context.database, id, { ...failed, checkSeconds: null, actor: 'worker' })
}
