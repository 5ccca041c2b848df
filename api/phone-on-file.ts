/**
 * A number that comes along with an account: pending until its person proves it.
 */
import type { ApiContext, Call } from './context.ts'
import { judgePhone } from './judge-phone.ts'
import type { PhoneProblem } from './judge-phone.ts'
import type { CountryCode } from '#core/countries.ts'
import { mark, seal } from '#core/key-ring.ts'
import type { KeyRing } from '#core/key-ring.ts'
import { readLandline } from '#core/landline.ts'
import { maskPhone } from '#core/phone-format.ts'
import type { PendingPhone } from '#db/account-phones.ts'

export type PhoneOnFile =
  | { accepted: true; phone: string; country: string; lineType: string; fault: 'landline' | null }
  | { accepted: false; reason: PhoneProblem }

/** Judges a number that somebody brings along. A landline is kept, so that the next login can ask for another number. */
export async function judgePhoneOnFile(
  context: ApiContext,
  call: Pick<Call<unknown, unknown>, 'caller' | 'db'>,
  typed: { phone: string; country: string | undefined },
): Promise<PhoneOnFile> {
  const judged = await judgePhone(context, call, typed)
  if (judged.accepted) return { ...judged, fault: null }
  const landline =
    judged.reason === 'phone_landline'
      ? readLandline(typed.phone, typed.country?.toUpperCase() as CountryCode | undefined)
      : null
  if (landline) return { accepted: true, ...landline, lineType: 'landline', fault: 'landline' }
  return { accepted: false, reason: judged.reason }
}

/** Seals and marks an accepted number for the row of an account. */
export function writePendingPhone(
  ring: KeyRing,
  accountId: string,
  on: Extract<PhoneOnFile, { accepted: true }>,
): PendingPhone {
  const { phone, country, lineType, fault } = on
  return {
    sealed: seal(ring, phone, `pending ${accountId}`),
    mark: mark(ring, 'phone', phone),
    masked: maskPhone(phone),
    ...{ country, lineType, fault },
  }
}
