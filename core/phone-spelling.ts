/**
 * What people write around the digits of a phone number, taken away. Knows spelling only, no numbering plan.
 */
import { readDigit } from './code.ts'

/**
 * Everything that may stand between two digits: white space, dashes of any kind (the Japanese long vowel mark is
 * typed as one), brackets, dots, slashes, the tilde, and marks that cannot be seen (soft hyphen, zero-width, bidi).
 */
const BETWEEN_DIGITS =
  /[\s\p{Pd}\u2212\u30fc()[\]（）［］.\u00b7\u2024．/／~\u223c～\u00ad\u200b-\u200d\u2060\ufeff\p{Bidi_C}]/u
const PLUS = /[+＋﹢]/u
/** The trunk zero that is not dialled from abroad, as in +31 (0)6. */
const BRACKETED_ZERO = /[([（［]\s*[0０]\s*[)\]）］]/u

/**
 * The digit strings that a spelling can stand for, the likeliest first: with a plus international, without one
 * national. Empty: not written as a number, or national while nobody said of which country.
 */
export function readSpellings(typed: string, countryKnown: boolean): string[] {
  const dialled = dialledAs(typed, countryKnown)
  if (dialled.length === 0 || !BRACKETED_ZERO.test(typed)) return dialled
  return [...dialled, ...dialledAs(typed.replace(BRACKETED_ZERO, ''), countryKnown)]
}

/** `00` is the usual way out of a country, but not of every country: the known country's own reading goes first. */
function dialledAs(spelling: string, countryKnown: boolean): string[] {
  const digits = readDialled(spelling)
  if (digits === null) return []
  if (digits.startsWith('+')) return [digits]
  const fromAbroad = digits.startsWith('00') ? [`+${digits.slice(2)}`] : []
  return countryKnown ? [digits, ...fromAbroad] : fromAbroad
}

/** ASCII digits with the leading plus, if one was written. Null: something else is in it, or no digit at all. */
function readDialled(spelling: string): string | null {
  let dialled = ''
  for (const character of spelling) {
    const digit = readDigit(character)
    if (digit !== null) dialled += digit
    else if (dialled === '' && PLUS.test(character)) dialled = '+'
    else if (!BETWEEN_DIGITS.test(character)) return null
  }
  return dialled === '' || dialled === '+' ? null : dialled
}
