/**
 * What a changed factor makes of the sessions: the one that changed it, and all others.
 */
import { policyOf } from '#api/account-answer.ts'
import type { Answer } from '#api/context.ts'
import type { Factor } from '#core/policy.ts'
import { Problem } from '#core/problem.ts'
import { readPerson } from '#db/people.ts'
import type { PersonRow } from '#db/people.ts'
import { endSessions, setEnrollOnly } from '#db/sessions.ts'
import type { LiveSession } from '#db/sessions.ts'
import { noteShownFactor } from '#db/shown-factors.ts'
import { writeMe } from './me-answer.ts'
import type { Own } from './own-account.ts'

/** Ends every session of the account but the one that asks: those that relied on what was just replaced or removed. */
export async function endOtherSessions({ call, at, session }: Own): Promise<void> {
  await endSessions(call.db, at, { except: session.id })
}

/** Lifts `enroll_only` from the session where the new factor (a phone is two) is one that the policy asks for. */
export async function liftEnrollOnly(
  { call, at, session, person }: Own,
  added: readonly Factor[],
): Promise<LiveSession> {
  const { required, factors } = policyOf(person).rule
  const isWanted = !required || factors.some((factor) => added.includes(factor))
  if (!session.enrollOnly || !isWanted) return session
  await setEnrollOnly(call.db, at.tenantId, session.id, false)
  return { ...session, enrollOnly: false }
}

/** Counts a factor that was set up in this session as shown in it: its code has just been entered. */
export async function noteFactor(
  { call, at }: Own,
  session: LiveSession,
  word: string,
): Promise<LiveSession> {
  const amr = [...new Set([...session.amr.filter((shown) => shown !== 'mfa'), word, 'mfa'])]
  await noteShownFactor(call.db, { tenantId: at.tenantId, sessionId: session.id }, amr)
  return { ...session, amr, assurance: 'two_factor' }
}

/** Leaves nothing but enrolling open to the session where the policy asks for a factor and none of its own is left. */
export async function bindToEnrolment({ call, at, session }: Own, after: PersonRow): Promise<LiveSession> {
  if (!lacksFactor(after)) return session
  await setEnrollOnly(call.db, at.tenantId, session.id, true)
  return { ...session, enrollOnly: true }
}

function lacksFactor(person: PersonRow): boolean {
  const { required, factors } = policyOf(person).rule
  const isProven = person.phone.sealed !== null
  const has: Record<Factor, boolean> = { sms: isProven, call: isProven, totp: person.totp, pin: person.pin }
  return required && !factors.some((factor) => has[factor])
}

/** The account as it is after the change. */
export async function readAfter({ call, at }: Own): Promise<PersonRow> {
  const person = await readPerson(call.db, at.tenantId, at.accountId)
  if (!person) throw new Problem('not_found')
  return person
}

/** Answers a change with the person as they then are. */
export async function answerMe(own: Own, session: LiveSession): Promise<Answer> {
  return { status: 200, body: writeMe(own.context.config.ring, await readAfter(own), session) }
}
