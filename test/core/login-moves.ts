/**
 * What may happen to a login: calls, wise and unwise ones, and changes of what holds for the person.
 */
import * as fc from 'fast-check'
import type { LoginEvent } from '#core/login.ts'
import type { LoginFactor } from '#core/login-state.ts'
import type { LoginStep } from '#core/login-step.ts'
import { FACTORS } from '#core/policy.ts'
import type { Rule } from '#core/policy.ts'
import type { World } from './login-judge.ts'
import { act, settle, stepOf } from './login-world.ts'
import type { Deed, Run } from './login-world.ts'

/** Changes a world, or calls the login; answers what the call was, and whether it was taken. */
export type Move = { run: (run: Run) => Taken | null; [fc.toStringMethod](): string }
/** A call and the login as it stood before, with all that had happened taken up. */
export type Taken = {
  event: LoginEvent
  isTaken: boolean
  before: Pick<Run, 'world' | 'state' | 'status'>
  step: LoginStep
}

const rule: fc.Arbitrary<Rule> = fc.record({
  required: fc.boolean(),
  factors: fc.shuffledSubarray([...FACTORS], { minLength: 1 }),
  askFactor: fc.boolean(),
  defaultCallMode: fc.constantFrom('press_1', 'match_digits', 'spoken_code'),
  numberChange: fc.constantFrom('safe', 'strict'),
  resetApproval: fc.constant('none'),
  bypass: fc.constantFrom('code', 'open'),
})

export const world: fc.Arbitrary<World> = fc
  .record({
    kind: fc.constantFrom('login', 'login', 'login', 'registration', 'step_up'),
    rule,
    phones: fc.constantFrom([null, null], [1, null], [1, 2], [1, 2], [null, 2]),
    fault: fc.constantFrom(null, null, 'landline', 'failed'),
    has: fc.subarray(['totp', 'pin'] as const),
    recoveryCodes: fc.nat(2),
    bypass: fc.constantFrom(null, null, null, 'code', 'open'),
  })
  .map(({ phones: [proven = null, pending = null], has, ...rest }) => ({
    ...{ ...rest, proven, pending, has: new Set(has), isLocked: false, sent: null, provesNew: false },
    ...{ shown: new Set<never>(), wrong: new Map(), hasSkipped: false },
  })) as fc.Arbitrary<World>

const factor = fc.constantFrom<LoginFactor>('sms', 'call', 'totp', 'pin', 'recovery_code')
const calls: fc.Arbitrary<LoginEvent> = fc.oneof(
  fc.record({
    kind: fc.constant('send' as const),
    channel: fc.constantFrom(null, 'sms', 'call'),
    callMode: fc.constantFrom(null, 'press_1', 'match_digits', 'spoken_code'),
  }),
  factor.map((chosen) => ({ kind: 'choose' as const, factor: chosen })),
  fc.boolean().map((right) => ({ kind: 'answer' as const, right })),
  fc.constantFrom<LoginEvent>(
    ...([{ kind: 'provide_phone' }, { kind: 'set_pin' }, { kind: 'skip' }, { kind: 'back' }] as const),
  ),
)

/** A number that nobody had before. */
let numbers = 10

const facts: Record<string, (world: World) => unknown> = {
  lock: (w) => (w.isLocked = true),
  unlock: (w) => (w.isLocked = false),
  'lose the app': (w) => w.has.delete('totp'),
  'add an app': (w) => w.has.add('totp'),
  'lose the PIN': (w) => w.has.delete('pin'),
  'lose the codes': (w) => (w.recoveryCodes = 0),
  'make codes': (w) => (w.recoveryCodes = 2),
  'lose the phone': (w) => (w.proven = null),
  'save a number elsewhere': (w) => Object.assign(w, { pending: ++numbers, fault: null }),
  'drop the number': (w) => Object.assign(w, { pending: null, fault: null }),
  'issue a code': (w) => (w.bypass = 'code'),
  'open the door': (w) => (w.bypass = 'open'),
  'close the door': (w) => (w.bypass = null),
  'press the key': (w) => settleCode(w, 'approved'),
  'press nine': (w) => settleCode(w, 'denied'),
  'wait ten minutes': (w) => settleCode(w, 'expired'),
  'log in elsewhere': (w) => settleCode(w, 'canceled'),
  'reach a landline': (w) => w.sent && (w.sent = { ...w.sent, fault: 'landline' }),
  'reach nobody': (w) => w.sent && (w.sent = { ...w.sent, fault: 'no_such_number' }),
}

