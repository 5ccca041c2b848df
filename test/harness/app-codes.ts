/**
 * An authenticator app of our own (RFC 6238), so that the product's library is not its own judge.
 */
import { createHmac } from 'node:crypto'

const BASE32 = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'

/**
 * The code that an app shows, `steps` of thirty seconds from now. A step counts once: -1, then 0, then 1 are three codes
 * that are taken one after the other.
 */
export function codeOfApp(secret: string, steps = 0): string {
  const bits = Array.from(secret, (letter) => BASE32.indexOf(letter).toString(2).padStart(5, '0')).join('')
  const key = Buffer.from(bits.match(/.{8}/g)!.map((byte) => Number.parseInt(byte, 2)))
  const counter = Buffer.alloc(8)
  counter.writeBigUInt64BE(BigInt(Math.floor(Date.now() / 30_000) + steps))
  const digest = createHmac('sha1', key).update(counter).digest()
  const number = digest.readUInt32BE(digest[19]! & 15) & 0x7fff_ffff
  return String(number % 1_000_000).padStart(6, '0')
}

/** A code that is none of the app's now; another one for each index. */
export function wrongCodeOfApp(secret: string, index = 0): string {
  const near = new Set([-2, -1, 0, 1, 2].map((steps) => codeOfApp(secret, steps)))
  for (let tried = 0, left = index; ; tried++) {
    const code = String(tried).padStart(6, '0')
    if (!near.has(code) && left-- === 0) return code
  }
}
