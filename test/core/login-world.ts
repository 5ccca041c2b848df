/**
 * A login as its doors drive it, with people and carriers that do anything at any time.
 */
import { absorb, findAutomaticSend, stepLogin } from '#core/login.ts'
import type { LoginEffect, LoginEvent, Stepped } from '#core/login.ts'
import { newLoginState } from '#core/login-state.ts'
import type { LoginState, LoginStatus, Person } from '#core/login-state.ts'
import { nextStep } from '#core/login-step.ts'
import type { LoginStep, LoginView } from '#core/login-step.ts'
import type { World } from './login-judge.ts'

/** What the machine remembers, beside the truth. */
export type Run = { world: World; status: LoginStatus; state: LoginState }

const LOCK: NonNullable<Person['lock']> = { reason: 'too_many_wrong', until: '2030-01-01T00:00:00Z' }

export function openRun(world: World): Run {
  const run: Run = { world, status: 'pending', state: newLoginState(world.kind) }
  settle(run, false)
  return run
}

/** The login as the machine sees it, frozen: whoever writes into it fails. */
export function viewOf({ world, status, state }: Run): LoginView {
  const { rule, proven, pending, fault, has, recoveryCodes, isLocked, bypass, sent } = world
  const verification = sent && {
    status: sent.status,
    tries: sent.tries,
    channel: sent.channel,
    callMode: sent.callMode,
    fault: sent.fault,
  }
  const person: Person = {
    rule,
    phone: { isProven: proven !== null, isPending: pending !== null, fault: pending === null ? null : fault },
    ...{
      hasTotp: has.has('totp'),
      hasPin: has.has('pin'),
      recoveryCodes,
      lock: isLocked ? LOCK : null,
      bypass,
      verification,
    },
  }
  return freeze({ status, state: structuredClone(state), person })
}

function freeze<T>(value: T): T {
  if (typeof value === 'object' && value !== null) Object.values(Object.freeze(value)).forEach(freeze)
  return value
}

export const stepOf = (run: Run): LoginStep => nextStep(viewOf(run))

/** What a call does by itself before the machine hears of it: compares, uses up, sets up. */
export type Deed = (world: World, event: LoginEvent, action: LoginStep['action']) => void

/** Does what a call does. `cannotSend`: the limits forbid every send. Answers whether the machine took the event. */
export function act(run: Run, event: LoginEvent, how: { deed: Deed; cannotSend: boolean }): boolean {
  const { deed, cannotSend } = how
  absorbAll(run, cannotSend)
  const asked = viewOf(run)
  const isOpen = asked.status === 'pending' && !asked.person?.lock
  if (isOpen) deed(run.world, event, nextStep(asked).action)
  const stepped = isOpen ? stepLogin(asked, event) : 'step_not_expected'
  const isTaken = typeof stepped !== 'string' && apply(run, stepped, cannotSend)
  if (isTaken && event.kind === 'skip') run.world.hasSkipped = true
  settle(run, cannotSend)
  return isTaken
}

/** Goes on until nothing moves by itself, as every door does after each call. */
export function settle(run: Run, cannotSend: boolean): void {
  absorbAll(run, cannotSend)
  const send = findAutomaticSend(viewOf(run))
  if (send) apply(run, { ...run, effects: [send] }, cannotSend)
  if (run.status === 'pending' && stepOf(run).action === 'done') run.status = 'done'
}

function absorbAll(run: Run, cannotSend: boolean): void {
  for (let round = 0; round < 4; round++) {
    const view = viewOf(run)
    const stepped = absorb(view)
    if (stepped.state === view.state && stepped.status === view.status) return
    apply(run, stepped, cannotSend)
  }
}

function apply(run: Run, stepped: Stepped, cannotSend: boolean): boolean {
  const before = run.state
  run.state = structuredClone(stepped.state)
  run.status = stepped.status
  const isDone = stepped.effects.every((effect) =>
    effect.kind === 'send' ? send(run, effect, cannotSend) : does(run, effect),
  )
  if (!isDone) run.state = before
  run.world.provesNew = run.state.proving === 'pending'
  return isDone
}

function send(
  { world, state }: Run,
  effect: Extract<LoginEffect, { kind: 'send' }>,
  cannotSend: boolean,
): boolean {
  const isNew = effect.proving === 'pending'
  const to = isNew ? world.pending : world.proven
  if (to === null) return false
  const before = state.proving
  state.proving = effect.proving
  const isRunning = world.sent?.status === 'pending' && world.sent.isNew === isNew
  const callMode =
    effect.channel === 'call'
      ? (effect.callMode ?? (isNew ? 'spoken_code' : world.rule.defaultCallMode))
      : null
  if (isRunning && (before === effect.proving || (before === null && !isNew))) {
    if (!cannotSend) world.sent = { ...world.sent!, channel: effect.channel, callMode, fault: null }
    return true
  }
  const fresh = {
    to,
    isNew,
    status: 'pending' as const,
    tries: 0,
    channel: effect.channel,
    callMode,
    fault: null,
  }
  world.sent = cannotSend ? null : fresh
  return true
}

function does(run: Run, effect: Exclude<LoginEffect, { kind: 'send' }>): boolean {
  const { world } = run
  if (effect.kind === 'note_fault') world.fault = effect.fault
  if (effect.kind === 'use_bypass') {
    world.bypass = null
    // An open door is for logging in; whoever types a code is noted where they type it.
    if (world.kind === 'login') world.shown.add('bypass')
  }
  if (effect.kind !== 'bind_pending') return true
  if (world.sent?.to === world.pending && world.pending !== null) {
    world.proven = world.pending
    world.shown.add('phone')
    Object.assign(world, { pending: null, fault: null })
  } else run.state.proofs = run.state.proofs.slice(0, -1)
  return true
}
