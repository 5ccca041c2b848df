/**
 * Telling people what was changed: the one place that every change goes through.
 */
import { marks, seal, unseal } from '#core/key-ring.ts'
import type { NoticeKind } from '#core/notice.ts'
import { queueNotice } from '#db/notices.ts'
import type { PersonRow } from '#db/people.ts'
import { chooseLocale, localeOf } from '#locales/locale.ts'
import { askerOf } from './begin-verification.ts'
import type { ApiContext, Call } from './context.ts'

type Told = { person: PersonRow; kind: NoticeKind; to?: 'proven' | 'pending' }

/**
 * Tells a person of a change, in the transaction that makes it: at the proven number unless `to` names the pending one.
 * `person` is as it was before the change. Gives the delivery; null: there is no such number, or it was told the same
 * today.
 */
export async function tellPerson(
  context: ApiContext,
  call: Call<unknown, unknown>,
  notice: Told,
): Promise<string | null> {
  const { ring } = context.config
  const { tenant, tenantId } = call.caller
  const phone = openPhone(context, notice)
  if (phone === null) return null
  const { id: accountId, locale } = notice.person
  const to = { phoneSealed: seal(ring, phone, `phone ${accountId}`), phoneMarks: marks(ring, 'phone', phone) }
  const words = {
    locale: chooseLocale({ requested: locale ?? undefined, tenantLocale: localeOf(tenant.locale) }),
    brand: tenant.name,
  }
  const id = await queueNotice(
    call.db,
    { tenantId, accountId, kind: notice.kind, ...to, ...words },
    askerOf(call),
  )
  if (id !== null) call.afterCommit(() => context.wakeUps.wake([{ id, channel: 'sms', priority: 2 }]))
  return id
}

/** Null: there is no such number, or it is sealed under a key that left the ring. */
function openPhone({ config }: ApiContext, { person, to = 'proven' }: Told): string | null {
  const { sealed } = to === 'proven' ? person.phone : person.pending
  const context = `${to === 'proven' ? 'phone' : 'pending'} ${person.id}`
  return sealed === null ? null : unseal(config.ring, sealed, context)
}
