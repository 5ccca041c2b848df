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
 * Reads a code as typed: spaces and hyphens are dropped, digits of any script are read as the digits they are.
 * Null: anything else in it, or not as many digits as a code has.
 */
export function readCode(typed: string, digits: number = CODE_DIGITS): string | null {
  let read = ''
  for (const character of typed) {
    if (SEPARATOR.test(character)) continue
    const digit = readDigit(character)
    if (digit === null || read.length === digits) return null
    read += digit
  }
  return read.length === digits ? read : null
}

const SEPARATOR = /[\s\p{Zs}\p{Pd}\u2212\u200b-\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff]/u
const DECIMAL_DIGIT = /\p{Nd}/u

/**
 * The value of one decimal digit of any script. Unicode keeps each script's ten digits together and in order, so the
 * value is the distance to the first digit of its run. Null: not a decimal digit.
 */
export function readDigit(character: string): string | null {
  if (character >= '0' && character <= '9') return character
  if (!DECIMAL_DIGIT.test(character)) return null
  const point = character.codePointAt(0)!
  let start = point
  while (point - start < 9 && DECIMAL_DIGIT.test(String.fromCodePoint(start - 1))) start--
  return runsTogether(point) ?? String(point - start)
}

/** Scripts whose runs of ten touch each other, so that the distance alone would mislead: the mathematical digits. */
function runsTogether(point: number): string | null {
  return point >= 0x1d7ce && point <= 0x1d7ff ? String((point - 0x1d7ce) % 10) : null
}