function settleCode(w: World, status: 'approved' | 'denied' | 'expired' | 'canceled'): void {
  if (w.sent?.status !== 'pending' || w.isLocked) return
  w.sent = { ...w.sent, status }
  if (status === 'approved' && w.sent.to === w.proven) w.shown.add('phone')
}

/** What was typed is compared, used up, set up: the truth about it, whatever the machine makes of it. */
const deed: Deed = (w, event, action) => {
  if (event.kind === 'set_pin' && action === 'enroll_pin') setUp(w, 'pin')
  if (event.kind === 'provide_phone' && action === 'provide_phone' && numbers++ % 3 > 0)
    Object.assign(w, { pending: numbers, fault: null })
  if (event.kind !== 'answer') return
  if (action === 'enter_code') typeCode(w, event.right)
  if (action === 'enroll_totp' && event.right) setUp(w, 'totp')
  const typed = TYPED[action]
  if (typed && !event.right) w.wrong.set(typed, (w.wrong.get(typed) ?? 0) + 1)
  if (!typed || !event.right) return
  w.shown.add(typed)
  if (typed === 'recovery_code') w.recoveryCodes--
  if (typed === 'bypass') w.bypass = null
}

function setUp(w: World, factor: 'totp' | 'pin'): void {
  w.has.add(factor)
  w.shown.add(factor)
}

function typeCode(w: World, right: boolean): void {
  if (w.sent?.status !== 'pending') return
  if (right) return settleCode(w, 'approved')
  const tries = w.sent.tries + 1
  w.sent = { ...w.sent, tries, status: tries < 5 ? 'pending' : 'locked' }
  if (tries === 5) w.wrong.set('phone', 5)
}

const TYPED: Partial<Record<LoginStep['action'], 'totp' | 'pin' | 'recovery_code' | 'bypass'>> = {
  ...{
    enter_totp: 'totp',
    enter_pin: 'pin',
    enter_recovery_code: 'recovery_code',
    enter_bypass_code: 'bypass',
  },
}

/** What somebody would do who follows the page: here nearly always right. */
function follow(step: LoginStep): LoginEvent {
  if (step.action === 'choose_factor') return { kind: 'choose', factor: step.factors.at(-1)! }
  if (step.action === 'send_code') return { kind: 'send', channel: null, callMode: null }
  if (step.action === 'enroll_pin') return { kind: 'set_pin' }
  return step.action === 'provide_phone' ? { kind: 'provide_phone' } : { kind: 'answer', right: true }
}

const callOf = (name: string, choose: (run: Run) => LoginEvent, cannotSend: boolean): Move => ({
  [fc.toStringMethod]: () => name,
  run: (run) => {
    settle(run, cannotSend)
    const event = choose(run)
    const [before, step] = [structuredClone(run), stepOf(run)]
    return { event, before, step, isTaken: act(run, event, { deed, cannotSend }) }
  },
})

const rarely = fc.integer({ min: 0, max: 7 }).map((n) => n === 0)

/** One move of a sequence. */
export const move: fc.Arbitrary<Move> = fc.oneof(
  {
    weight: 3,
    arbitrary: rarely.map((cannotSend) => callOf('follow', (run) => follow(stepOf(run)), cannotSend)),
  },
  {
    weight: 2,
    arbitrary: fc.constantFrom(
      callOf('skip', () => ({ kind: 'skip' }), false),
      callOf('back', () => ({ kind: 'back' }), false),
    ),
  },
  {
    weight: 3,
    arbitrary: fc.constant(callOf('answer wrong', () => ({ kind: 'answer', right: false }), false)),
  },
  {
    weight: 5,
    arbitrary: fc
      .tuple(calls, rarely)
      .map(([event, cannotSend]) => callOf(JSON.stringify(event), () => event, cannotSend)),
  },
  {
    weight: 2,
    arbitrary: fc.constantFrom(...Object.entries(facts)).map(([name, change]) => factOf(name, change)),
  },
  {
    weight: 1,
    arbitrary: rule.map((other) => factOf(`rule ${JSON.stringify(other)}`, (w) => (w.rule = other))),
  },
)

/** Something changes elsewhere; the login hears of it when it is next read. */
function factOf(name: string, change: (world: World) => unknown): Move {
  return {
    [fc.toStringMethod]: () => name,
    run: (run) => {
      change(run.world)
      return null
    },
  }
}
