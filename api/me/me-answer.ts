/**
 * A person as they see themselves.
 */
import { policyOf, writeAccount } from '#api/account-answer.ts'
import { writeId } from '#core/ids.ts'
import type { KeyRing } from '#core/key-ring.ts'
import type { PersonRow } from '#db/people.ts'
import type { LiveSession } from '#db/sessions.ts'

/** Writes the account, what is enrolled, which rule holds, and what the session is worth. */
export function writeMe(ring: KeyRing, person: PersonRow, session: LiveSession) {
  const { rule, sentence } = policyOf(person)
  return {
    account: writeAccount(ring, person),
    phone: writeOwnPhone(person),
    factors: {
      ...{ phone: person.phone.sealed !== null, totp: person.totp, pin: person.pin },
      recovery_codes_left: person.recoveryCodes,
    },
    policy: { required: rule.required, factors: rule.factors, sentence },
    session: writeSession(session),
  }
}

/** Writes the proven and the pending number, both masked. */
export function writeOwnPhone({ phone, pending }: PersonRow) {
  return {
    current_masked: phone.masked,
    proven_at: phone.provenAt && new Date(phone.provenAt).toISOString(),
    pending_masked: pending.masked,
  }
}

/** Writes what a session is worth; never its token. */
export function writeSession(
  session: Pick<LiveSession, 'id' | 'amr' | 'assurance' | 'enrollOnly' | 'authAt' | 'expiresAt'>,
) {
  return {
    id: writeId('ses', session.id),
    ...{ amr: session.amr, assurance: session.assurance, enroll_only: session.enrollOnly },
    ...{ auth_time: session.authAt.toISOString(), expires_at: session.expiresAt.toISOString() },
  }
}
