/**
 * Why this person could not get in the last time, or that they are in: one reason, chosen by what holds now and by the
 * newest login. What stops everybody comes first, then what staff have opened, then what happened.
 */
import type { Found, SupportEvent, SupportFacts } from './support-facts.ts'
import { say } from './verdict-say.ts'
import type { Verdict } from './verdict-codes.ts'
import { judgeLogin } from './verdict-login.ts'
import { MAX_FAILURES_IN_ROW } from './limits.ts'

/** Judges a person's events, newest first, and their state now. Any list of events has a verdict. */
export function judgeVerdict(facts: SupportFacts): Verdict {
  const login = findNewestLogin(facts.events)
  return judgeLock(facts) ?? judgeDenial(login) ?? judgeHelp(facts) ?? judgeLogin(facts, login)
}

function judgeLock({ lock, events }: SupportFacts): Verdict | null {
  if (!lock) return null
  const all = listFound(events)
  const locked = all.find(({ event }) => event.kind === 'locked' && event.data?.['reason'] !== undefined)
  const wrong = all.filter(({ event }) => isWrongAnswer(event)).slice(0, MAX_FAILURES_IN_ROW)
  const evidence = locked ? [locked, ...wrong] : wrong
  const isForLong = lock.reason === 'too_many_wrong_lately' || lock.until === null
  if (isForLong) return say('locked_for_support', evidence)
  return say('locked_short', evidence, { until: lock.until ?? '' })
}

function isWrongAnswer({ kind, data }: SupportEvent): boolean {
  return (kind === 'code_tried' || kind === 'factor_tried') && data?.['right'] === false
}

/** Somebody pressed 9, and nobody has got in since. */
function judgeDenial(login: Found[]): Verdict | null {
  const last = login.find(({ event }) => event.kind === 'denied' || event.kind === 'login_finished')
  return last?.event.kind === 'denied' ? say('denied', [last]) : null
}

/** What staff have set up and nobody has used yet. */
function judgeHelp({ bypass, resetWaiting, events }: SupportFacts): Verdict | null {
  const newest = (kind: string) =>
    listFound(events)
      .filter(({ event }) => event.kind === kind)
      .slice(0, 1)
  if (bypass) return say(bypass === 'open' ? 'bypass_open' : 'bypass_code', newest('bypass_issued'))
  return resetWaiting ? say('reset_waiting', newest('reset_requested')) : null
}

/**
 * The newest login and what happened since: up to the event that began it. A step-up begins nothing, whoever does it is
 * in. Without a login, up to the newest verification, for portals that check passwords themselves.
 */
function findNewestLogin(events: readonly SupportEvent[]): Found[] {
  const own = listFound(events).filter(({ event }) => event.data?.['notice'] === undefined)
  const begun = own.findIndex(({ event }) => isBeginning(event))
  const end = begun >= 0 ? begun : own.findIndex(({ event }) => event.kind === 'verification_started')
  return end < 0 ? own : own.slice(0, end + 1)
}

function isBeginning({ kind, data }: SupportEvent): boolean {
  if (kind === 'login_started') return data?.['kind'] !== 'step_up'
  return kind === 'registered' || kind === 'login_refused'
}

function listFound(events: readonly SupportEvent[]): Found[] {
  return events.map((event, index) => ({ event, index }))
}
