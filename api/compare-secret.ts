/**
 * Passwords and PINs: hashed in a bounded pool, so that a storm of logins keeps nobody from checking a code.
 */
import { Problem } from '#core/problem.ts'
import { HashPoolBusy } from '#credentials/hash-pool.ts'
import { hashSecret, isSecret } from '#credentials/hash-secret.ts'
import type { ApiContext } from './context.ts'

/** Whether a secret is the one that is stored; nobody's (null) takes the same time. 503 when too many wait. */
export function compareSecret(context: ApiContext, stored: string | null, offered: string): Promise<boolean> {
  return isSecret(context.config.ring, stored, offered).catch(refuseBusy)
}

/** Hashes a new secret. 503 when too many wait. */
export function storeSecret(context: ApiContext, secret: string): Promise<string> {
  return hashSecret(context.config.ring, secret).catch(refuseBusy)
}

function refuseBusy(error: unknown): never {
  if (error instanceof HashPoolBusy) throw new Problem('unavailable', { retry_after: 2 })
  throw error
}
