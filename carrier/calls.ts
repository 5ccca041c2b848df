/**
 * Calls at Twilio: place one, end one, find one whose answer was lost, read how far one has come.
 */
import type { Twilio } from 'twilio'
import type { SendOutcome } from '#core/delivery.ts'
import { findSince } from './listing.ts'
import { failureOfConnection } from './request-failure.ts'
import { callState, type CarrierState } from './statuses.ts'
import { acceptedAs, UNREADABLE, type Found } from './texts.ts'
import { outcomeOf } from './twilio-errors.ts'

/**
 * One call. `twiml`: the first document, which holds no code since it travels and is kept with the request.
 * `machineCallback`: listen for an answering machine beside the call, so that nobody waits, and report it there.
 */
export type CallToPlace = {
  to: string
  twiml: string
  statusCallback: string
  ringSeconds: number
  callSeconds: number
  machineCallback?: string
}

/** What to look for. `excludeRefs`: refs that other deliveries have already, since a call has no words to compare. */
export type CallSearch = { to: string; sinceAt: Date; excludeRefs?: readonly string[] }

/** security.md VOI-5: no call rings longer than 30 s or lasts longer than 60 s, whatever is asked for. */
const MAX_RING_SECONDS = 30
const MAX_CALL_SECONDS = 60
const CALL_REF = /^CA[0-9a-f]{32}$/i
const PAGE_SIZE = 20
const OVER = /^(completed|canceled|busy|failed|no-answer)$/
/** What Twilio answers to a call without a sender. */
const FROM_REQUIRED = 21213
/** What Twilio answers to ending a call that is over. */
const NOT_IN_PROGRESS = 21220

/** Posts one call, once. `from` null (only a messaging service is set up): refused, since a service cannot call. */
export async function placeCall(
  client: Twilio,
  from: string | null,
  call: CallToPlace,
): Promise<SendOutcome> {
  if (from === null) return { outcome: 'refused', reason: 'unknown_failure', carrierCode: FROM_REQUIRED }
  try {
    const placed = await client.calls.create({
      to: call.to,
      from,
      twiml: call.twiml,
      timeout: Math.min(MAX_RING_SECONDS, call.ringSeconds),
      timeLimit: Math.min(MAX_CALL_SECONDS, call.callSeconds),
      statusCallback: call.statusCallback,
      statusCallbackEvent: ['initiated', 'ringing', 'answered', 'completed'],
      ...(call.machineCallback === undefined ? {} : detectMachine(call.machineCallback)),
    })
    return acceptedAs(placed.sid, CALL_REF)
  } catch (error) {
    return outcomeOf(failureOfConnection(error))
  }
}

function detectMachine(asyncAmdStatusCallback: string) {
  return { machineDetection: 'Enable', asyncAmd: 'true', asyncAmdStatusCallback }
}

/**
 * Ends a call whose verification is over: `canceled` takes it out of the queue or stops the ringing, `completed` hangs
 * up one that was answered meanwhile. False: the carrier did not confirm that it is over.
 */
export async function cancelCall(client: Twilio, carrierRef: string): Promise<boolean> {
  return (await endAs(client, carrierRef, 'canceled')) || (await endAs(client, carrierRef, 'completed'))
}

async function endAs(client: Twilio, carrierRef: string, status: 'canceled' | 'completed'): Promise<boolean> {
  try {
    return OVER.test((await client.calls(carrierRef).update({ status })).status)
  } catch (error) {
    return status === 'completed' && failureOfConnection(error).code === NOT_IN_PROGRESS
  }
}

/** Looks for a call in the carrier's list by number and time. */
export async function findCall(client: Twilio, search: CallSearch): Promise<Found> {
  const others = new Set(search.excludeRefs)
  try {
    const page = await client.calls.page({ to: search.to, pageSize: PAGE_SIZE })
    const item = await findSince(
      page,
      search.sinceAt,
      (call) => isOurs(call.direction) && !others.has(call.sid),
    )
    if (item === null || item === 'unknown') return { found: item === null ? false : 'unknown' }
    const state = callState(item.status, null, item.answeredBy) ?? UNREADABLE
    return { found: true, carrierRef: item.sid, ...state }
  } catch {
    return { found: 'unknown' }
  }
}

/** A call that somebody else made to the same number is not ours; a list without directions is believed. */
function isOurs(direction: string | undefined): boolean {
  return direction === undefined || direction === 'outbound-api'
}

/** Asks how far a call has come. Null: the carrier did not say. */
export async function readCall(client: Twilio, carrierRef: string): Promise<CarrierState | null> {
  try {
    const call = await client.calls(carrierRef).fetch()
    return callState(call.status, null, call.answeredBy)
  } catch {
    return null
  }
}
