import { isEnded, isLive, type Call, type CallStatus } from './call.ts'
import { reportCall } from './call-callbacks.ts'
import { talk } from './call-talk.ts'
import { ruleOf } from './fates.ts'
import { settledWithin } from './message-life.ts'
import type { Network } from './network.ts'
import type { Handset } from './world.ts'

const INITIATED_MS = 100
const RINGING_MS = 1_000
/** How long it rings before a phone answers by itself; longer while somebody watches, who may want to press the button. */
const ANSWER_MS = 1_500
const WATCHED_ANSWER_MS = 10_000
/** How long a phone rings that will never be answered, unless the caller gives up before. */
const RING_OUT_MS = 3_000
const BUSY_MS = 500
const LEAVES_AFTER_MS = 1_000

/** Lets an accepted call live: it waits its turn, rings, and is answered or not, as its fate has it. */
export function startCall(network: Network, handset: Handset, call: Call): void {
  const later = scheduler(network, call)
  later(handset.queueMs + INITIATED_MS, () => initiate(network, call))
  later(handset.queueMs + RINGING_MS, () => ring(network, handset, call))
}

/** Lets a call ring at once; resolves when the callbacks so far are delivered, or after three seconds. */
export async function rushCall(network: Network, handset: Handset, call: Call): Promise<void> {
  initiate(network, call)
  ring(network, handset, call)
  await settledWithin(network, call.sent)
}

function initiate(network: Network, call: Call): void {
  if (!isEnded(call)) reportCall(network, call, 'initiated')
}

function ring(network: Network, handset: Handset, call: Call): void {
  if (isEnded(call)) return
  const rule = ruleOf(call.fate)
  const later = scheduler(network, call)
  if (rule.callEnd === 'failed') return endCall(network, call, 'failed')
  call.status = 'ringing'
  call.updatedAt = network.clock.now()
  reportCall(network, call, 'ringing')
  later(call.ringSeconds * 1_000, () => endRinging(network, call, 'no-answer'))
  if (rule.callEnd === 'busy') return later(BUSY_MS, () => endRinging(network, call, 'busy'))
  const delay = handset.delayMs ?? rule.delayMs
  if (rule.callEnd) return later(delay ?? RING_OUT_MS, () => endRinging(network, call, 'no-answer'))
  later(delay ?? patience(network, call), () => answerCall(network, call))
}

function patience(network: Network, call: Call): number {
  const person = ruleOf(call.fate).robot === undefined
  return person && network.watchers.count() > 0 ? WATCHED_ANSWER_MS : ANSWER_MS
}

/** What is scheduled here ends with the call. */
function scheduler(network: Network, call: Call) {
  return (ms: number, act: () => void): void => {
    call.cancels.push(network.clock.after(ms, act))
  }
}

function endRinging(network: Network, call: Call, status: CallStatus): void {
  if (call.status === 'ringing') endCall(network, call, status)
}

/** Picks a ringing call up. False: it does not ring. */
export function answerCall(network: Network, call: Call): boolean {
  if (call.status !== 'ringing') return false
  call.status = 'in-progress'
  call.answeredAt = network.clock.now()
  call.updatedAt = call.answeredAt
  reportCall(network, call, 'answered')
  const later = scheduler(network, call)
  later(call.limitSeconds * 1_000, () => hangUp(network, call))
  if (ruleOf(call.fate).robot === 'leaves') later(LEAVES_AFTER_MS, () => hangUp(network, call))
  void talk(network, call).then(() => hangUp(network, call))
  return true
}

/** Declines a ringing call, which its caller sees as busy. False: it does not ring. */
export function declineCall(network: Network, call: Call): boolean {
  if (call.status !== 'ringing') return false
  endCall(network, call, 'busy')
  return true
}

/** Ends a call that is being talked on. False: nobody is on the line. */
export function hangUp(network: Network, call: Call): boolean {
  if (!isLive(call)) return false
  endCall(network, call, 'completed')
  return true
}

/** Ends a call for good and reports it. */
export function endCall(network: Network, call: Call, status: CallStatus): void {
  if (isEnded(call)) return
  const now = network.clock.now()
  call.status = status
  call.endedAt = now
  call.updatedAt = now
  if (call.answeredAt !== null) {
    call.duration = Math.max(1, Math.round(network.clock.toSimulated(now - call.answeredAt) / 1_000))
  }
  call.collector = null
  for (const cancel of call.cancels.splice(0)) cancel()
  call.wake?.()
  reportCall(network, call, 'completed')
}
