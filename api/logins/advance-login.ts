/**
 * One step of a login, in one transaction: takes the account and the login, lets the machine in core decide, and does
 * what it says.
 */
import type { Answer, ApiContext, Call } from '#api/context.ts'
import { commitRefusals } from '#api/commit-refusals.ts'
import { MAX_TRIES } from '#core/limits.ts'
import { absorb, findAnswered, findAutomaticSend, stepLogin } from '#core/login.ts'
import type { LoginEvent, Stepped } from '#core/login.ts'
import { nextStep } from '#core/login-step.ts'
import type { LoginView } from '#core/login-step.ts'
import { Problem } from '#core/problem.ts'
import { saveLogin } from '#db/logins.ts'
import type { LoginRow } from '#db/logins.ts'
import { doEffect } from './do-effect.ts'
import { finishLogin } from './finish-login.ts'
import { hold } from './held-login.ts'
import type { Held } from './held-login.ts'
import { shownOf, viewOf } from './login-view.ts'
import { writeLogin } from './login-answer.ts'
import { doSend } from './send-code.ts'

/** What a call does to a login before the machine is asked; gives the event, or null where there is none. */
export type Act = (held: Held) => Promise<LoginEvent | null>

/** Moves the login in the address and answers it again; `act` null: it is only read. */
export async function advanceLogin(
  context: ApiContext,
  call: Call<unknown, unknown>,
  act: Act | null,
): Promise<Answer> {
  const body = await commitRefusals(call.db, async (db) => {
    const held = await hold(context, { ...call, db })
    const before = snapshot(held.row)
    const refusal = await moveByAct(held, act)
    await settle(held)
    await save(held, before)
    if (refusal) throw refusal
    return writeLogin(held)
  })
  return { status: 200, body }
}

/** Brings a new login to its first step; the caller's transaction holds it. */
export async function openLogin(held: Held): Promise<object> {
  const before = snapshot(held.row)
  await settle(held)
  await save(held, before)
  return writeLogin(held)
}

/** A wrong answer is told after everything that follows from it has been written; another refusal changes nothing. */
async function moveByAct(held: Held, act: Act | null): Promise<Problem | null> {
  // A lock, or a key pressed meanwhile, counts before what is asked for now.
  await absorbAll(held)
  if (!act) return null
  // The event answers what was asked for; the act itself may have changed that, by using up a code or setting a PIN.
  const asked = viewOf(held.row)
  try {
    if (asked.status !== 'pending' || asked.person?.lock) throw new Problem('step_not_expected')
    const event = await act(held)
    if (!event) return null
    await apply(held, stepOf(asked, event), event.kind === 'send')
    return event.kind === 'answer' && !event.right ? tellWrong(held.row, asked) : null
  } catch (error) {
    if (!(error instanceof Problem)) throw error
    held.row.state = asked.state
    return error
  }
}

function stepOf(asked: LoginView, event: LoginEvent): Stepped {
  const stepped = stepLogin(asked, event)
  if (typeof stepped === 'string') throw new Problem(stepped)
  return stepped
}

function tellWrong({ state, person }: LoginRow, asked: LoginView): Problem {
  const factor = findAnswered(nextStep(asked))
  const wrong = factor ? (state.wrong[factor] ?? 0) : 0
  const tries_left = person?.lock ? 0 : MAX_TRIES - wrong
  return new Problem(factor === 'pin' ? 'pin_incorrect' : 'code_incorrect', { tries_left })
}

async function apply(held: Held, stepped: Stepped, isAsked: boolean): Promise<void> {
  held.row.state = stepped.state
  held.row.status = stepped.status
  for (const effect of stepped.effects) {
    if (effect.kind !== 'send') await doEffect(held, effect)
    else if (held.row.person) await doSend({ ...held, person: held.row.person }, effect, isAsked)
  }
}

/** Goes on until nothing moves by itself any more. */
async function settle(held: Held): Promise<void> {
  await absorbAll(held)
  const send = findAutomaticSend(viewOf(held.row))
  if (send) await apply(held, { ...held.row, effects: [send] }, false)
  if (held.row.status === 'pending' && nextStep(viewOf(held.row)).action === 'done') await finishLogin(held)
}

async function absorbAll(held: Held): Promise<void> {
  for (let round = 0; round < 4; round++) {
    const stepped = absorb(viewOf(held.row))
    if (stepped.state === held.row.state && stepped.status === held.row.status) return
    await apply(held, stepped, false)
  }
}

function snapshot({ status, state, accountId, verificationId, sessionId }: LoginRow): string {
  return JSON.stringify([status, state, accountId, verificationId, sessionId])
}

/** `version` grows whenever what is shown changes, also by something outside the login, such as a lock. */
async function save({ call, row, session }: Held, before: string): Promise<void> {
  // The end of a login is written together with its session.
  if (session) return
  row.state = { ...row.state, shown: shownOf(row) }
  if (snapshot(row) === before) return
  row.version++
  await saveLogin(call.db, call.caller.tenantId, row)
}
