/**
 * What comes next in a login: decided anew from what it remembers and from what holds for the person now, so that a lock,
 * a changed rule or a lost factor counts at the very next step.
 */
import type { Factor } from './policy.ts'
import type { LoginFactor, LoginState, LoginStatus, Person, Proof } from './login-state.ts'
import type { Channel } from './verification.ts'

export type PhoneReason = 'missing' | 'unproven' | 'landline' | 'failed' | 'pending'
export type SupportReason =
  | NonNullable<Person['lock']>['reason']
  | 'nothing_left'
  | 'denied'
  | 'login_expired'

/** The contract's `next`, without what only the database knows. */
export type LoginStep =
  | { action: 'choose_profile' }
  | { action: 'send_code' }
  | { action: 'choose_factor'; factors: LoginFactor[] }
  | { action: 'enter_code' | 'answer_call'; alternatives: LoginFactor[] }
  | { action: 'enter_totp' | 'enter_pin' | 'enter_recovery_code' | 'enter_bypass_code' }
  | { action: 'provide_phone'; reason: PhoneReason; skippable: boolean }
  | { action: 'enroll_totp' | 'enroll_pin' }
  | { action: 'contact_support'; reason: SupportReason; until: string | null }
  | { action: 'done' }

/** A login as its rules see it; `person` is null until a profile is chosen. */
export type LoginView = { status: LoginStatus; state: LoginState; person: Person | null }

/** Decides what comes next. A text that has yet to go out is told by `findAutomaticSend` in login.ts. */
export function nextStep({ status, state, person }: LoginView): LoginStep {
  if (status === 'done') return { action: 'done' }
  if (status === 'expired') return support('login_expired')
  if (status === 'failed') return support('denied')
  if (person === null) return { action: 'choose_profile' }
  if (person.lock) return { action: 'contact_support', ...person.lock }
  if (state.proving === 'pending') return codeStep(state, person)
  if (isRegistering(state, person)) return registrationStep(state, person)
  return isSatisfied(state, person) ? lastStep(state, person) : factorStep(state, person)
}

function isRegistering(state: LoginState, person: Person): boolean {
  return state.kind === 'registration' && !person.phone.isProven
}

function registrationStep(state: LoginState, person: Person): LoginStep {
  if (state.exhausted.includes('sms')) return support('nothing_left')
  if (person.phone.fault || state.isChoosing || !person.phone.isPending) return phoneStep(person)
  return { action: 'send_code' }
}

/** The factors of the policy that the person has, whether or not this login may still use them. */
export function listEnrolled(person: Person, kind: LoginState['kind'] = 'login'): Factor[] {
  const isPhoneUsable = person.phone.isProven && !isStopped(person)
  const has = { sms: isPhoneUsable, call: isPhoneUsable, totp: person.hasTotp, pin: person.hasPin }
  const listed = person.rule.factors.filter((factor) => has[factor])
  // A factor that somebody switched on is never passed over in silence, even where the rule has forgotten it.
  const rest = (['totp', 'pin'] as const).filter((factor) => has[factor])
  const enrolled = listed.length > 0 || person.rule.required ? listed : rest
  // What a person knows proves less than what they hold; it counts for a step-up only where it is all there is.
  const held = enrolled.filter((factor) => factor !== 'pin')
  if (kind !== 'step_up') return enrolled
  if (held.length > 0) return held
  // Where the rule lists nothing that the person has, the proven phone still shows who they are.
  return enrolled.length === 0 && isPhoneUsable ? ['sms'] : enrolled
}

/** Under `strict` the old number stops as soon as a new one is on file. */
function isStopped({ rule, phone }: Person): boolean {
  return rule.numberChange === 'strict' && phone.isPending
}

/** What this login may still ask for. */
export function listAtHand(state: LoginState, person: Person): LoginFactor[] {
  const enrolled: LoginFactor[] = listEnrolled(person, state.kind)
  const all = person.recoveryCodes > 0 ? [...enrolled, 'recovery_code' as const] : enrolled
  return all.filter((factor) => !state.exhausted.includes(factor))
}

function isNeeded(state: LoginState, person: Person): boolean {
  const isStopping = isStopped(person) && person.phone.isProven && listsPhone(person)
  return state.kind === 'step_up' || person.rule.required || listEnrolled(person).length > 0 || isStopping
}

/** Whether enough was shown of what the person has: under the rule that holds now, not the one of the first step. */
export function isSatisfied(state: LoginState, person: Person): boolean {
  if (!isNeeded(state, person)) return true
  const enrolled = listEnrolled(person, state.kind)
  return state.proofs.some((proof) => {
    const factors = PROVES[proof]
    return factors === null || factors.some((factor) => enrolled.includes(factor))
  })
}

