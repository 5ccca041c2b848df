/**
 * Codes: made once per verification, read as people type them.
 */
import { CODE_DIGITS } from './limits.ts'

/** Makes a code from a source of uniform integers such as `randomInt` of node:crypto. Every value, `000000` too, is equally likely. */
export function makeCode(uniform: (below: number) => number): string {
  return String(uniform(10 ** CODE_DIGITS)).padStart(CODE_DIGITS, '0')
}

/** Makes the two digits of `match_digits`: 1 to 8, so that 9 stays free for "this was not me". */
export function makeMatchDigits(uniform: (below: number) => number): string {
  return `${1 + uniform(8)}${1 + uniform(8)}`
}

/**
 * Reads a code as typed: spaces, hyphens and marks that cannot be seen are dropped, digits of any script are read as
 * the digits they are. Null: anything else in it, or not as many digits as a code has.
 */
export function readCode(typed: string, digits: number = CODE_DIGITS): string | null {
  let read = ''
  for (const character of typed) {
    const digit = readDigit(character)
    if (digit !== null) read += digit
    else if (!SEPARATOR.test(character)) return null
    if (read.length > digits) return null
  }
  return read.length === digits ? read : null
}

/** White space, dashes with the minus sign, and what copying brings along unseen: soft hyphen, zero-width and bidi marks. */
const SEPARATOR = /[\s\p{Pd}\u2212\u00ad\u200b-\u200d\u2060\ufeff\p{Bidi_Control}]/u
const DECIMAL_DIGIT = /\p{Nd}/u

/**
 * The value of one decimal digit of any script, as an ASCII digit. Unicode keeps each script's ten in order, but the
 * tens of some scripts touch, so the value is the place in the whole run modulo ten. Null: not a decimal digit.
 */
export function readDigit(character: string): string | null {
  if (character >= '0' && character <= '9') return character
  if (!DECIMAL_DIGIT.test(character)) return null
  const point = character.codePointAt(0)!
  let start = point
  while (DECIMAL_DIGIT.test(String.fromCodePoint(start - 1))) start--
  return String((point - start) % 10)
}
