/**
 * What became of the newest login: its events are asked from the newest on, and the first that says something decides.
 */
import { EVENT_KINDS } from './event-kinds.ts'
import { MAX_TRIES } from './limits.ts'
import { MAX_JUDGED_EVENTS } from './support-facts.ts'
import type { Found, SupportFacts } from './support-facts.ts'
import type { LoginCode, Verdict } from './verdict-codes.ts'
import { judgeOpen } from './verdict-open.ts'
import { say } from './verdict-say.ts'
import { SEND_DECIDERS, listStory } from './verdict-sends.ts'
import type { Decider, Scene } from './verdict-sends.ts'
import { findWay } from './verdict-way.ts'

/** Judges the events of the newest login, newest first; its beginning is the last of them. */
export function judgeLogin(facts: SupportFacts, seen: Found[]): Verdict {
  const scene = { facts, seen }
  const finished = seen.find(({ event }) => event.kind === 'login_finished')
  if (finished) return judgeFinished(scene, finished)
  return decide(scene) ?? judgeSilence(facts)
}

/** Null: none of the events says anything. */
function decide(scene: Scene): Verdict | null {
  for (const found of scene.seen) {
    const verdict = DECIDERS.get(found.event.kind)?.(scene, found) ?? null
    if (verdict) return verdict
  }
  return null
}

function judgeFinished(scene: Scene, found: Found): Verdict {
  const { event } = found
  const isToSetUp = event.data?.['enrollOnly'] === true
  if (isToSetUp) return say('signed_in_to_set_up', [found], { at: event.at })
  return say('signed_in', [found], { at: event.at, way: findWay(scene.seen, event) })
}

function judgeSilence({ events }: SupportFacts): Verdict {
  const known = new Set<string>(EVENT_KINDS)
  const isTried = events.some(({ kind }) => kind === 'verification_started' || !known.has(kind))
  if (isTried) return say('unknown', [])
  return say(events.length >= MAX_JUDGED_EVENTS ? 'nothing_lately' : 'never_tried', [])
}

/** Wrong passwords in a row, this one included. */
const judgeRefused: Decider = ({ facts }, found) => {
  const older = facts.events.map((event, index) => ({ event, index })).slice(found.index)
  const end = older.findIndex(({ event }) => event.kind === 'login_started' || event.kind === 'registered')
  const refused = older
    .slice(0, end < 0 ? undefined : end)
    .filter(({ event }) => event.kind === 'login_refused')
  return say('wrong_password', refused, { count: refused.length })
}

const FACTOR_CODES: Record<'totp' | 'pin' | 'recovery_code' | 'bypass', LoginCode> = {
  ...{ totp: 'app_code_wrong', pin: 'pin_wrong', recovery_code: 'recovery_code_wrong' },
  bypass: 'bypass_code_wrong',
}

const judgeFactor: Decider = (scene, found) => {
  const { data } = found.event
  if (data?.['right'] === true) return judgeRight(scene, found)
  const name = data?.['factor']
  const factor = (['totp', 'pin', 'recovery_code', 'bypass'] as const).find((known) => known === name)
  if (!factor || data?.['right'] !== false) return null
  const wrong = scene.seen.filter(
    ({ event, index }) =>
      index >= found.index &&
      event.kind === 'factor_tried' &&
      event.data?.['factor'] === factor &&
      event.data['right'] === false,
  )
  const params = { count: wrong.length, max: MAX_TRIES, way: factor }
  return say(wrong.length >= MAX_TRIES ? 'way_used_up' : FACTOR_CODES[factor], wrong, params)
}

const judgeRight: Decider = ({ facts, seen }, found) =>
  judgeOpen(facts, { found, isPassed: true, isRegistration: isRegistration(seen) })

const judgeBeginning: Decider = ({ facts, seen }, found) =>
  judgeOpen(facts, { found, isPassed: false, isRegistration: isRegistration(seen) })

function isRegistration(seen: Found[]): boolean {
  const event = seen.at(-1)?.event
  return event?.kind === 'registered' || event?.data?.['kind'] === 'registration'
}

