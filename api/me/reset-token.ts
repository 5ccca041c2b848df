/**
 * The secret in a link with which a password is set anew: 256 random bits, of which only a hash is kept.
 */
import { hashToken } from '#api/session-token.ts'
import { takeRandom } from '#core/random.ts'

/** Makes a token and the hash under which it is kept. */
export function makeResetToken(): { token: string; tokenHash: Buffer } {
  const token = takeRandom(32).toString('base64url')
  return { token, tokenHash: hashToken(token) }
}

/** Writes the link that a mail, or a member of staff, gives to the person. */
export function writeResetLink(publicUrl: string, token: string): string {
  return `${publicUrl}/portal/reset?token=${token}`
}
