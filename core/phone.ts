/**
 * Phone rules: which of the numbers that people type can get a text or a call, and in which words the others are
 * refused. Types and countries come from the largest metadata of libphonenumber; the small sets know no landlines.
 */
import { parsePhoneNumberFromString, validatePhoneNumberLength } from 'libphonenumber-js/max'
import type { CountryCode, PhoneNumber, PhoneNumberType } from 'libphonenumber-js/max'
import { readSpellings } from './phone-spelling.ts'

/** Why a number cannot be used, as the API words it; `country_not_served` is the tenant's own refusal and judged later. */
export type PhoneRefusal =
  | 'phone_invalid'
  | 'phone_too_short'
  | 'phone_too_long'
  | 'phone_landline'
  | 'phone_premium'
  | 'phone_voip'
  | 'phone_not_textable'

/** `unknown`: the numbering plan gives mobiles and landlines the same numbers, as in the US and Canada. */
export type LineType = 'mobile' | 'unknown'

/** What became of a typed number; a refusal names the country where the number tells it, for pages that show it. */
export type PhoneReading =
  | { accepted: true; phone: string; country: CountryCode; lineType: LineType }
  | { accepted: false; reason: PhoneRefusal; country: CountryCode | null }

/** Plans with landlines only (Tristan da Cunha). libphonenumber-js calls their numbers FIXED_LINE_OR_MOBILE for want of a mobile pattern. */
const LANDLINES_ONLY: ReadonlySet<CountryCode> = new Set<CountryCode>(['TA'])

/** Types with a refusal of their own. `judgeType` refuses all others but mobiles as not textable, so a type yet unknown too. */
const REFUSED_TYPES: Partial<Record<PhoneNumberType, PhoneRefusal>> = {
  FIXED_LINE: 'phone_landline',
  PREMIUM_RATE: 'phone_premium',
  VOIP: 'phone_voip',
}

/**
 * Reads a number as a person types it and judges it for texts and calls alike, in the contract's order: readable,
 * long enough, assigned, type. A national spelling needs `country`; without it nothing is guessed.
 */
export function readPhone(typed: string, country?: CountryCode): PhoneReading {
  const spellings = readSpellings(typed, country !== undefined)
  for (const spelling of spellings) {
    const number = parsePhoneNumberFromString(spelling, parseOptions(country))
    const type = number?.getType()
    if (number && type) return judgeType(number, type)
  }
  const last = spellings.at(-1)
  return refuse(last === undefined ? 'phone_invalid' : judgeLength(last, country))
}

/** Judges an assigned number. No country means a worldwide code, such as those of satellite phones. */
function judgeType(number: PhoneNumber, type: PhoneNumberType): PhoneReading {
  const { country } = number
  const refused = REFUSED_TYPES[type]
  if (refused) return refuse(refused, country)
  if (type !== 'MOBILE' && type !== 'FIXED_LINE_OR_MOBILE') return refuse('phone_not_textable', country)
  if (!country) return refuse('phone_not_textable')
  if (LANDLINES_ONLY.has(country)) return refuse('phone_landline', country)
  return { accepted: true, phone: number.number, country, lineType: type === 'MOBILE' ? 'mobile' : 'unknown' }
}

/** Says what is wrong with an unassigned number. A length between two possible ones is neither too short nor too long. */
function judgeLength(spelling: string, country?: CountryCode): PhoneRefusal {
  const fault = validatePhoneNumberLength(spelling, parseOptions(country))
  if (fault === 'TOO_SHORT') return 'phone_too_short'
  return fault === 'TOO_LONG' ? 'phone_too_long' : 'phone_invalid'
}

function parseOptions(country: CountryCode | undefined) {
  return country ? { defaultCountry: country, extract: false } : { extract: false }
}

function refuse(reason: PhoneRefusal, country?: CountryCode): PhoneReading {
  return { accepted: false, reason, country: country ?? null }
}

/** What to tell the person whose number was refused, and what to do next. Holds no part of the number. */
export const PHONE_SENTENCES: Record<PhoneRefusal | 'country_not_served', string> = {
  phone_invalid:
    'We cannot read this as a phone number that is in use. Check the digits. For a number from abroad, start with + and the country code.',
  phone_too_short: 'This number is too short. Check that no digit is missing.',
  phone_too_long: 'This number is too long. Check for extra digits and leave out any extension.',
  phone_landline: 'This looks like a landline. Enter a mobile number, or choose another way to sign in.',
  phone_premium: 'This is a number that costs extra to call. Enter a mobile number.',
  phone_voip: 'This is an internet phone number. Enter the number of a mobile phone.',
  phone_not_textable:
    'This kind of number cannot get our texts and calls, for example a freephone, pager or satellite number. Enter a mobile number.',
  country_not_served:
    'We cannot send codes to numbers of this country yet. Enter a number of another country, or choose another way to sign in.',
}
