/**
 * Floods: everybody but a back end with a secret key is limited by socket address; a back end's people by the
 * `client_ip` that it names. The limits that guard codes are in the database; this one only keeps a process breathing.
 */
import type { RequestHandler } from 'express'
import { RateLimiterMemory } from 'rate-limiter-flexible'
import type { RateLimiterRes } from 'rate-limiter-flexible'
import { readNetworks } from '#core/send-limits.ts'
import { Problem } from '#core/problem.ts'
import type { ApiContext } from './context.ts'

/** Requests of one address (IPv6: /64) a minute to one process. */
const PER_MINUTE = 300

export type FloodLimit = {
  /** Counts one request of an address; over the limit it throws 429. */
  count(address: string): Promise<void>
}

/** Opens the counters of a process. `isOn` false: tests that need more than people do. */
export function openFloodLimit(isOn: boolean): FloodLimit {
  const limiter = new RateLimiterMemory({ points: PER_MINUTE, duration: 60 })
  return {
    count: async (address) => {
      if (!isOn) return
      const counted = await limiter
        .consume(readNetworks(address)?.household ?? address)
        .catch((full: RateLimiterRes) => full)
      if (counted.consumedPoints <= PER_MINUTE) return
      throw new Problem('rate_limited', {
        retry_after: Math.max(1, Math.ceil(counted.msBeforeNext / 1_000)),
      })
    },
  }
}

const SESSION = /^Bearer kp_ses_/i
const SECRET_KEY = /^Bearer (kp_sk_[\w-]{10,200})$/i

/** Counts requests by socket address, unless they carry a secret key that is really one. */
export function limitFloods(context: ApiContext): RequestHandler {
  return async (request, _response, next) => {
    // A session's requests are counted by the session, once it is known to be one.
    if (SESSION.test(request.get('authorization') ?? '')) return next()
    const token = SECRET_KEY.exec(request.get('authorization') ?? '')?.[1]
    const isBackEnd = token !== undefined && (await context.keys.find(token)) !== null
    if (!isBackEnd) await context.floods.count(request.ip ?? '')
    next()
  }
}
