/**
 * The key ring (KEYPAD_SECRETS): seals what must be read again, fingerprints what must only be found again, and
 * derives secrets that need no storing. Newest key first; the others keep old rows readable while keys are rotated.
 */
import {
  createCipheriv,
  createDecipheriv,
  createHmac,
  createSecretKey,
  hkdfSync,
  timingSafeEqual,
} from 'node:crypto'
import type { KeyObject } from 'node:crypto'
import { takeRandom } from './random.ts'

/** One secret of the ring, split by HKDF into keys that each serve one use only. */
type RingKey = { id: string; sealing: KeyObject; marking: KeyObject }

/** At least one key, the newest first. */
export type KeyRing = readonly [RingKey, ...RingKey[]]

/** What a mark is for. Marks of one use never match those of another. */
export type MarkUse =
  | 'phone'
  | 'prefix'
  | 'subject'
  | 'address'
  | 'code'
  | 'client_secret'
  | 'callback'
  | 'request'
  | 'counter'
  | 'simulator'
  | 'password'
  | 'username'
  | 'email'
  | 'recovery'
  | 'session'
  | 'help'
  | 'reset'
  | 'token'

const ENTRY = /^([a-z0-9]{1,16}):([A-Za-z0-9+/_-]{43}=?)$/

/** Reads `k1:<base64 of 32 bytes>[,k0:…]`, newest first. Null: malformed, too short, or an id twice. */
export function readKeyRing(text: string): KeyRing | null {
  const entries = text.split(',').map((entry) => ENTRY.exec(entry.trim()))
  const ids = new Set(entries.map((entry) => entry?.[1]))
  if (entries.some((entry) => entry === null) || ids.size !== entries.length) return null
  const keys = entries.map((entry) => makeRingKey(entry![1]!, Buffer.from(entry![2]!, 'base64')))
  return keys as [RingKey, ...RingKey[]]
}

function makeRingKey(id: string, secret: Buffer): RingKey {
  const derive = (use: string) => createSecretKey(Buffer.from(hkdfSync('sha256', secret, 'keypad', use, 32)))
  return { id, sealing: derive('sealing'), marking: derive('marking') }
}

/**
 * Seals a text with AES-256-GCM under the newest key as `<key id>.<base64url of nonce, ciphertext, tag>`. The context
 * (such as the row's id) is authenticated, so that a sealed value moved to another row does not open.
 */
export function seal(ring: KeyRing, text: string, context: string): string {
  const nonce = takeRandom(12)
  const cipher = createCipheriv('aes-256-gcm', ring[0].sealing, nonce)
  cipher.setAAD(Buffer.from(context))
  const sealed = Buffer.concat([nonce, cipher.update(text, 'utf8'), cipher.final(), cipher.getAuthTag()])
  return `${ring[0].id}.${sealed.toString('base64url')}`
}

/** Opens a sealed text. Null: sealed under a key that left the ring, for another context, or tampered with. */
export function unseal(ring: KeyRing, sealed: string, context: string): string | null {
  const dot = sealed.indexOf('.')
  const key = ring.find(({ id }) => id === sealed.slice(0, dot))
  const bytes = Buffer.from(sealed.slice(dot + 1), 'base64url')
  if (!key || bytes.length < 28) return null
  const decipher = createDecipheriv('aes-256-gcm', key.sealing, bytes.subarray(0, 12))
  decipher.setAAD(Buffer.from(context))
  decipher.setAuthTag(bytes.subarray(-16))
  try {
    return decipher.update(bytes.subarray(12, -16), undefined, 'utf8') + decipher.final('utf8')
  } catch {
    return null
  }
}

/** Marks a value under the newest key: 32 bytes by which it is found again, and from which nobody reads it. */
export function mark(ring: KeyRing, use: MarkUse, value: string): Buffer {
  return markWith(ring[0], use, value)
}

/** The marks of a value under every key of the ring, newest first, for finding what older keys marked. */
export function marks(ring: KeyRing, use: MarkUse, value: string): Buffer[] {
  return ring.map((key) => markWith(key, use, value))
}

/** Marks a value under the key of that id, for what can only be compared and not searched. Null: the key has left the ring. */
export function markUnder(ring: KeyRing, keyId: string, use: MarkUse, value: string): Buffer | null {
  const key = ring.find(({ id }) => id === keyId)
  return key ? markWith(key, use, value) : null
}

function markWith(key: RingKey, use: MarkUse, value: string): Buffer {
  return createHmac('sha256', key.marking).update(`${use}\n${value}`).digest()
}

/** Derives a secret for an id, so that it is never stored: 43 characters of base64url. */
export function deriveSecret(ring: KeyRing, use: MarkUse, id: string): string {
  return mark(ring, use, id).toString('base64url')
}

/** True when the secret was derived for this id under any key of the ring; in constant time for a given length. */
export function isDerivedSecret(ring: KeyRing, offered: string, use: MarkUse, id: string): boolean {
  const bytes = Buffer.from(offered, 'base64url')
  if (bytes.length !== 32 || bytes.toString('base64url') !== offered) return false
  return marks(ring, use, id).some((derived) => timingSafeEqual(derived, bytes))
}
