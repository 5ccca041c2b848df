/**
 * Settles one delivery whose outcome is open: asks the carrier, never posts.
 */
import type { CarrierState } from '#carrier/statuses.ts'
import type { Found } from '#carrier/texts.ts'
import { isSettled } from '#core/delivery.ts'
import { recordDelivery, recordUnknown } from '#db/deliveries.ts'
import { stopLooking } from '#db/sweeps.ts'
import type { OpenDelivery } from '#db/sweeps.ts'
import { composeText, openPhone } from './compose.ts'
import type { WorkerContext } from './context.ts'

/** A finished 5xx answer: what the carrier took then is in its list by now. A lost answer: the carrier may still be at it. */
const TRUST_LIST_S = { answered: 8, lost: 35 }
/** Nothing is open longer than this; security.md promises 120 s. */
const GIVE_UP_S = 110
/** A text that the network never confirms stays `sent`; a call cannot be open this long. */
const TEXT_WATCHED_S = 900
const CALL_WATCHED_S = 180
const SILENCE_S = { sms: 60, call: 75 }

/** Looks at one open delivery and records what the carrier knows of it. */
export async function settleDelivery(context: WorkerContext, open: OpenDelivery): Promise<void> {
  if (open.status === 'sending' && open.carrierRef === null) {
    await recordUnknown(context.database, open.id, { answered: false, carrierCode: null, checkSeconds: 0 })
    context.metrics.settled.inc({ what: 'left_behind' })
    return
  }
  if (open.channel === 'call' && open.isOver && open.carrierRef !== null && open.status !== 'answered')
    await context.carrier.cancelCall(open.carrierRef)
  if (open.carrierRef === null) return settleUnknown(context, open)
  await followUp(context, open, open.carrierRef)
}

async function settleUnknown(context: WorkerContext, open: OpenDelivery): Promise<void> {
  const found = await find(context, open)
  if (found.found === true) return record(context, open, { ...found, ref: found.carrierRef })
  const trusted = open.carrierAnswered ? TRUST_LIST_S.answered : TRUST_LIST_S.lost
  const isSurelyLost = found.found === false && open.ageSeconds >= trusted
  if (!isSurelyLost && open.ageSeconds < GIVE_UP_S) return
  context.metrics.settled.inc({ what: 'not_taken' })
  await record(context, open, { status: 'failed', reason: 'carrier_down', carrierCode: null, ref: null })
}

async function find(context: WorkerContext, open: OpenDelivery): Promise<Found> {
  const { otherRefs: excludeRefs, sendingAt: sinceAt } = open
  if (open.channel === 'call')
    return context.carrier.findCall({ to: openPhone(context.config, open), sinceAt, excludeRefs })
  if (!open.notice && open.codeSealed === null) return { found: 'unknown' }
  const { to, body } = composeText(context.config, open)
  return context.carrier.findText({ to, body, sinceAt, excludeRefs })
}

/** A delivery that the carrier took: how far has it come? After a while nobody asks any more. */
async function followUp(context: WorkerContext, open: OpenDelivery, ref: string): Promise<void> {
  const { carrier, database } = context
  const state = await (open.channel === 'sms' ? carrier.readText(ref) : carrier.readCall(ref))
  if (state) await record(context, open, { ...state, ref })
  if (state && isSettled(state.status)) return
  if (open.channel === 'sms' && open.ageSeconds > TEXT_WATCHED_S) return stopLooking(database, open.id)
  if (open.channel === 'call' && open.ageSeconds > CALL_WATCHED_S)
    await record(context, open, { status: 'failed', reason: 'unknown_failure', carrierCode: null, ref: null })
}

async function record(
  context: WorkerContext,
  open: OpenDelivery,
  state: CarrierState & { ref: string | null },
): Promise<void> {
  // What the carrier still queues has been accepted all the same.
  const status = state.status === 'sending' ? 'sent' : state.status
  const { reason, carrierCode, ref } = state
  const checkSeconds = isSettled(status) ? null : SILENCE_S[open.channel]
  const report = { status, reason, carrierCode, carrierRef: ref, checkSeconds, actor: 'sweeper' } as const
  if (await recordDelivery(context.database, open.id, report))
    context.metrics.settled.inc({ what: 'settled' })
}
