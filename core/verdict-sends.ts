/**
 * What the events of one text or call come to, and of the codes and keys that answered it.
 */
import { DELIVERY_REASONS } from './delivery.ts'
import type { DeliveryReason } from './delivery.ts'
import { CALL_SECONDS, MAX_TRIES, RING_SECONDS } from './limits.ts'
import { isRecent } from './support-facts.ts'
import type { Found, SupportEvent, SupportFacts } from './support-facts.ts'
import type { LoginCode, Verdict } from './verdict-codes.ts'
import { say } from './verdict-say.ts'

/** The events of the login that is judged, newest first. */
export type Scene = { facts: SupportFacts; seen: Found[] }
/** What one event says. Null: nothing; the next older one is asked. */
export type Decider = (scene: Scene, found: Found) => Verdict | null

/** A worker takes a text within seconds; after this it is stuck. */
const QUEUED_MS = 60_000
/** Networks that confirm at all nearly always do so by then. */
const CONFIRMED_MS = 120_000
const CALL_MS = (RING_SECONDS + CALL_SECONDS) * 1_000

/** An event and the older ones of the same verification. */
export function listStory({ seen }: Scene, found: Found): Found[] {
  const older = seen.filter(({ index }) => index >= found.index)
  const end = older.findIndex(({ event }) => event.kind === 'verification_started')
  return end < 0 ? older : older.slice(0, end + 1)
}

/** The reason that a delivery event carries. Null: none; one that nobody knows counts as `unknown_failure`. */
export function reasonOf({ deliveryReason, data }: SupportEvent): DeliveryReason | null {
  const given = deliveryReason ?? data?.['reason'] ?? null
  if (given === null) return null
  return DELIVERY_REASONS.find((reason) => reason === given) ?? 'unknown_failure'
}

const isWrongTry = ({ event }: Found) => event.kind === 'code_tried' && event.data?.['right'] === false

function judgeWrong(scene: Scene, found: Found): Verdict {
  const story = listStory(scene, found)
  const wrong = story.filter(isWrongTry)
  const params = { count: Math.max(wrong.length, 1), max: MAX_TRIES }
  const before = story[1]?.event
  const ended = [before, found.event].some((event) => event?.data?.['meant'] === 'too_many_wrong')
  if (wrong.length >= MAX_TRIES) return say('code_used_up', [found, ...wrong], params)
  if (ended) return say('keys_used_up', [found, ...wrong], params)
  if (found.event.channel === 'call' || found.event.kind === 'key_pressed')
    return say('key_wrong', [found, ...wrong], params)
  const delivered = story.find(({ event }) => event.kind === 'delivered')
  if (delivered) return say('code_wrong_delivered', [found, ...wrong, delivered], params)
  return say('code_wrong', [found, ...wrong], params)
}

/** Codes reach the phone; when they were typed wrong before, that is what stands in the way. */
const judgeDelivered: Decider = (scene, found) => {
  const wrong = listStory(scene, found).find(isWrongTry)
  const params = { at: found.event.at }
  if (!wrong) return say('delivered_not_typed', [found], params)
  const { code, evidence, params: counted } = judgeWrong(scene, wrong)
  const isTyped = code === 'code_wrong' || code === 'code_wrong_delivered'
  return isTyped
    ? { code: 'code_wrong_delivered', evidence: [...new Set([found.index, ...evidence])], params: counted }
    : say('delivered_not_typed', [found], params)
}

const judgeSent: Decider = ({ facts }, found) => {
  const isCall = found.event.channel === 'call'
  if (isRecent(facts.now, found, isCall ? CALL_MS : CONFIRMED_MS))
    return say(isCall ? 'phone_rings' : 'on_its_way', [found])
  return say(isCall ? 'call_not_reported' : 'not_confirmed', [found])
}

const judgeAnswered: Decider = ({ facts, seen }, found) => {
  const ended = seen.find(({ event, index }) => index < found.index && event.kind === 'call_ended')
  if (ended) return say('hung_up', [ended, found])
  return say(isRecent(facts.now, found, CALL_MS) ? 'call_running' : 'call_not_reported', [found])
}

const MEANT: Record<string, LoginCode | DeliveryReason> = {
  ...{
    say_code: 'code_read_out',
    early: 'key_early',
    over: 'key_too_late',
    no_key: 'hung_up',
    denied: 'denied',
  },
  ...{ too_many_wrong: 'keys_used_up', confirmed: 'one_step_left' },
}

const judgeKey: Decider = (scene, found) => {
  const meant = String(found.event.data?.['meant'])
  if (meant === 'wrong') return judgeWrong(scene, found)
  const code = Object.hasOwn(MEANT, meant) ? MEANT[meant] : undefined
  return code ? say(code, [found]) : null
}

const judgePause: Decider = ({ seen }, found) => {
  const isSent = seen.some(({ event }) => event.kind === 'send_queued')
  return isSent ? null : say('sends_paused', [found])
}

const judgeCanceled: Decider = (_scene, found) =>
  found.event.data?.['cause'] === undefined ? say('code_canceled', [found]) : null

/** By the kind of the event; a right try is not theirs to judge. */
export const SEND_DECIDERS = {
  send_queued: ({ facts }, found) =>
    say(isRecent(facts.now, found, QUEUED_MS) ? 'waiting_to_be_sent' : 'stuck_before_sending', [found]),
  carrier_accepted: judgeSent,
  delivered: judgeDelivered,
  send_failed: (_scene, found) => say(reasonOf(found.event) ?? 'unknown_failure', [found]),
  send_unknown: (_scene, found) =>
    say(found.event.channel === 'call' ? 'call_not_reported' : 'not_confirmed', [found]),
  send_expired: (_scene, found) => say('sent_too_late', [found]),
  sends_paused: judgePause,
  call_answered: judgeAnswered,
  call_ended: (_scene, found) => {
    const reason = reasonOf(found.event)
    return reason && say(reason, [found])
  },
  key_pressed: judgeKey,
  code_tried: (scene, found) => (found.event.data?.['right'] === false ? judgeWrong(scene, found) : null),
  canceled: judgeCanceled,
} satisfies Record<string, Decider>
