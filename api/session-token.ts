/**
 * Session tokens: derived from the session's id, so that the answer that finished a login can be asked for again.
 */
import { hash } from 'node:crypto'
import { deriveSecret } from '#core/key-ring.ts'
import type { KeyRing } from '#core/key-ring.ts'

/** The token of a session, `kp_ses_…`, and the hash under which it is kept. */
export function makeSessionToken(ring: KeyRing, sessionId: string): { token: string; tokenHash: Buffer } {
  const token = `kp_ses_${deriveSecret(ring, 'session', sessionId)}`
  return { token, tokenHash: hashToken(token) }
}

/** What is kept of a token. */
export function hashToken(token: string): Buffer {
  return hash('sha256', token, 'buffer')
}
