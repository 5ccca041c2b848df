/**
 * The addresses that the carrier calls back. Each holds the delivery's id and a nonce that only we can make, so that a
 * callback proves which delivery it is about even when the answer to our post was lost.
 */
import { deriveSecret } from './key-ring.ts'
import type { KeyRing } from './key-ring.ts'
import { writeId } from './ids.ts'

/** Twilio calls again up to three times when it cannot connect, gets no answer or a 5xx (connection overrides). */
const OVERRIDES = '#rc=3&rp=ct,rt,5xx'

/** Where the status of a text or call is reported. */
export function statusUrl(
  ring: KeyRing,
  publicUrl: string,
  of: { id: string; channel: 'sms' | 'call' },
): string {
  const kind = of.channel === 'sms' ? 'texts' : 'calls'
  return `${publicUrl}/hooks/twilio/${kind}/${writeId('dlv', of.id)}?nonce=${nonceOf(ring, of.id)}${OVERRIDES}`
}

/** Where the keys of one round of a call are reported. */
export function keysUrl(ring: KeyRing, publicUrl: string, of: { id: string; round: number }): string {
  return `${publicUrl}/hooks/twilio/keys/${writeId('dlv', of.id)}?nonce=${nonceOf(ring, of.id)}&round=${of.round}`
}

function nonceOf(ring: KeyRing, id: string): string {
  return deriveSecret(ring, 'callback', id)
}
