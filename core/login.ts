/**
 * The login as one machine: what happened and what holds for the person → what it remembers from now on, and what is to
 * be done about it. Pure; the doors do what the effects say in the same transaction.
 */
import { MAX_TRIES } from './limits.ts'
import type {
  LoginFactor,
  LoginState,
  LoginStatus,
  Person,
  Proof,
  RunningVerification,
} from './login-state.ts'
import { findAsked, isSatisfied, listAtHand, nextStep } from './login-step.ts'
import type { LoginStep, LoginView } from './login-step.ts'
import type { CallMode, Channel } from './verification.ts'

/** What a caller does. Answers come with whether they were right; what was compared stays outside. */
export type LoginEvent =
  | { kind: 'send'; channel: Channel | null; callMode: CallMode | null }
  | { kind: 'choose'; factor: LoginFactor }
  | { kind: 'answer'; right: boolean }
  | { kind: 'provide_phone' }
  | { kind: 'set_pin' }
  | { kind: 'skip' }
  | { kind: 'back' }

export type LoginEffect =
  | { kind: 'send'; channel: Channel; callMode: CallMode | null; proving: 'factor' | 'pending' }
  | { kind: 'bind_pending' }
  | { kind: 'note_fault'; fault: 'landline' | 'failed' }
  | { kind: 'use_bypass' }

export type Stepped = { status: LoginStatus; state: LoginState; effects: LoginEffect[] }

/** Why a call of the contract does not fit: it is not what `next` asks for, or the policy does not list the factor. */
export type StepRefusal = 'step_not_expected' | 'factor_not_allowed'

/** Moves a login by one event. A refusal changes nothing. */
export function stepLogin(login: LoginView, event: LoginEvent): Stepped | StepRefusal {
  const step = nextStep(login)
  const { state, person } = login
  if (login.status !== 'pending' || person === null) return 'step_not_expected'
  switch (event.kind) {
    case 'send':
      return sendCode(step, event, { ...login, person })
    case 'choose':
      if (step.action !== 'choose_factor') return 'step_not_expected'
      if (!step.factors.includes(event.factor)) return 'factor_not_allowed'
      return moved({ ...state, chosen: event.factor, isChoosing: false, proving: null })
    case 'answer':
      return answer(step, event.right, state)
    case 'provide_phone':
      if (step.action !== 'provide_phone') return 'step_not_expected'
      return moved({ ...state, chosen: null, isChoosing: false }, [
        { kind: 'send', channel: 'sms', callMode: null, proving: 'pending' },
      ])
    case 'set_pin':
      return step.action === 'enroll_pin' ? moved(proved(state, 'pin')) : 'step_not_expected'
    case 'skip':
      if (step.action !== 'provide_phone' || !step.skippable) return 'step_not_expected'
      return moved({ ...state, skippedPhone: true })
    case 'back':
      return goBack(step, state)
  }
}

function moved(state: LoginState, effects: LoginEffect[] = []): Stepped {
  return { status: 'pending', state, effects }
}

function proved(state: LoginState, proof: Proof): LoginState {
  return { ...state, proofs: [...state.proofs, proof], chosen: null, isChoosing: false }
}

function sendCode(
  step: LoginStep,
  event: Extract<LoginEvent, { kind: 'send' }>,
  { state, person }: { state: LoginState; person: Person },
): Stepped | StepRefusal {
  const running = state.proving ? person.verification : null
  const channel = event.channel ?? (event.callMode ? 'call' : (running?.channel ?? channelOf(state, person)))
  const send = { kind: 'send', channel, callMode: event.callMode } as const
  if (step.action === 'send_code') return moved(state, [{ ...send, proving: 'pending' }])
  if (step.action !== 'enter_code' && step.action !== 'answer_call') return 'step_not_expected'
  if (state.proving === 'pending') return moved(state, [{ ...send, proving: 'pending' }])
  if (!listAtHand(state, person).includes(channel)) return 'factor_not_allowed'
  return moved({ ...state, chosen: channel }, [{ ...send, proving: 'factor' }])
}

/** The channel by which a code goes out where nobody names one. */
function channelOf(state: LoginState, person: Person): Channel {
  return state.proving !== 'pending' && findAsked(state, person) === 'call' ? 'call' : 'sms'
}

/** What is typed from memory, paper or an app; a code that was sent belongs to its verification. */
export type Answered = 'totp' | 'pin' | 'recovery_code' | 'bypass'

