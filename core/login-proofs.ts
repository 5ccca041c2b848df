/**
 * What was shown in a login, as its session tells it.
 */
import type { Proof } from './login-state.ts'

/** The `amr` words of a session, after RFC 8176, and what they are worth. A PIN after a password adds no second factor. */
export function writeProofs(proofs: readonly Proof[]): {
  amr: string[]
  assurance: 'single_factor' | 'two_factor'
} {
  const isTwo = proofs.some((proof) => proof !== 'pin' && proof !== 'bypass')
  const words = proofs.map((proof) => AMR[proof])
  const amr = ['pwd', ...new Set(words), ...(isTwo ? ['mfa'] : [])]
  return { amr, assurance: isTwo ? 'two_factor' : 'single_factor' }
}

const AMR: Record<Proof, string> = {
  ...{ sms: 'sms', tel: 'tel', tel_press1: 'tel_press1', totp: 'otp', pin: 'pin' },
  ...{ recovery_code: 'otp', bypass: 'bypass' },
}
