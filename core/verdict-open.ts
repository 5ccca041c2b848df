/**
 * Why a login that nobody finished stands still: what the rules still want of the person, as core/login-step.ts asks it.
 */
import { LOGIN_LIFETIME_MS } from './limits.ts'
import { isRecent } from './support-facts.ts'
import type { Found, SupportFacts } from './support-facts.ts'
import type { StateCode, Verdict } from './verdict-codes.ts'
import { say } from './verdict-say.ts'

/** `found` is the last thing that went well: the beginning of the login, or a right answer. */
export type OpenLogin = { found: Found; isPassed: boolean; isRegistration: boolean }

/** Judges a login that is open, or was left open. */
export function judgeOpen(facts: SupportFacts, { found, isPassed, isRegistration }: OpenLogin): Verdict {
  const { sending, now } = facts
  const wanted = findWanted(facts, isRegistration)
  if (wanted) return say(wanted, [found])
  if (!isPassed && !sending.free && usesPhone(facts)) {
    return say('send_limit', [found], sending.until === null ? {} : { until: sending.until })
  }
  if (isPassed && facts.phone.isPending && listsPhone(facts)) return say('number_to_confirm', [found])
  if (!isRecent(now, found, LOGIN_LIFETIME_MS)) return say('login_left', [found], { at: found.event.at })
  return say(isPassed ? 'one_step_left' : 'login_open', [found])
}

/** What must be set up before anybody gets in. Null: nothing. */
function findWanted(facts: SupportFacts, isRegistration: boolean): StateCode | null {
  const { phone, policy } = facts
  const isStopped = policy.numberChange === 'strict' && phone.isProven && phone.isPending && listsPhone(facts)
  if (isStopped) return faultOf(facts) ?? 'number_stopped'
  if (isRegistration && !phone.isProven) return findPhone(facts)
  if (!policy.required || hasFactor(facts)) return null
  const [first] = policy.factors
  if (first === 'totp') return 'app_to_set_up'
  return first === 'pin' ? 'pin_to_set_up' : findPhone(facts)
}

function findPhone(facts: SupportFacts): StateCode {
  return faultOf(facts) ?? (facts.phone.isPending ? 'number_unproven' : 'number_missing')
}

function faultOf({ phone }: SupportFacts): StateCode | null {
  if (phone.fault === 'landline') return 'number_landline'
  return phone.fault === 'failed' ? 'number_failed' : null
}

function hasFactor(facts: SupportFacts): boolean {
  const { policy, factors } = facts
  const has = { sms: usesPhone(facts), call: usesPhone(facts), totp: factors.totp, pin: factors.pin }
  return factors.recoveryCodes > 0 || policy.factors.some((factor) => has[factor])
}

function usesPhone(facts: SupportFacts): boolean {
  return facts.phone.isProven && listsPhone(facts)
}

function listsPhone({ policy }: SupportFacts): boolean {
  return policy.factors.includes('sms') || policy.factors.includes('call')
}
