/**
 * Floods: everybody but a back end with a secret key is limited by socket address. The limits that guard codes are in
 * the database; this one only keeps a process breathing.
 */
import type { RequestHandler } from 'express'
import { RateLimiterMemory } from 'rate-limiter-flexible'
import type { RateLimiterRes } from 'rate-limiter-flexible'
import { readNetworks } from '#core/send-limits.ts'
import { Problem } from '#core/problem.ts'
import type { ApiContext } from './context.ts'

/** Requests of one address (IPv6: /64) a minute to one process. */
const PER_MINUTE = 300

/** Counts requests without a secret key by address; over the limit they get 429. */
export function limitFloods(context: ApiContext): RequestHandler {
  const limiter = new RateLimiterMemory({ points: PER_MINUTE, duration: 60 })
  return async (request, _response, next) => {
    const isBackEnd = /^Bearer kp_sk_/i.test(request.get('authorization') ?? '')
    if (isBackEnd || !context.config.limitsFloods) return next()
    const address = request.ip ?? ''
    const limited = await limiter
      .consume(readNetworks(address)?.household ?? address)
      .catch((full: RateLimiterRes) => full)
    if (limited.remainingPoints > 0 || limited.consumedPoints <= PER_MINUTE) return next()
    throw new Problem('rate_limited', { retry_after: Math.max(1, Math.ceil(limited.msBeforeNext / 1_000)) })
  }
}
