/**
 * Takes a factor away from an account, as a reset does.
 */
import { tellPerson } from '#api/notices.ts'
import { seal, unseal } from '#core/key-ring.ts'
import { removeAuthenticators } from '#db/authenticators.ts'
import { endLogins } from '#db/open-logins.ts'
import { endVerifications } from '#db/people.ts'
import { endSessions } from '#db/sessions.ts'
import { renewBudget, unprovePhone } from '#db/staff-acts.ts'
import type { Act } from './staff-act.ts'

/**
 * Removes it, and with it every session and login in progress; the patient is told. A phone stays on file, unproven. What
 * was guessed at is gone, so its wrong answers count no longer: the way back for somebody whom only support can help.
 */
export async function removeFactor(act: Act, factor: string): Promise<void> {
  const { call, at, context, person } = act
  await tellPerson(context, call, { person, kind: 'factor_removed' })
  if (factor === 'sms' || factor === 'call') await removePhone(act)
  else await removeAuthenticators(call.db, { ...at, kind: factor as 'totp' })
  await renewBudget(call.db, at)
  await endLogins(call.db, at.tenantId, [at.accountId])
  await endVerifications(call.db, { ...at, purpose: null })
  await endSessions(call.db, at, {})
}

async function removePhone({ call, at, context, person }: Act): Promise<void> {
  const { ring } = context.config
  const { sealed } = person.phone
  const phone = sealed === null ? null : unseal(ring, sealed, `phone ${at.accountId}`)
  if (phone !== null) await unprovePhone(call.db, at, seal(ring, phone, `pending ${at.accountId}`))
}
