/**
 * A send that was refused, as a problem.
 */
import { Problem } from '#core/problem.ts'
import type { SendRefusal } from '#db/send-rules.ts'

/** A refusal of which the statement could not say when to ask again. */
const SOON_S = 60
const TIMED = new Set(['send_too_soon', 'sends_exhausted', 'call_in_progress'])

/** The problem of a refused send; limits say when the next try will succeed, rounded up to the second. */
export function refuseSend({ outcome, freeInMs }: SendRefusal): Problem {
  if (!TIMED.has(outcome)) return new Problem(outcome)
  const seconds = freeInMs === null ? SOON_S : Math.ceil(freeInMs / 1_000)
  return new Problem(outcome, { retry_after: Math.max(1, seconds) })
}
