/**
 * The sends of a login: to the number on file, or to one that is to be proven.
 */
import { beginVerification, resendVerification } from '#api/begin-verification.ts'
import type { ApiContext, Call } from '#api/context.ts'
import { refuseSend } from '#api/refuse-send.ts'
import { unseal } from '#core/key-ring.ts'
import type { LoginEffect } from '#core/login.ts'
import { Problem } from '#core/problem.ts'
import type { CallMode, VerificationView } from '#core/verification.ts'
import { policyOf } from '#api/account-answer.ts'
import type { SendRefusal } from '#db/send-rules.ts'
import type { LoginRow } from '#db/logins.ts'
import type { PersonRow } from '#db/people.ts'

type Send = Extract<LoginEffect, { kind: 'send' }>
type At = { context: ApiContext; call: Call<unknown, unknown>; row: LoginRow; person: PersonRow }

/**
 * Does a send and tells what the login then runs on. `isAsked`: the person asked for exactly this, so that a refusal is
 * told as one; what goes out by itself stands at `enter_code` with nothing sent, and says when it is possible.
 */
export async function doSend(at: At, send: Send, isAsked: boolean): Promise<void> {
  const { row } = at
  const callMode = chooseCallMode(at, send)
  const running = runningFor(row, send)
  if (running) return sendMore(at, { send, running, callMode, isAsked })
  const to = numberFor(at, send.proving)
  const begun = await beginVerification(at.context, at.call, {
    ...{ accountId: at.person.id, purpose: purposeOf(row, send), to, channel: send.channel, callMode },
    locale: at.person.locale,
  })
  row.state = { ...row.state, proving: send.proving, resendAt: null }
  if (begun.outcome === 'started') return runOn(row, begun.view)
  if (begun.outcome === 'call_mode_not_allowed') throw refuseSend(begun)
  if (begun.outcome === 'call_in_progress' && isAsked) throw refuseSend(begun)
  standStill(row, begun)
}

/** The same code once more. A login that came back to it by itself sends nothing when the channel is the same. */
async function sendMore(
  at: At,
  more: { send: Send; running: VerificationView; callMode: CallMode | null; isAsked: boolean },
): Promise<void> {
  const { send, running, callMode, isAsked } = more
  at.row.state = { ...at.row.state, proving: send.proving, resendAt: null }
  if (!isAsked && running.channel === send.channel) return
  const sent = await resendVerification(at.context, at.call, { running, channel: send.channel, callMode })
  if (sent?.outcome === 'sent') return runOn(at.row, sent.view)
  if (isAsked && sent) throw refuseSend(sent)
}

/** The verification that this send can go on with: alive, and for the same number. */
function runningFor(row: LoginRow, send: Send): VerificationView | null {
  const { verification, state } = row
  if (!verification || verification.status !== 'pending') return null
  const isSame = state.proving === send.proving || (state.proving === null && send.proving === 'factor')
  return isSame && verification.purpose === purposeOf(row, send) ? verification : null
}

function purposeOf(row: LoginRow, send: Send): 'registration' | 'login' | 'phone_change' {
  if (send.proving === 'factor') return 'login'
  return row.state.kind === 'registration' ? 'registration' : 'phone_change'
}

/** A key alone proves little: never for a new number, and not where a second factor is asked for once more. */
function chooseCallMode({ row, person }: At, send: Send): CallMode | null {
  if (send.channel !== 'call') return null
  const isWeakOpen = send.proving === 'factor' && row.state.kind !== 'step_up'
  if (send.callMode === 'press_1' && !isWeakOpen) throw new Problem('call_mode_not_allowed')
  if (send.callMode) return send.callMode
  const { defaultCallMode } = policyOf(person).rule
  if (isWeakOpen || defaultCallMode !== 'press_1') return defaultCallMode
  return send.proving === 'factor' ? 'match_digits' : 'spoken_code'
}

function numberFor({ context, person }: At, proving: 'factor' | 'pending') {
  const { sealed, country } = proving === 'factor' ? person.phone : person.pending
  const name = proving === 'factor' ? 'phone' : 'pending'
  const phone = sealed === null ? null : unseal(context.config.ring, sealed, `${name} ${person.id}`)
  if (phone === null || country === null) throw new Problem('step_not_expected')
  const lineType = proving === 'factor' ? 'mobile' : (person.pending.lineType ?? 'unknown')
  return { phone, country, lineType }
}

function runOn(row: LoginRow, view: VerificationView): void {
  if (view.id !== row.verificationId) row.version += row.verification?.version ?? 0
  row.verificationId = view.id
  row.verification = view
}

function standStill(row: LoginRow, refusal: SendRefusal): void {
  row.version += (row.verification?.version ?? 0) + 1
  row.verificationId = null
  row.verification = null
  const resendAt = new Date(Date.now() + (refusal.freeInMs ?? 60_000)).toISOString()
  row.state = { ...row.state, resendAt }
}
