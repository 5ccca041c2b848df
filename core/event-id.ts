/**
 * The ids of events as the API shows them: `evt_` and the row's number in 13 characters of Crockford base32. Unlike
 * other ids they carry no UUID: events are numbered, and of one that is gone nothing but its number is known.
 */

const ALPHABET = '0123456789abcdefghjkmnpqrstvwxyz'
const CHARACTERS = 13
/** Half the range of PostgreSQL's bigint: moves also the negative numbers, which only a forger gives, to where text sorts them. */
const HALF = 1n << 63n

/** Writes an event's number, for example `evt_8000000000a5k`; texts sort as the numbers do. */
export function writeEventId(number: bigint | string): string {
  let rest = BigInt(number) + HALF
  let text = ''
  for (let at = 0; at < CHARACTERS; at++) {
    text = ALPHABET[Number(rest & 31n)]! + text
    rest >>= 5n
  }
  return `evt_${text}`
}
