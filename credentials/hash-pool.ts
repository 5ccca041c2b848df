/**
 * Argon2id, a few at a time. A hash costs 19 MiB and a core for 5 to 15 ms: a storm of logins would otherwise fill the
 * threads that DNS and files need too, and the memory. Who comes while the queue is full (two cores need two to
 * five seconds for it) hears so at once.
 */
import { hash, verify } from '@node-rs/argon2'
import { availableParallelism } from 'node:os'

/** Argon2id is what the library does unasked. OWASP's minimum: 19 MiB, two passes, one lane. */
export const HASH_COST = { memoryCost: 19_456, timeCost: 2, parallelism: 1 }

/** As many as there are cores, but no more than libuv has threads: what else needs one waits for one hash, not for all. */
const WIDTH = Math.max(1, Math.min(4, availableParallelism()))
const MAX_WAITING = 500

/** Thrown when too many hashes wait already. A door answers 503: trying again later helps. */
export class HashPoolBusy extends Error {
  override name = 'HashPoolBusy'
}

/** Runs work as soon as there is room, in the order of asking. */
export type Pool = <Result>(work: () => Promise<Result>) => Promise<Result>

/** Makes a pool in which `width` pieces of work run at once and `maxWaiting` wait; the next one is refused with HashPoolBusy. */
export function makePool(width: number, maxWaiting: number): Pool {
  const waiting: (() => void)[] = []
  let running = 0
  const leave = () => {
    const next = waiting.shift()
    if (next) next()
    else running--
  }
  const enter = async () => {
    if (running < width) return void running++
    if (waiting.length >= maxWaiting) throw new HashPoolBusy('Too many passwords wait to be hashed.')
    // Whoever leaves hands over the place, so that nobody who comes meanwhile takes it first.
    await new Promise<void>((resolve) => waiting.push(resolve))
  }
  return async (work) => {
    await enter()
    try {
      return await work()
    } finally {
      leave()
    }
  }
}

const pool = makePool(WIDTH, MAX_WAITING)

/** Hashes a text with a salt of its own, encoded with its cost as `$argon2id$…`. */
export function hashText(text: string): Promise<string> {
  return pool(() => hash(text, HASH_COST))
}

/** True when the text is the one that was hashed, at the cost that the hash names. */
export function isHashed(encoded: string, text: string): Promise<boolean> {
  return pool(() => verify(encoded, text))
}
