/**
 * What the load is made of: numbers, ids and codes that every program of the bench can make from a count alone, so that
 * nothing has to be handed over.
 */
import { createHash } from 'node:crypto'
import { makeUuid } from '#core/ids.ts'

const NUMBERS = 50_000_000
/** Coprime to NUMBERS, so that counting up visits every number once, in no order that an index would like. */
const STRIDE = 7_654_321
const EPOCH_MS = Date.UTC(2026, 0, 1)

/** The n-th Dutch mobile number of the load; none comes twice within fifty million. */
export function phoneAt(n: number): string {
  return `+31${610_000_000 + ((n * STRIDE) % NUMBERS)}`
}

/** The n-th verification of the load, its delivery, the code that is right for it, and one that is not. */
export function verificationAt(n: number) {
  const digest = createHash('sha256').update(`verification ${n}`).digest()
  const ms = EPOCH_MS + Math.floor(n / 10)
  const code = String(digest.readUInt32BE(20) % 900_000).padStart(6, '0')
  const id = makeUuid(ms, digest.subarray(0, 10))
  return { id, deliveryId: makeUuid(ms, digest.subarray(10, 20)), code, wrongCode: `9${code.slice(1)}` }
}
