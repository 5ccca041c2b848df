/**
 * Passwords and PINs at rest: argon2id over a keyed hash (a pepper), stored as `<key id>.<argon2 encoded>`. A stolen
 * database without the key ring cannot be guessed at, which matters most for PINs: there are few of them.
 */
import { mark, markUnder } from '#core/key-ring.ts'
import type { KeyRing } from '#core/key-ring.ts'
import { HASH_COST, hashText, isHashed } from './hash-pool.ts'

const { memoryCost, timeCost, parallelism } = HASH_COST
const CURRENT = `$argon2id$v=19$m=${memoryCost},t=${timeCost},p=${parallelism}$`
/** The hash of nothing that anybody knows (salt and result are all zeros), as costly to verify as a real one. */
const DUMMY = `${CURRENT}${'A'.repeat(22)}$${'A'.repeat(43)}`

/** Hashes a password or PIN for storage. Throws HashPoolBusy under a storm. */
export async function hashSecret(ring: KeyRing, secret: string): Promise<string> {
  const peppered = mark(ring, 'password', normalise(secret))
  return `${ring[0].id}.${await hashText(peppered.toString('base64'))}`
}

/**
 * True when the offered password or PIN is the stored one. Null as the stored one, and one whose key has left the ring,
 * take the same time and are false, so that nobody learns who is known. Throws HashPoolBusy under a storm.
 */
export async function isSecret(ring: KeyRing, stored: string | null, offered: string): Promise<boolean> {
  const [keyId, encoded] = split(stored ?? '')
  const secret = normalise(offered)
  const known = markUnder(ring, keyId, 'password', secret)
  const peppered = known ?? mark(ring, 'password', secret)
  const isRight = await isHashed(known ? encoded : DUMMY, peppered.toString('base64'))
  return isRight && known !== null
}

/** True when a secret that was just verified should be hashed anew: another key or cost than today's. */
export function isOutdated(ring: KeyRing, stored: string): boolean {
  const [keyId, encoded] = split(stored)
  return keyId !== ring[0].id || !encoded.startsWith(CURRENT)
}

/** NIST SP 800-63B-4 3.1.1.2: the same letter may be typed in two ways, as one code point or as two. */
function normalise(secret: string): string {
  return secret.normalize('NFC')
}

function split(stored: string): [keyId: string, encoded: string] {
  const dot = stored.indexOf('.')
  return [stored.slice(0, Math.max(0, dot)), stored.slice(dot + 1)]
}
