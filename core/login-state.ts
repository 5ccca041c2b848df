/**
 * What a login remembers between two steps, and what it needs to know of the person who logs in.
 */
import type { Factor, Rule } from './policy.ts'
import type { CallMode, Channel, VerificationStatus } from './verification.ts'

/** What a login may ask for. Recovery codes are at hand for whoever has them, whatever the policy lists. */
export type LoginFactor = Factor | 'recovery_code'

/** `failed`: the person said on the phone that it was not them, or the account is gone. */
export type LoginStatus = 'pending' | 'done' | 'expired' | 'failed'

/** What was shown so far; `amr` of the session is written from it. */
export type Proof = 'sms' | 'tel' | 'tel_press1' | 'totp' | 'pin' | 'recovery_code' | 'bypass'

/** What a login remembers. Everything else is read anew at each step, so that a change elsewhere counts at once. */
export type LoginState = {
  kind: 'login' | 'registration' | 'step_up'
  proofs: Proof[]
  /** The factor that was chosen, while it is being asked for. */
  chosen: LoginFactor | null
  /** Whether the person went back to the list, so that a single factor does not start again by itself. */
  isChoosing: boolean
  /** Factors that took five wrong answers in this login. */
  exhausted: LoginFactor[]
  /** Wrong answers by factor; those of a phone are counted by its verification. */
  wrong: Partial<Record<LoginFactor | 'bypass', number>>
  /** What the running verification proves: the number on file as a factor, or a new one. Null: none is running. */
  proving: 'factor' | 'pending' | null
  /** Whether a pending number was left for later. */
  skippedPhone: boolean
  /** Whether the ordinary factors are wanted instead of a bypass code. */
  leftBypass: boolean
  /** The app that this login has shown, to be set up. Null: none. */
  enrolling: string | null
  /** Nothing could be sent because of a limit; from then on it is worth asking again. Null: no such limit was met. */
  resendAt: string | null
  /** What the last answer asked for, so that a change from outside can be seen. */
  shown: string
}

/** A login that has just begun. */
export function newLoginState(kind: LoginState['kind']): LoginState {
  return {
    ...{ kind, proofs: [], chosen: null, isChoosing: false, exhausted: [], wrong: {}, proving: null },
    ...{ skippedPhone: false, leftBypass: false, enrolling: null, resendAt: null, shown: '' },
  }
}

/** The verification that a login runs on, as far as its rules look at it. */
export type RunningVerification = {
  status: VerificationStatus
  tries: number
  channel: Channel
  callMode: CallMode | null
  /** How the newest delivery failed. */
  fault: 'landline' | 'no_such_number' | null
}

/** What the rules need to know of the person. */
export type Person = {
  rule: Rule
  phone: { isProven: boolean; isPending: boolean; fault: 'landline' | 'failed' | null }
  hasTotp: boolean
  hasPin: boolean
  recoveryCodes: number
  /** Why nobody gets in for now; `until` null: until support helps. */
  lock: { reason: 'too_many_wrong' | 'too_many_wrong_lately'; until: string | null } | null
  bypass: 'code' | 'open' | null
  verification: RunningVerification | null
}
