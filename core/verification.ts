/**
 * The rules of one verification: one attempt to prove that a phone is at hand. Pure; the statements in db/ do the
 * same in one atomic step, and test/db/verification-model.test.ts holds the two together.
 */
import type { DeliveryReason, DeliveryStatus } from './delivery.ts'
import { MAX_TRIES } from './limits.ts'

export const CHANNELS = ['sms', 'call'] as const
export type Channel = (typeof CHANNELS)[number]

export const CALL_MODES = ['spoken_code', 'match_digits', 'press_1'] as const
export type CallMode = (typeof CALL_MODES)[number]

export const PURPOSES = ['registration', 'login', 'phone_change', 'other'] as const
export type Purpose = (typeof PURPOSES)[number]

export const VERIFICATION_STATUSES = [
  'pending',
  'approved',
  'expired',
  'locked',
  'canceled',
  'denied',
] as const
export type VerificationStatus = (typeof VERIFICATION_STATUSES)[number]

/** What the rules need to know of a verification; the code is compared elsewhere. */
export type VerificationState = { status: VerificationStatus; tries: number; expiresAt: Date }

/** Something that happens to a verification. A try carries whether it was right; nobody else learns that. */
export type VerificationEvent =
  | { kind: 'try'; right: boolean }
  | { kind: 'cancel' }
  | { kind: 'supersede' }
  | { kind: 'deny' }
  | { kind: 'expire' }

/** What the one who tried is told. The names are the codes of the problems. */
export type TryOutcome =
  | 'approved'
  | 'code_incorrect'
  | 'code_expired'
  | 'verification_locked'
  | 'verification_finished'

/**
 * Moves a verification by one event. Order matters: what is over stays over, a late code never tells whether it was
 * right, and the try is spent before anybody looks at the code.
 */
export function stepVerification(
  state: VerificationState,
  event: VerificationEvent,
  now: Date,
): { state: VerificationState; outcome: TryOutcome | null } {
  const current = now >= state.expiresAt && state.status === 'pending' ? over(state, 'expired') : state
  if (event.kind === 'try') return judgeTry(current, event.right)
  if (current.status !== 'pending') return { state: current, outcome: null }
  if (event.kind === 'deny') return { state: over(current, 'denied'), outcome: null }
  if (event.kind === 'expire') return { state: current, outcome: null }
  return { state: over(current, 'canceled'), outcome: null }
}

function judgeTry(
  state: VerificationState,
  right: boolean,
): { state: VerificationState; outcome: TryOutcome } {
  if (state.status !== 'pending') return { state, outcome: refusalOf(state.status) }
  const tries = state.tries + 1
  if (right) return { state: { ...state, tries, status: 'approved' }, outcome: 'approved' }
  const status = tries >= MAX_TRIES ? 'locked' : 'pending'
  return { state: { ...state, tries, status }, outcome: 'code_incorrect' }
}

/** Why a verification that is over takes no further try. */
function refusalOf(status: Exclude<VerificationStatus, 'pending'>): TryOutcome {
  if (status === 'expired') return 'code_expired'
  if (status === 'locked') return 'verification_locked'
  return 'verification_finished'
}

function over(state: VerificationState, status: VerificationStatus): VerificationState {
  return { ...state, status }
}

/** What the holder of a verification sees of it; times as PostgreSQL writes them, ids as bare UUIDs. */
export type VerificationView = {
  id: string
  status: VerificationStatus
  version: number
  purpose: Purpose
  channel: Channel
  callMode: CallMode | null
  toMasked: string
  country: string
  lineType: string
  expiresAt: string
  resendAt: string
  tries: number
  sends: number
  matchDigits: string | null
  deliveries: {
    id: string
    channel: Channel
    status: DeliveryStatus
    reason: DeliveryReason | null
    at: string
  }[]
}