/** What a proof stands for; a phone is one thing, by text or by call. Null: it counts under every rule. */
const PROVES: Record<Proof, Factor[] | null> = {
  ...{ sms: ['sms', 'call'], tel: ['sms', 'call'], tel_press1: ['sms', 'call'] },
  ...{ totp: ['totp'], pin: ['pin'], recovery_code: null, bypass: null },
}

function listsPhone({ rule }: Person): boolean {
  return rule.factors.includes('sms') || rule.factors.includes('call')
}

function factorStep(state: LoginState, person: Person): LoginStep {
  if (person.bypass === 'code' && !state.leftBypass) return { action: 'enter_bypass_code' }
  const options = listAtHand(state, person)
  if (options.length === 0) {
    const hasNone = listEnrolled(person).length === 0 && person.recoveryCodes === 0
    return hasNone && state.kind !== 'step_up' ? enrolStep(state, person) : support('nothing_left')
  }
  const asked = findAsked(state, person)
  return asked ? askFor(asked, state, person) : { action: 'choose_factor', factors: options }
}

/** The factor that is asked for: the chosen one while it is at hand, or the only one. Null: there is a choice. */
export function findAsked(state: LoginState, person: Person): LoginFactor | null {
  const options = listAtHand(state, person)
  if (state.chosen !== null && options.includes(state.chosen)) return state.chosen
  const [only, ...others] = options
  return only && others.length === 0 && !person.rule.askFactor && !state.isChoosing ? only : null
}

function askFor(factor: LoginFactor, state: LoginState, person: Person): LoginStep {
  if (factor === 'totp') return { action: 'enter_totp' }
  if (factor === 'pin') return { action: 'enter_pin' }
  if (factor === 'recovery_code') return { action: 'enter_recovery_code' }
  return codeStep({ ...state, chosen: factor }, person)
}

/** A code that was sent, or a call that goes on. */
function codeStep(state: LoginState, person: Person): LoginStep {
  const running = state.proving ? person.verification : null
  const channel: Channel = running?.channel ?? (state.chosen === 'call' ? 'call' : 'sms')
  const mode = running ? running.callMode : person.rule.defaultCallMode
  const isKeyed = channel === 'call' && mode !== 'spoken_code' && running !== null
  const isNew = state.proving === 'pending'
  const others = isNew ? listPhoneWays(state, person) : listAtHand(state, person)
  const alternatives = others.filter((factor) => factor !== channel)
  return { action: isKeyed ? 'answer_call' : 'enter_code', alternatives }
}

/** The ways by which the code of a new number may come. */
function listPhoneWays(state: LoginState, { rule }: Person): LoginFactor[] {
  const ways = rule.factors.filter((factor) => factor === 'sms' || factor === 'call')
  return ways.filter((factor) => !state.exhausted.includes(factor))
}

/** Where a factor is demanded and none is there, the first of the rule is set up. */
function enrolStep(state: LoginState, person: Person): LoginStep {
  if (state.exhausted.includes('sms')) return support('nothing_left')
  if (isStopped(person) && person.phone.isProven && listsPhone(person)) return phoneStep(person)
  const [first] = person.rule.factors
  if (first === 'totp') return { action: 'enroll_totp' }
  if (first === 'pin') return { action: 'enroll_pin' }
  return phoneStep(person)
}

/** Before the end: what the policy still wants of somebody who has shown enough to be let in. */
function lastStep(state: LoginState, person: Person): LoginStep {
  const { rule, phone } = person
  const isLetIn = state.proofs.includes('bypass') || state.kind === 'step_up'
  if (isLetIn) return { action: 'done' }
  const isOpen = phone.isPending && phone.isProven && listsPhone(person)
  if (isOpen && rule.numberChange === 'strict') {
    return state.exhausted.includes('sms') ? support('nothing_left') : phoneStep(person)
  }
  if (rule.required && listEnrolled(person).length === 0) return enrolStep(state, person)
  if (isOpen && !state.skippedPhone) return phoneStep(person)
  return { action: 'done' }
}

function phoneStep({ rule, phone }: Person): LoginStep {
  const isPending = phone.isPending && phone.isProven
  const reason = phone.fault ?? (isPending ? 'pending' : phone.isPending ? 'unproven' : 'missing')
  return { action: 'provide_phone', reason, skippable: isPending && rule.numberChange === 'safe' }
}

function support(reason: SupportReason): LoginStep {
  return { action: 'contact_support', reason, until: null }
}
