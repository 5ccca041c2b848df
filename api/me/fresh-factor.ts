/**
 * Who may change a factor: somebody who showed a second one a moment ago (security.md TOT-5, PIN-2, PIN-3, NUM-1, NUM-6).
 */
import { personOf } from '#api/logins/login-view.ts'
import { FRESH_FACTOR_MS, NEW_NUMBER_WAIT_MS } from '#core/limits.ts'
import { listEnrolled } from '#core/login-step.ts'
import { Problem } from '#core/problem.ts'
import { hasNewNumber } from '#db/number-changes.ts'
import type { PersonRow } from '#db/people.ts'
import type { LiveSession } from '#db/sessions.ts'
import type { Own } from './own-account.ts'

export type Change = 'phone' | 'totp' | 'pin' | 'recovery_codes'

/** Words of `amr` that count: not a PIN, which is known like the password, nor a single key pressed on the phone. */
const STRONG = new Set(['sms', 'tel', 'otp'])

/** Throws `step_up_required` unless this session may change that factor now. */
export function requireFreshFactor(
  { session, person }: Pick<Own, 'session' | 'person'>,
  change: Change,
): void {
  if (hasNoFactor(person, change) || isLetInByStaff(session)) return
  if (!isFresh(session)) throw new Problem('step_up_required')
  if (session.amr.some((word) => STRONG.has(word))) return
  // Who has nothing but a PIN could otherwise never get anything better.
  const isBetterThanPin = change === 'totp' && session.amr.includes('pin') && hasOnlyPin(person)
  if (!isBetterThanPin) throw new Problem('step_up_required')
}

/** Throws `step_up_required` where what was shown is a number that took the place of another within the last day. */
export async function refuseNewNumber({ session, call, at }: Own): Promise<void> {
  if (session.amr.includes('otp') || isLetInByStaff(session)) return
  if (await hasNewNumber(call.db, at, NEW_NUMBER_WAIT_MS / 1_000))
    throw new Problem('step_up_required', {
      detail: 'A number that is new since yesterday is not enough for this.',
    })
}

function isFresh({ factorAgeMs }: LiveSession): boolean {
  return factorAgeMs !== null && factorAgeMs <= FRESH_FACTOR_MS
}

/** A factor that the policy never asks for guards no other factor; a proven number is guarded all the same. */
function hasNoFactor(person: PersonRow, change: Change): boolean {
  if (change === 'phone' && person.phone.sealed !== null) return false
  return listEnrolled(personOf(person, null)).length === 0
}

function hasOnlyPin({ phone, totp }: PersonRow): boolean {
  return phone.sealed === null && !totp
}

/** Staff let in who lost their factor: until there is a new one, the session can do nothing but set one up. */
function isLetInByStaff({ enrollOnly, amr }: LiveSession): boolean {
  return enrollOnly && amr.includes('bypass')
}
