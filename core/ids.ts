/**
 * Ids as the API shows them: a type prefix and 26 characters of Crockford base32 that carry a UUID v7, so that
 * they sort by creation. The database stores the bare UUID.
 */

const ALPHABET = '0123456789abcdefghjkmnpqrstvwxyz'
const UUID_SHAPE = /^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/

/** A UUID v7 that is never made: that of a malformed id. */
export const NO_UUID = '00000000-0000-7000-8000-000000000000'

/** What an id can name, by its prefix. */
export type IdPrefix = 'ten' | 'key' | 'ver' | 'dlv' | 'acc' | 'lgn' | 'ses' | 'org' | 'evt' | 'rst' | 'req'

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
  let rest = BigInt(`0x${uuid.replaceAll('-', '')}`)
  let text = ''
  for (let index = 0; index < 26; index++) {
    text = ALPHABET[Number(rest & 31n)]! + text
    rest >>= 5n
  }
  return `${prefix}_${text}`
}

/** Reads an id of the given kind back to its UUID. Null: not an id of that kind, whatever is wrong with it. */
export function readId(prefix: IdPrefix, id: string): string | null {
  if (id.length !== prefix.length + 27 || !id.startsWith(`${prefix}_`)) return null
  let value = 0n
  for (const character of id.slice(prefix.length + 1)) {
    const digit = ALPHABET.indexOf(character)
    if (digit < 0) return null
    value = (value << 5n) | BigInt(digit)
  }
  const hex = value.toString(16).padStart(32, '0')
  if (hex.length !== 32) return null
  const uuid = `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`
  return UUID_SHAPE.test(uuid) ? uuid : null
}
