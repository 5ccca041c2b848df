/**
 * Compares an answer with what it should be: each comparison is counted against the account's budget in the transaction
 * that holds the account, so that of any number of parallel guesses one is judged at a time.
 */
import { askerOf, checkAccountCode } from '#api/begin-verification.ts'
import { mark, marks, unseal } from '#core/key-ring.ts'
import { readCode } from '#core/code.ts'
import { MAX_TRIES } from '#core/limits.ts'
import { findAnswered } from '#core/login.ts'
import type { Answered, LoginEvent } from '#core/login.ts'
import { nextStep } from '#core/login-step.ts'
import { readPin } from '#core/pin.ts'
import { Problem } from '#core/problem.ts'
import { readHelpCode, readRecoveryCode } from '#core/recovery-code.ts'
import { findTotpStep } from '#credentials/totp.ts'
import {
  findTotp,
  removeAuthenticators,
  useBypass,
  useRecoveryCode,
  useTotpStep,
} from '#db/authenticators.ts'
import { insertEvent } from '#db/events.ts'
import { noteAnswer } from '#db/login-answers.ts'
import type { Compared, LoginApp } from '#db/login-answers.ts'
import { tellPerson } from '#api/notices.ts'
import type { Prepared } from './compare-pin.ts'
import { findShown } from './enrol-totp.ts'
import { reload } from './held-login.ts'
import type { Held } from './held-login.ts'
import { viewOf } from './login-view.ts'

type Typed = { held: Held; accountId: string; typed: string }

/** Judges what was typed for the step that the login is at. */
export async function judgeAnswer(held: Held, typed: string, prepared: Prepared): Promise<LoginEvent> {
  const step = nextStep(viewOf(held.row))
  const answered = { held, accountId: held.row.accountId ?? '', typed }
  if (step.action === 'enter_code') return judgeCode(answered)
  if (step.action === 'enroll_totp') return judgeEnrolment(answered)
  const secret = findAnswered(step)
  if (!secret) throw new Problem('step_not_expected')
  return judged(held, secret, await COMPARE[secret](answered, prepared))
}

const COMPARE: Record<Answered, (answered: Typed, prepared: Prepared) => Promise<Compared>> = {
  totp: async ({ held, typed }, { app }) => {
    // An app that was switched on since then is looked for once more.
    const used = findStep(held, typed, app ?? (await findTotp(held.call.db, atOf(held), true)))
    return { isRight: used !== null, used }
  },
  pin: async ({ typed }, { pin }) => {
    if (readPin(typed) === null) throw new Problem('code_malformed')
    // Between looking and judging the login came to this step: the PIN has not been compared, so nothing is spent.
    if (!pin) throw new Problem('step_not_expected')
    return { isRight: pin.isRight, used: null }
  },
  recovery_code: async ({ held, accountId, typed }) => {
    const code = readRecoveryCode(typed)
    if (code === null) throw new Problem('code_malformed')
    const offered = marks(held.context.config.ring, 'recovery', `${accountId} ${code}`)
    return { isRight: await useRecoveryCode(held.call.db, atOf(held), offered), used: null }
  },
  bypass: async ({ held, accountId, typed }) => {
    const code = readHelpCode(typed)
    if (code === null) throw new Problem('code_malformed')
    const offered = marks(held.context.config.ring, 'recovery', `bypass ${accountId} ${code}`)
    return { isRight: await useBypass(held.call.db, atOf(held), offered), used: null }
  },
}

/** The mark under which a bypass code is kept. */
export function markBypass(ring: Parameters<typeof mark>[0], accountId: string, code: string): Buffer {
  return mark(ring, 'recovery', `bypass ${accountId} ${code}`)
}

const NOT_SENT = 'No code could be sent yet; `resend_at` says when it can be asked for.'

async function judgeCode({ held, accountId, typed }: Typed): Promise<LoginEvent> {
  const { row, context, call } = held
  if (!row.verificationId || !row.state.proving) throw new Problem('code_expired', { detail: NOT_SENT })
  const tried = await checkAccountCode(context, call, { id: row.verificationId, accountId, code: typed })
  if (!tried) throw new Problem('code_expired')
  if (tried.outcome === 'approved') {
    row.verification = tried.view
    return { kind: 'answer', right: true }
  }
  await reload(held)
  if (tried.outcome === 'account_locked') throw new Problem('step_not_expected')
  if (tried.outcome !== 'code_incorrect') throw new Problem(tried.outcome)
  const tries_left = row.person?.lock ? 0 : Math.max(0, MAX_TRIES - tried.tries)
  throw new Problem('code_incorrect', { tries_left })
}

/** The time step of an app that a code belongs to. Null: a wrong code. */
function findStep({ context }: Held, typed: string, app: LoginApp | null): Compared['used'] {
  const code = readCode(typed)
  if (code === null) throw new Problem('code_malformed')
  const secret = app && unseal(context.config.ring, app.sealed, `totp ${app.id}`)
  const step = app && secret ? findTotpStep(secret, code, app.nowMs, app.lastStep) : null
  return app && step !== null ? { id: app.id, step } : null
}

/** A wrong code while setting up guesses nothing of anybody's, so it costs nothing. */
async function judgeEnrolment({ held, accountId, typed }: Typed): Promise<LoginEvent> {
  const { call } = held
  const found = findStep(held, typed, await findShown(held))
  if (!found || !(await useTotpStep(call.db, call.caller.tenantId, found.id, found.step)))
    throw new Problem('code_incorrect')
  await removeAuthenticators(call.db, { ...atOf(held), kind: 'totp' }, { except: found.id })
  const added = { kind: 'factor_added', accountId, loginId: held.row.id, data: { factor: 'totp' } } as const
  await insertEvent(call.db, call.caller.tenantId, { ...added, ...askerOf(call) })
  if (held.row.person) await tellPerson(held.context, call, { person: held.row.person, kind: 'factor_added' })
  await reload(held)
  return { kind: 'answer', right: true }
}

async function judged(held: Held, factor: Answered, compared: Compared): Promise<LoginEvent> {
  const { call, row } = held
  const noted = { login: row, factor, compared, asker: askerOf(call) }
  const isRight = await noteAnswer(call.db, call.caller.tenantId, noted)
  if (isRight && factor === 'recovery_code') await tellOfRecoveryCode(held)
  // A right code of an app, or a right PIN, leaves everything else that the rules look at as it was.
  if (!isRight || factor === 'recovery_code' || factor === 'bypass') await reload(held)
  return { kind: 'answer', right: isRight }
}

async function tellOfRecoveryCode({ context, call, row }: Held): Promise<void> {
  const used = { kind: 'recovery_code_used', accountId: row.accountId, loginId: row.id } as const
  await insertEvent(call.db, call.caller.tenantId, { ...used, ...askerOf(call) })
  if (row.person) await tellPerson(context, call, { person: row.person, kind: 'recovery_code_used' })
}

function atOf({ call, row }: Held) {
  return { tenantId: call.caller.tenantId, accountId: row.accountId ?? '' }
}
