/**
 * A circuit breaker over the carrier: when half of the last twenty requests failed, nobody asks for a while, then one
 * probe decides. Pure: the caller keeps the state and says what time it is.
 */
import type { SendOutcome } from '#core/delivery.ts'
import { meaningOf } from './twilio-errors.ts'

/** How many requests are remembered, and how many failures among them open the breaker. security.md fault 4. */
const WINDOW = 20
const FAILURES_TO_OPEN = WINDOW / 2
/** The breaker stays open this long at first, then twice as long each time a probe fails, ms. */
const FIRST_OPEN_MS = 5_000
const LONGEST_OPEN_MS = 60_000
/** A probe that has not reported by then is given up, ms: its worker may have died. */
const PROBE_LIMIT_MS = 15_000

/** What one request says about the carrier's health. `fatal`: nothing can be sent until the operator acts. */
export type BreakerResult = 'ok' | 'failure' | 'fatal'

/** What the breaker remembers. `probe` is the number of the one request that may decide, null when there is none. */
export type BreakerState = {
  failures: readonly boolean[]
  openUntilMs: number | null
  openForMs: number
  probe: { ticket: number; sinceMs: number } | null
  lastTicket: number
}

/** May a request go out? With a ticket to hand back with its result, or with the time to wait, ms. */
export type BreakerAnswer = { state: BreakerState } & (
  | { allowed: true; ticket: number }
  | { allowed: false; waitMs: number }
)

/** A breaker that has seen nothing yet. */
export const CLOSED_BREAKER: BreakerState = {
  failures: [],
  openUntilMs: null,
  openForMs: FIRST_OPEN_MS,
  probe: null,
  lastTicket: 0,
}

/** Asks for leave to send. While open nobody gets it; after that exactly one probe at a time does. */
export function askBreaker(state: BreakerState, nowMs: number): BreakerAnswer {
  const ticket = state.lastTicket + 1
  if (state.openUntilMs === null) return { allowed: true, ticket, state: { ...state, lastTicket: ticket } }
  if (nowMs < state.openUntilMs) return { allowed: false, waitMs: state.openUntilMs - nowMs, state }
  const probeUntilMs = state.probe === null ? nowMs : state.probe.sinceMs + PROBE_LIMIT_MS
  if (nowMs < probeUntilMs) return { allowed: false, waitMs: probeUntilMs - nowMs, state }
  return { allowed: true, ticket, state: { ...state, probe: { ticket, sinceMs: nowMs }, lastTicket: ticket } }
}

/** Records what came of a request. While open only the probe counts: older requests say nothing about now. */
export function recordResult(
  state: BreakerState,
  { ticket, result }: { ticket: number; result: BreakerResult },
  nowMs: number,
): BreakerState {
  if (state.openUntilMs !== null) {
    if (state.probe?.ticket !== ticket) return state
    return result === 'ok' ? { ...CLOSED_BREAKER, lastTicket: state.lastTicket } : openAgain(state, nowMs)
  }
  const failures = [...state.failures, result !== 'ok'].slice(-WINDOW)
  const tooMany = failures.filter(Boolean).length >= FAILURES_TO_OPEN
  return tooMany || result === 'fatal' ? open({ ...state, failures }, nowMs) : { ...state, failures }
}

/** Reads a send outcome as the carrier's health. A refusal of one number is a healthy answer. */
export function resultOf(outcome: SendOutcome): BreakerResult {
  if (outcome.outcome === 'accepted' || outcome.outcome === 'refused') return 'ok'
  return meaningOf(outcome.carrierCode).stopsSending ? 'fatal' : 'failure'
}

function open(state: BreakerState, nowMs: number): BreakerState {
  return { ...state, openUntilMs: nowMs + state.openForMs, probe: null }
}

function openAgain(state: BreakerState, nowMs: number): BreakerState {
  return open({ ...state, openForMs: Math.min(LONGEST_OPEN_MS, state.openForMs * 2) }, nowMs)
}
