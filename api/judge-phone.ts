/**
 * Judges a phone for a tenant: the numbering plan first, then the countries it serves, then, where it asked for it, the
 * carrier's Lookup.
 */
import { isServed } from '#core/countries.ts'
import type { CountryCode } from '#core/countries.ts'
import { PHONE_SENTENCES, readPhone } from '#core/phone.ts'
import type { PhoneRefusal } from '#core/phone.ts'
import type { ApiContext, Call } from './context.ts'
import { lookUp } from './look-up.ts'

export type PhoneProblem = PhoneRefusal | 'country_not_served'

export type PhoneJudgement =
  | { accepted: true; phone: string; country: string; lineType: string }
  | { accepted: false; reason: PhoneProblem; country: string | null }

/** Judges a number as typed; `country` says whose national numbers are meant. */
export async function judgePhone(
  context: ApiContext,
  call: Pick<Call<unknown, unknown>, 'caller' | 'db'>,
  typed: { phone: string; country: string | undefined },
): Promise<PhoneJudgement> {
  const reading = readPhone(typed.phone, typed.country?.toUpperCase() as CountryCode | undefined)
  if (!reading.accepted) return reading
  const { tenant } = call.caller
  if (!isServed(reading.country, tenant.servedCountries ?? 'all'))
    return { accepted: false, reason: 'country_not_served', country: reading.country }
  if (reading.lineType === 'mobile' || !tenant.lookup) return reading
  const settled = await lookUp(context, call, reading.phone)
  return 'reason' in settled
    ? { accepted: false, reason: settled.reason, country: reading.country }
    : { ...reading, lineType: settled.lineType }
}

/** What to tell the person. */
export function sentenceOf(reason: PhoneProblem): string {
  return PHONE_SENTENCES[reason]
}
