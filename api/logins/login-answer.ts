/**
 * A login as the contract shows it: `next` says what to do, with everything that this needs.
 */
import { writeAccount } from '#api/account-answer.ts'
import { makeSessionToken } from '#api/session-token.ts'
import { writeVerification } from '#api/verification-answer.ts'
import { writeId } from '#core/ids.ts'
import { maskedHint } from '#core/login-words.ts'
import type { LoginStep } from '#core/login-step.ts'
import { nextStep } from '#core/login-step.ts'
import { writeHelpCode } from '#core/recovery-code.ts'
import { readFreshSession } from '#db/sessions.ts'
import type { LoginRow } from '#db/logins.ts'
import type { Held } from './held-login.ts'
import { openEnrolment } from './enrol-totp.ts'
import { openHelpCode } from './help-code.ts'
import { viewOf } from './login-view.ts'

/** Writes the answer; what a step has to show (a QR code, a help code) is made at its first showing. */
export async function writeLogin(held: Held) {
  const { row } = held
  // First of all: what is made to be shown changes the version.
  const next = await writeNext(held, nextStep(viewOf(row)))
  return {
    id: writeId('lgn', row.id),
    status: row.status,
    version: row.version + (row.verification?.version ?? 0),
    expires_at: new Date(row.expiresAt).toISOString(),
    next,
  }
}

async function writeNext(held: Held, step: LoginStep): Promise<object> {
  const { row } = held
  const { person } = row
  const { action } = step
  if (action === 'choose_profile') return { action, profiles: (row.profiles ?? []).map(writeProfile) }
  if (action === 'done') return { action, session: await writeSession(held) }
  if (action === 'contact_support') {
    const help_code = writeHelpCode(await openHelpCode(held))
    const until = step.until && new Date(step.until).toISOString()
    return { action, help_code, reason: step.reason, until }
  }
  if (action === 'send_code') return { action, to_masked: person?.pending.masked ?? '' }
  if (action === 'choose_factor')
    return {
      action,
      factors: step.factors.map((factor) => ({ factor, hint: maskedHint(factor, person?.phone.masked) })),
    }
  if (action === 'enroll_totp') return { action, ...(await openEnrolment(held)) }
  if (action === 'provide_phone') {
    const { reason, skippable } = step
    const masked = {
      current_masked: person?.phone.masked ?? null,
      pending_masked: person?.pending.masked ?? null,
    }
    return { action, ...masked, reason, skippable }
  }
  return action === 'enter_code' || action === 'answer_call' ? writeCode(row, step) : { action }
}

function writeProfile(profile: { id: string; displayName: string; userType: string }) {
  return { id: writeId('acc', profile.id), display_name: profile.displayName, user_type: profile.userType }
}

function writeCode({ verification, state }: LoginRow, step: LoginStep) {
  const running = state.proving && verification ? writeVerification(verification) : null
  const alternatives = 'alternatives' in step ? step.alternatives : []
  const { action } = step
  return { action, verification: running, resend_at: running?.resend_at ?? state.resendAt, alternatives }
}

/** The token is shown only shortly after the end, so that an answer that was lost on its way can be asked for again. */
async function writeSession(held: Held) {
  const { context, row } = held
  const session = held.session ?? (await findSession(held))
  if (!session || !row.person) return null
  return {
    token: makeSessionToken(context.config.ring, row.sessionId ?? '').token,
    expires_at: session.expiresAt.toISOString(),
    account: writeAccount(context.config.ring, row.person),
    ...{ amr: session.amr, assurance: session.assurance, enroll_only: session.enrollOnly },
  }
}

async function findSession({ call, row }: Held) {
  return row.sessionId === null ? null : readFreshSession(call.db, call.caller.tenantId, row.sessionId)
}
