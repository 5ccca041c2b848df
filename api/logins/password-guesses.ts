/**
 * Guesses at passwords: counted by name and address together, so that guessing from one place is slow, and nobody
 * elsewhere can keep a person out. Names that nobody has are counted alike.
 */
import { RateLimiterMemory } from 'rate-limiter-flexible'
import type { RateLimiterRes } from 'rate-limiter-flexible'
import type { ApiContext, Call } from '#api/context.ts'
import { Problem } from '#core/problem.ts'
import { readNetworks } from '#core/send-limits.ts'
import { readUsername } from '#core/username.ts'

/** Passwords that may be tried for one name from one address in a quarter of an hour, at one process. */
const PER_QUARTER = 30
const guesses = new RateLimiterMemory({ points: PER_QUARTER, duration: 900 })

/** Counts one password; over the limit it throws 429. A back end that does not tell whose request it is is not counted. */
export async function countGuess(
  context: ApiContext,
  call: Call<unknown, unknown>,
  username: string,
): Promise<void> {
  if (call.address === null || !context.config.limitsFloods) return
  const household = readNetworks(call.address)?.household ?? call.address
  const name = `${call.caller.tenantId} ${household} ${readUsername(username)}`
  const counted = await guesses.consume(name).catch((full: RateLimiterRes) => full)
  if (counted.consumedPoints <= PER_QUARTER) return
  throw new Problem('rate_limited', { retry_after: Math.max(1, Math.ceil(counted.msBeforeNext / 1_000)) })
}
