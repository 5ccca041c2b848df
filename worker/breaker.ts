/**
 * The one circuit breaker of a worker process: remembers how the carrier has been doing.
 */
import { CLOSED_BREAKER, askBreaker, recordResult, resultOf } from '#carrier/breaker.ts'
import type { SendOutcome } from '#core/delivery.ts'

export type Breaker = {
  /** Posts if the carrier seems well; otherwise gives the wait as an outcome that was surely not sent. */
  guard(post: () => Promise<SendOutcome>): Promise<SendOutcome>
  isOpen(): boolean
}

/** Opens a breaker that has seen nothing yet. */
export function openBreaker(): Breaker {
  let state = CLOSED_BREAKER
  return {
    guard: async (post) => {
      const asked = askBreaker(state, performance.now())
      state = asked.state
      if (!asked.allowed) return { outcome: 'not_sent', retryAfterMs: asked.waitMs, carrierCode: null }
      const outcome = await post()
      state = recordResult(state, { ticket: asked.ticket, result: resultOf(outcome) }, performance.now())
      return outcome
    },
    isOpen: () => state.openUntilMs !== null,
  }
}