const ANSWERED: Partial<Record<LoginStep['action'], Answered>> = {
  enter_totp: 'totp',
  enter_pin: 'pin',
  enter_recovery_code: 'recovery_code',
  enter_bypass_code: 'bypass',
}

/** What an answer to this step is compared with. Null: with nothing of the person's own. */
export function findAnswered(step: LoginStep): Answered | null {
  return ANSWERED[step.action] ?? null
}

function answer(step: LoginStep, right: boolean, state: LoginState): Stepped | StepRefusal {
  if (step.action === 'enroll_totp') return moved(right ? proved(state, 'totp') : state)
  // The verification itself knows whether its code was right; `absorb` reads it there.
  if (step.action === 'enter_code') return moved(state)
  const factor = findAnswered(step)
  if (!factor) return 'step_not_expected'
  if (right) return moved(proved(state, factor), factor === 'bypass' ? [{ kind: 'use_bypass' }] : [])
  const wrong = (state.wrong[factor] ?? 0) + 1
  const counted = { ...state, wrong: { ...state.wrong, [factor]: wrong } }
  if (wrong < MAX_TRIES) return moved(counted)
  if (factor === 'bypass') return moved({ ...counted, leftBypass: true, isChoosing: true })
  return moved({ ...counted, ...NONE_CHOSEN, exhausted: [...state.exhausted, factor] })
}

/** Whoever has used up one factor is shown what else there is, and never has another one start by itself. */
const NONE_CHOSEN = { chosen: null, isChoosing: true } as const

const WITH_A_WAY_BACK = new Set<LoginStep['action']>([
  ...(['enter_code', 'answer_call', 'enter_totp', 'enter_pin', 'enter_recovery_code'] as const),
])

function goBack(step: LoginStep, state: LoginState): Stepped | StepRefusal {
  if (step.action === 'enter_bypass_code') return moved({ ...state, leftBypass: true, isChoosing: true })
  if (!WITH_A_WAY_BACK.has(step.action)) return 'step_not_expected'
  return moved({ ...state, chosen: null, proving: null, isChoosing: true, resendAt: null })
}

/** Takes up what the running verification came to, however it was settled: by a typed code or by a key on the phone. */
export function absorb(login: LoginView): Stepped {
  const { status, state, person } = login
  const running = person?.verification
  if (isPassedOpenly(login)) return moved(proved(state, 'bypass'), [{ kind: 'use_bypass' }])
  const unchanged = { status, state, effects: [] }
  if (status !== 'pending' || !person || !state.proving || person.lock) return unchanged
  // The new number was dropped elsewhere: nobody waits for its code any more.
  if (state.proving === 'pending' && !person.phone.isPending) return moved({ ...state, proving: null })
  if (!running) return unchanged
  if (running.status === 'approved') {
    const effects: LoginEffect[] = state.proving === 'pending' ? [{ kind: 'bind_pending' }] : []
    return moved(proved({ ...state, proving: null, resendAt: null }, proofOf(running)), effects)
  }
  if (running.status === 'denied')
    return { status: 'failed', state: { ...state, proving: null }, effects: [] }
  if (running.status === 'locked') {
    const exhausted = [...new Set<LoginFactor>([...state.exhausted, 'sms', 'call'])]
    return moved({ ...state, exhausted, ...NONE_CHOSEN, proving: null })
  }
  if (running.fault && state.proving === 'pending') {
    const fault = running.fault === 'landline' ? 'landline' : 'failed'
    return moved({ ...state, proving: null }, [{ kind: 'note_fault', fault }])
  }
  return unchanged
}

/** Staff opened this one login, and without that a factor would be asked for. */
function isPassedOpenly({ status, state, person }: LoginView): boolean {
  if (status !== 'pending' || person?.bypass !== 'open' || person.lock || state.kind !== 'login') return false
  return !isSatisfied(state, person)
}

function proofOf(running: RunningVerification): Proof {
  if (running.channel === 'sms') return 'sms'
  return running.callMode === 'press_1' ? 'tel_press1' : 'tel'
}

/** The send that a step needs and that nobody has asked for: the text that goes out by itself. Null: none. */
export function findAutomaticSend(login: LoginView): Extract<LoginEffect, { kind: 'send' }> | null {
  const { state, person } = login
  const step = nextStep(login)
  if (!person || state.proving || (step.action !== 'enter_code' && step.action !== 'answer_call')) return null
  return { kind: 'send', channel: channelOf(state, person), callMode: null, proving: 'factor' }
}
