import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  askBreaker,
  CLOSED_BREAKER,
  recordResult,
  resultOf,
  type BreakerResult,
  type BreakerState,
} from '#carrier/breaker.ts'

/** Sends one request if the breaker allows it, and reports its result at once. */
function send(state: BreakerState, result: BreakerResult, nowMs: number): BreakerState {
  const answer = askBreaker(state, nowMs)
  return answer.allowed ? recordResult(answer.state, { ticket: answer.ticket, result }, nowMs) : answer.state
}

function sendAll(results: BreakerResult[], nowMs = 0): BreakerState {
  return results.reduce((state, result) => send(state, result, nowMs), CLOSED_BREAKER)
}

const result = fc.constantFrom<BreakerResult>('ok', 'failure')

describe('a closed breaker', () => {
  it('opens exactly when ten of the last twenty requests failed', () => {
    fc.assert(
      fc.property(fc.array(result, { maxLength: 60 }), (results) => {
        const tooMany = (end: number) =>
          results.slice(Math.max(0, end - 20), end).filter((one) => one === 'failure').length >= 10
        const expected = results.some((_, index) => tooMany(index + 1))
        expect(sendAll(results).openUntilMs !== null).toBe(expected)
      }),
    )
  })

  it('opens at once when the carrier does not know us', () => {
    const answer = askBreaker(sendAll(['ok', 'fatal'], 1_000), 1_001)
    expect(answer).toMatchObject({ allowed: false, waitMs: 4_999 })
  })
})

describe('an open breaker', () => {
  const open = sendAll(['fatal'])

  it('lets exactly one of many askers probe after its time', () => {
    const askers = Array.from({ length: 50 }, () => null)
    let state = open
    const allowed = askers.filter(() => {
      const answer = askBreaker(state, 5_000)
      state = answer.state
      return answer.allowed
    })
    expect(allowed).toHaveLength(1)
  })

  it('closes when the probe gets through and forgets what was', () => {
    expect(send(open, 'ok', 5_000)).toMatchObject({ openUntilMs: null, failures: [], openForMs: 5_000 })
  })

  it('stays open twice as long after each failed probe, up to a minute', () => {
    let state = open
    const waits: number[] = []
    for (let turn = 0; turn < 6; turn++) {
      const now = state.openUntilMs!
      state = send(state, 'failure', now)
      waits.push(state.openUntilMs! - now)
    }
    expect(waits).toEqual([10_000, 20_000, 40_000, 60_000, 60_000, 60_000])
  })

  it('does not listen to requests that went out before it opened', () => {
    const early = askBreaker(CLOSED_BREAKER, 0)
    const opened = send(early.state, 'fatal', 1)
    const ticket = early.allowed ? early.ticket : -1
    expect(recordResult(opened, { ticket, result: 'ok' }, 2)).toEqual(opened)
  })

  it('sends another probe when the first one never reports', () => {
    const first = askBreaker(open, 5_000)
    expect(askBreaker(first.state, 19_999)).toMatchObject({ allowed: false, waitMs: 1 })
    expect(askBreaker(first.state, 20_000)).toMatchObject({ allowed: true })
  })
})

it('is never shut for longer than a minute after the last failure, whatever happened', () => {
  const step = fc.record({
    result: fc.constantFrom<BreakerResult>('ok', 'failure', 'fatal'),
    waitMs: fc.nat(90_000),
  })
  fc.assert(
    fc.property(fc.array(step, { maxLength: 100 }), (steps) => {
      let now = 0
      let state = CLOSED_BREAKER
      for (const { result, waitMs } of steps) {
        now += waitMs
        state = send(state, result, now)
        expect(state.failures.length).toBeLessThanOrEqual(20)
      }
      expect(askBreaker(state, now + 60_000).allowed).toBe(true)
    }),
  )
})

describe('what an outcome says about the carrier', () => {
  it.each([
    [{ outcome: 'accepted', carrierRef: 'SM1' }, 'ok'],
    [{ outcome: 'refused', reason: 'landline', carrierCode: 21614 }, 'ok'],
    [{ outcome: 'refused', reason: 'unknown_failure', carrierCode: 21606 }, 'ok'],
    [{ outcome: 'not_sent', retryAfterMs: null, carrierCode: 20429 }, 'failure'],
    [{ outcome: 'not_sent', retryAfterMs: null, carrierCode: null }, 'failure'],
    [{ outcome: 'unknown', answered: true, carrierCode: null }, 'failure'],
    [{ outcome: 'not_sent', retryAfterMs: null, carrierCode: 20003 }, 'fatal'],
  ] as const)('%j is %s', (outcome, expected) => {
    expect(resultOf(outcome)).toBe(expected)
  })
})
