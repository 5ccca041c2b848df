/**
 * Countries as phones know them: by the number itself, never by its calling code, which several may share.
 */
import { getCountries, getCountryCallingCode } from 'libphonenumber-js/max'
import type { CountryCode } from 'libphonenumber-js/max'

export type { CountryCode } from 'libphonenumber-js/max'

/** Every country that has phones. */
export const COUNTRIES: ReadonlySet<CountryCode> = new Set(getCountries())
const CALLING_CODES: ReadonlySet<string> = new Set(
  getCountries().map((country) => getCountryCallingCode(country)),
)

/** The Crown dependencies lie in the numbering plan of the United Kingdom, so who serves GB serves them. Contract section 2. */
const SERVED_WITH_GB: ReadonlySet<string> = new Set(['GG', 'JE', 'IM'])

/** Tells whether a text is the ISO 3166-1 alpha-2 code, in capitals, of a country with a numbering plan. */
export function isCountry(text: string): text is CountryCode {
  return COUNTRIES.has(text as CountryCode)
}

/** Tells whether a tenant's list of served countries lets a number of this country in. */
export function isServed(country: string, served: 'all' | readonly string[]): boolean {
  if (served === 'all' || served.includes(country)) return true
  return SERVED_WITH_GB.has(country) && served.includes('GB')
}

/**
 * The calling code that an E.164 number starts with, without the plus. No code is the beginning of another, so the
 * first that fits is the one. Null: no country has it.
 */
export function callingCodeOf(phone: string): string | null {
  for (let length = 1; length <= 3; length++) {
    const code = phone.slice(1, 1 + length)
    if (CALLING_CODES.has(code)) return code
  }
  return null
}
