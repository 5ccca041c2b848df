/**
 * A verification as its holder reads it.
 */
import { writeId } from '#core/ids.ts'
import { MAX_SENDS, MAX_TRIES } from '#core/limits.ts'
import type { VerificationView } from '#core/verification.ts'

/** Writes the answer of the contract; the digits to match are shown only while they can still be keyed. */
export function writeVerification(view: VerificationView) {
  return {
    id: writeId('ver', view.id),
    status: view.status,
    version: view.version,
    purpose: view.purpose,
    channel: view.channel,
    call_mode: view.callMode,
    to_masked: view.toMasked,
    country: view.country,
    line_type: view.lineType,
    expires_at: time(view.expiresAt),
    resend_at: view.sends < MAX_SENDS ? time(view.resendAt) : null,
    tries_left: Math.max(0, MAX_TRIES - view.tries),
    sends_left: Math.max(0, MAX_SENDS - view.sends),
    match_digits: view.matchDigits,
    deliveries: view.deliveries.map(({ id, at, channel, status, reason }) => ({
      ...{ id: writeId('dlv', id), channel, status, reason },
      at: time(at),
    })),
  }
}

/** PostgreSQL writes microseconds and an offset; what is already as the contract has it stays. */
function time(text: string): string {
  if (text.length === 24 && text.endsWith('Z')) return text
  return new Date(text).toISOString()
}
