/**
 * A number that was just proven takes its place as the account's own.
 */
import { marks, seal, unseal } from '#core/key-ring.ts'
import { MAX_ACCOUNTS_PER_PHONE } from '#core/limits.ts'
import { bindPendingPhone, countAccountsWithPhone, setPendingPhone } from '#db/account-phones.ts'
import { insertEvent } from '#db/events.ts'
import type { PersonRow } from '#db/people.ts'
import { askerOf } from './begin-verification.ts'
import type { ApiContext, Call } from './context.ts'
import { tellPerson } from './notices.ts'

/**
 * Binds the pending number, and tells both numbers. False: too many people of the tenant use that phone; it is dropped.
 * The caller's transaction holds the account.
 */
export async function bindPhone(
  context: ApiContext,
  call: Call<unknown, unknown>,
  person: PersonRow,
): Promise<boolean> {
  const { ring } = context.config
  const { tenantId } = call.caller
  const at = { tenantId, accountId: person.id }
  const { sealed } = person.pending
  const phone = sealed === null ? null : unseal(ring, sealed, `pending ${person.id}`)
  if (phone === null) return false
  if ((await countAccountsWithPhone(call.db, at, marks(ring, 'phone', phone))) >= MAX_ACCOUNTS_PER_PHONE) {
    await setPendingPhone(call.db, at, null)
    return false
  }
  const isChange = person.phone.sealed !== null
  if (isChange) {
    await tellPerson(context, call, { person, kind: 'number_changed', to: 'proven' })
    await tellPerson(context, call, { person, kind: 'number_changed', to: 'pending' })
  }
  await bindPendingPhone(call.db, at, seal(ring, phone, `phone ${person.id}`))
  await insertEvent(call.db, tenantId, {
    kind: isChange ? 'number_changed' : 'factor_added',
    accountId: person.id,
    ...askerOf(call),
    data: { factor: 'phone', to: person.pending.masked, from: person.phone.masked },
  })
  return true
}
