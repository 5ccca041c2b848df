/**
 * What the contract asks of a finished login, written without the machine: who may be let in, and what may be offered.
 */
import type { LoginFactor, LoginState } from '#core/login-state.ts'
import type { LoginStep } from '#core/login-step.ts'
import type { Factor, Rule } from '#core/policy.ts'
import type { CallMode, Channel, VerificationStatus } from '#core/verification.ts'

/** A code that was sent to one number. */
export type SentCode = {
  to: number
  isNew: boolean
  status: VerificationStatus
  tries: number
  channel: Channel
  callMode: CallMode | null
  fault: 'landline' | 'no_such_number' | null
}

/** The truth about a person, and what they really did in one login. */
export type World = {
  kind: LoginState['kind']
  rule: Rule
  proven: number | null
  pending: number | null
  fault: 'landline' | 'failed' | null
  has: Set<'totp' | 'pin'>
  recoveryCodes: number
  isLocked: boolean
  bypass: 'code' | 'open' | null
  sent: SentCode | null
  /** Whether the login waits for the code of a new number, sent or not. */
  provesNew: boolean
  shown: Set<'phone' | 'totp' | 'pin' | 'recovery_code' | 'bypass'>
  wrong: Map<string, number>
  hasSkipped: boolean
}

/** The factors that a login may ask for, exhausted or not. */
export function listOwn({ kind, rule, proven, pending, has }: World): Factor[] {
  const isPhoneGood = proven !== null && !(rule.numberChange === 'strict' && pending !== null)
  const owns = (factor: Factor) => (factor === 'totp' || factor === 'pin' ? has.has(factor) : isPhoneGood)
  let own = rule.factors.filter(owns)
  if (own.length === 0 && !rule.required) own = (['totp', 'pin'] as const).filter(owns)
  const isMore = kind === 'step_up' && own.some((factor) => factor !== 'pin')
  // A step-up may fall back on the proven phone where the rule lists nothing that the person has.
  if (kind === 'step_up' && own.length === 0 && isPhoneGood) return ['sms']
  return isMore ? own.filter((factor) => factor !== 'pin') : own
}

/** The factors that are open now: owned, and not used up by five wrong answers. */
export function listOpen(world: World): LoginFactor[] {
  const own: LoginFactor[] = [
    ...listOwn(world),
    ...(world.recoveryCodes > 0 ? (['recovery_code'] as const) : []),
  ]
  return own.filter((factor) => !isUsedUp(world, factor))
}

/** Five wrong answers by text use up calls too: both are the same phone. */
export function isUsedUp({ wrong }: World, factor: LoginFactor): boolean {
  const name = factor === 'sms' || factor === 'call' ? 'phone' : factor
  return (wrong.get(name) ?? 0) >= 5
}

function listsPhone({ rule }: World): boolean {
  return rule.factors.some((factor) => factor === 'sms' || factor === 'call')
}

/** What forbids to let this person in now. Empty: nothing does. */
export function listObjections(world: World): string[] {
  const { kind, rule, proven, pending, shown } = world
  if (world.isLocked) return ['locked']
  if (shown.has('bypass')) return kind === 'registration' && proven === null ? ['not registered'] : []
  const own = listOwn(world)
  const isStopped = rule.numberChange === 'strict' && proven !== null && pending !== null && listsPhone(world)
  const isDue = kind === 'step_up' || rule.required || own.length > 0 || isStopped
  const hasShown =
    shown.has('recovery_code') ||
    own.some((factor) => shown.has(factor === 'sms' || factor === 'call' ? 'phone' : factor))
  const found = isDue && !hasShown ? ['nothing shown'] : []
  if (kind === 'registration' && proven === null) found.push('not registered')
  if (kind === 'step_up') return found
  if (rule.required && own.length === 0) found.push('nothing enrolled')
  if (isStopped) found.push('new number not proven')
  if (!isStopped && pending !== null && proven !== null && listsPhone(world) && !world.hasSkipped)
    found.push('new number not asked for')
  return found
}

/** What is wrong with what a login offers. Empty: all is well. */
export function listBadOffers(world: World, step: LoginStep): string[] {
  if (world.isLocked) return step.action === 'contact_support' ? [] : [`${step.action} while locked`]
  const open = listOpen(world)
  if (step.action === 'choose_factor') return step.factors.filter((factor) => !open.includes(factor))
  if (step.action === 'enter_code' || step.action === 'answer_call') {
    const isForNew = (factor: LoginFactor) =>
      world.provesNew && world.rule.factors.some((listed) => listed === factor) && !isUsedUp(world, factor)
    const isFit = (factor: LoginFactor) => (world.provesNew ? isForNew(factor) : open.includes(factor))
    return step.alternatives.filter((factor) => !isFit(factor))
  }
  const asked = ASKED[step.action]
  return asked && !open.includes(asked) ? [step.action] : []
}

const ASKED: Partial<Record<LoginStep['action'], LoginFactor>> = {
  ...{ enter_totp: 'totp', enter_pin: 'pin', enter_recovery_code: 'recovery_code' },
}
