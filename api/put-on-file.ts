/**
 * A new number of somebody: on file at once, the account's own only with its code.
 */
import { unseal } from '#core/key-ring.ts'
import { setPendingPhone } from '#db/account-phones.ts'
import { insertEvent } from '#db/events.ts'
import { endVerifications } from '#db/people.ts'
import type { PersonRow } from '#db/people.ts'
import { askerOf } from './begin-verification.ts'
import type { ApiContext, Call } from './context.ts'
import { tellPerson } from './notices.ts'
import { writePendingPhone } from './phone-on-file.ts'
import type { PhoneOnFile } from './phone-on-file.ts'

/**
 * Puts a number on file that waits to be proven, and tells the person at the proven one; the new one is told by the text
 * that brings its code. A code that went to another number dies. The caller's transaction holds the account.
 */
export async function putOnFile(
  context: ApiContext,
  call: Call<unknown, unknown>,
  of: { person: PersonRow; on: Extract<PhoneOnFile, { accepted: true }>; loginId?: string; data?: object },
): Promise<void> {
  const { person, on, loginId, data } = of
  const { ring } = context.config
  const { tenantId } = call.caller
  const at = { tenantId, accountId: person.id }
  const { sealed } = person.pending
  const isSame = sealed !== null && unseal(ring, sealed, `pending ${person.id}`) === on.phone
  const pending = writePendingPhone(ring, person.id, on)
  await setPendingPhone(call.db, at, pending)
  if (!isSame) await endVerifications(call.db, { ...at, purpose: 'phone_change' })
  const event = {
    kind: 'number_pending',
    accountId: person.id,
    data: { ...data, to: pending.masked },
  } as const
  await insertEvent(call.db, tenantId, { ...event, ...(loginId ? { loginId } : {}), ...askerOf(call) })
  await tellPerson(context, call, { person, kind: 'number_change_requested' })
}
