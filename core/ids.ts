/**
 * Ids as the API shows them: a type prefix and 26 characters of Crockford base32 that carry a UUID v7, so that
 * they sort by creation. The database stores the bare UUID.
 */

const ALPHABET = '0123456789abcdefghjkmnpqrstvwxyz'
/** The first character carries three bits. */
const ID_SHAPE = /^[0-7][0-9a-hjkmnp-tv-z]{25}$/
const UUID_SHAPE = /^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/

/** A UUID v7 that is never made: that of a malformed id. */
export const NO_UUID = '00000000-0000-7000-8000-000000000000'

/** What an id can name, by its prefix. */
export type IdPrefix =
  | 'ten'
  | 'key'
  | 'ver'
  | 'dlv'
  | 'acc'
  | 'lgn'
  | 'ses'
  | 'org'
  | 'evt'
  | 'rst'
  | 'req'
  | 'whk'
  | 'msg'

/** Makes a UUID v7 (RFC 9562 5.7) from a time in ms since 1970 and at least ten random bytes. */
export function makeUuid(nowMs: number, random: Uint8Array): string {
  const bytes = Buffer.alloc(16)
  bytes.writeUIntBE(nowMs, 0, 6)
  bytes.set(random.subarray(0, 10), 6)
  bytes[6] = 0x70 | (bytes[6]! & 0x0f)
  bytes[8] = 0x80 | (bytes[8]! & 0x3f)
  const hex = bytes.toString('hex')
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`
}

/** Writes a UUID as the API shows it, for example `ver_06b…`. */
export function writeId(prefix: IdPrefix, uuid: string): string {
  const hex = uuid.replaceAll('-', '')
  let text = writeBits(Number.parseInt(hex.slice(0, 2), 16), 2)
  // Five hexadecimal digits are four of base32, and small enough for arithmetic without BigInt, which is four times slower.
  for (let at = 2; at < 32; at += 5) text += writeBits(Number.parseInt(hex.slice(at, at + 5), 16), 4)
  return `${prefix}_${text}`
}

/** Reads an id of the given kind back to its UUID. Null: not an id of that kind, whatever is wrong with it. */
export function readId(prefix: IdPrefix, id: string): string | null {
  if (id.length !== prefix.length + 27 || !id.startsWith(`${prefix}_`)) return null
  const text = id.slice(prefix.length + 1)
  if (!ID_SHAPE.test(text)) return null
  let hex = readBits(text.slice(0, 2)).toString(16).padStart(2, '0')
  for (let at = 2; at < 26; at += 4)
    hex += readBits(text.slice(at, at + 4))
      .toString(16)
      .padStart(5, '0')
  const uuid = `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`
  return UUID_SHAPE.test(uuid) ? uuid : null
}

function writeBits(value: number, characters: number): string {
  let text = ''
  for (let shift = 5 * (characters - 1); shift >= 0; shift -= 5) text += ALPHABET[(value >> shift) & 31]!
  return text
}

function readBits(text: string): number {
  let value = 0
  for (const character of text) value = value * 32 + ALPHABET.indexOf(character)
  return value
}
