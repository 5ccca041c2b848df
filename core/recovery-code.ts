/**
 * Codes on paper and codes to say: recovery codes, which a person keeps for the day the phone is gone, and help codes, by
 * which staff find somebody who is stuck. Neither has six digits in a row, so that nobody takes it for a security code.
 */
import { readDigit } from './code.ts'

/** Crockford base32: without i, l, o, which look like 1 and 0, and without u. */
const CROCKFORD = '0123456789abcdefghjkmnpqrstvwxyz'
const RECOVERY_CHARACTERS = 16
const RECOVERY_SHAPE = /^[0-9a-hjkmnp-tv-z]{16}$/

/**
 * Makes a recovery code of 80 bits such as `k7m2-9xqd-4hta-w3zr` from 16 random bytes, five bits of each. With its hyphens
 * it is shown and marked, so at most four digits stand side by side.
 */
export function makeRecoveryCode(random: Uint8Array): string {
  const characters = Array.from(random.subarray(0, RECOVERY_CHARACTERS), (byte) => CROCKFORD[byte & 31]!)
  return group(characters.join(''))
}

/**
 * Reads a recovery code as typed to what `makeRecoveryCode` made: any case, separators anywhere, o for 0, i and l for 1,
 * digits of any script. Null: anything else in it, or not 16 characters.
 */
export function readRecoveryCode(typed: string): string | null {
  const text = simplify(typed).toLowerCase().replaceAll('o', '0').replaceAll(/[il]/g, '1')
  return RECOVERY_SHAPE.test(text) ? group(text) : null
}

function group(text: string): string {
  return text.replaceAll(/.{4}(?=.)/g, '$&-')
}

/** Letters whose names are not mistaken for each other on a bad line: no B, D, V beside P and T, no N beside M, no vowels. */
const LETTERS = 'CFHJKMPRTWXY'
const LETTERS_AND_DIGITS = `${LETTERS}23456789`
/** What people write or read instead: these look like a digit, N sounds like M. */
const MISREAD: Record<string, string> = { S: '5', Z: '2', B: '8', G: '6', Q: '9', N: 'M' }
const HELP_SHAPE = /^([CFHJKMPRTWXY][CFHJKMPRTWXY2-9]{3}){2}$/

/**
 * Makes a help code, eight letters and digits, from 16 random bytes: two for each, so that none is likelier. A letter
 * begins either half, which leaves nine thousand million codes with at most three digits in a row.
 */
export function makeHelpCode(random: Uint8Array): string {
  const drawn = Array.from({ length: 8 }, (_, place) => {
    const alphabet = place % 4 === 0 ? LETTERS : LETTERS_AND_DIGITS
    return alphabet[(random[2 * place]! * 256 + random[2 * place + 1]!) % alphabet.length]!
  })
  return drawn.join('')
}

/** Writes a help code as it is shown and said: `KR4-8P-2T7`. */
export function writeHelpCode(code: string): string {
  return `${code.slice(0, 3)}-${code.slice(3, 5)}-${code.slice(5)}`
}

/** Reads a help code as typed or heard, to what `makeHelpCode` made. Null: it cannot be one. */
export function readHelpCode(typed: string): string | null {
  const text = simplify(typed).toUpperCase()
  const code = text.replaceAll(/[SZBGQN]/g, (character) => MISREAD[character]!)
  return HELP_SHAPE.test(code) ? code : null
}

/** White space, dashes, dots, and what copying brings along unseen. */
const SEPARATORS = /[\s\p{Pd}\u2212\p{Cf}._]/gu

/** Without separators, full-width letters and digits of any script as ASCII. */
function simplify(typed: string): string {
  const characters = Array.from(typed.normalize('NFKC').replaceAll(SEPARATORS, ''))
  return characters.map((character) => readDigit(character) ?? character).join('')
}
