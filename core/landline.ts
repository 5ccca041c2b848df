/**
 * Landlines get no codes, but older users have one on file, and staff and portals bring it along.
 */
import { parsePhoneNumberFromString } from 'libphonenumber-js/max'
import type { CountryCode } from 'libphonenumber-js/max'
import { readSpellings } from './phone-spelling.ts'

/** Reads a number that was refused as a landline, so that it can be kept and shown. Null: not an assigned number of a country. */
export function readLandline(
  typed: string,
  country?: CountryCode,
): { phone: string; country: string } | null {
  const options = country ? { defaultCountry: country, extract: false } : { extract: false }
  for (const spelling of readSpellings(typed, country !== undefined)) {
    const number = parsePhoneNumberFromString(spelling, options)
    if (number?.getType() && number.country) return { phone: number.number, country: number.country }
  }
  return null
}