const judgeTry: Decider = (scene, found) =>
  found.event.data?.['right'] === true ? judgeRight(scene, found) : SEND_DECIDERS.code_tried(scene, found)

/** A code that ran out: why it was not typed before is the better reason, where the events tell it. */
const judgeExpired: Decider = (scene, found) => {
  const story = listStory(scene, found).filter(({ event }) => Object.hasOwn(SEND_DECIDERS, event.kind))
  const under = decide({ ...scene, seen: story })
  if (!under) return say('code_expired', [found])
  const cause = { event: found.event, index: under.evidence[0] ?? found.index }
  if (ARRIVED.has(under.code)) return say('code_expired', [found, cause])
  return UNHEARD.has(under.code) ? say('code_expired_unconfirmed', [found, cause]) : under
}

const ARRIVED = new Set<string>(['delivered_not_typed', 'code_read_out'])
const UNHEARD = new Set<string>([
  ...['on_its_way', 'not_confirmed', 'waiting_to_be_sent', 'stuck_before_sending'],
  ...['phone_rings', 'call_running', 'call_not_reported'],
])

/** The lock itself is gone, or it would have been the verdict. */
const judgeLocked: Decider = ({ seen }, found) => {
  if (found.event.data?.['reason'] !== undefined) return say('lock_over', [found], { at: found.event.at })
  const wrong = seen.filter(({ event, index }) => index > found.index && event.kind === 'code_tried')
  return say('code_used_up', [found, ...wrong.slice(0, MAX_TRIES)], { max: MAX_TRIES })
}

const judgeBypass: Decider = ({ seen }, found) => {
  const isUsed = seen.some(({ event, index }) => index < found.index && event.kind === 'bypass_used')
  return isUsed ? null : say('bypass_ran_out', [found], { at: found.event.at })
}

const judgePassword: Decider = ({ seen }, found) =>
  seen.at(-1)?.event.kind === 'login_refused'
    ? say('password_changed', [found], { at: found.event.at })
    : null

const judgePending: Decider = ({ facts }, found) =>
  facts.phone.isPending ? say('number_corrected', [found], { at: found.event.at }) : null

const judgeUnblocked: Decider = (_scene, found) => {
  // Nothing was in the way, so nothing was opened.
  if (found.event.data?.['lifted'] === false) return null
  const isNumber = found.event.data?.['limit'] === 'number'
  return say(isNumber ? 'send_limit_lifted' : 'unblocked', [found], { at: found.event.at })
}

/** What a person switches off themselves says nothing; a factor that goes with a reset does. */
const judgeRemoved: Decider = ({ seen }, found) => {
  const asked = seen.find(({ event, index }) => index > found.index && RESET.has(event.kind))
  return asked ? say('reset_done', [found, asked], { at: found.event.at }) : null
}

/** Where no second person is needed, the request is the reset. */
const judgeRequest: Decider = (_scene, found) =>
  found.event.data?.['status'] === 'done' ? say('reset_done', [found], { at: found.event.at }) : null

const RESET = new Set(['reset_requested', 'reset_approved'])

const noted =
  (code: 'reset_done' | 'reset_refused'): Decider =>
  (_scene, found) =>
    say(code, [found], { at: found.event.at })

const DECIDERS = new Map<string, Decider>(
  Object.entries({
    ...SEND_DECIDERS,
    ...{ login_started: judgeBeginning, registered: judgeBeginning, login_refused: judgeRefused },
    ...{ factor_tried: judgeFactor, code_tried: judgeTry, approved: judgeRight, expired: judgeExpired },
    ...{ locked: judgeLocked, unblocked: judgeUnblocked, bypass_issued: judgeBypass },
    ...{ factor_removed: judgeRemoved, reset_requested: judgeRequest },
    ...{ reset_approved: noted('reset_done'), reset_rejected: noted('reset_refused') },
    ...{ password_reset: judgePassword, password_changed: judgePassword, number_pending: judgePending },
  }),
)
