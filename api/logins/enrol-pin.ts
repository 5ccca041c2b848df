/**
 * A PIN that a login demands.
 */
import { askerOf } from '#api/begin-verification.ts'
import type { ApiContext } from '#api/context.ts'
import { tellPerson } from '#api/notices.ts'
import { storeSecret } from '#api/compare-secret.ts'
import type { LoginEvent } from '#core/login.ts'
import { nextStep } from '#core/login-step.ts'
import { newUuid } from '#core/new-id.ts'
import { judgePin } from '#core/pin.ts'
import { Problem } from '#core/problem.ts'
import { unseal } from '#core/key-ring.ts'
import { insertAuthenticator, removeAuthenticators } from '#db/authenticators.ts'
import { insertEvent } from '#db/events.ts'
import { reload } from './held-login.ts'
import type { Held } from './held-login.ts'
import { viewOf } from './login-view.ts'

/** A PIN that was typed twice and hashed, or why it is refused; told only where a PIN is asked for. */
export type NewPin = { pin: string; hash: string } | { refusal: Problem }

/** Judges and hashes a new PIN before any row is held. */
export async function hashNewPin(
  context: ApiContext,
  typed: { pin: string; pin_confirmation: string },
): Promise<NewPin> {
  const judged = judgePin(typed.pin, {})
  if (typed.pin !== typed.pin_confirmation) return { refusal: new Problem('pin_mismatch') }
  if (!judged.accepted) return { refusal: new Problem('pin_too_weak', { detail: judged.sentence }) }
  return { pin: judged.pin, hash: await storeSecret(context, judged.pin) }
}

/** Stores the PIN of a login that asks for one. A piece of the person's own number is refused. */
export async function enrolPin(held: Held, made: NewPin): Promise<LoginEvent> {
  const { call, row, context } = held
  if (nextStep(viewOf(row)).action !== 'enroll_pin') throw new Problem('step_not_expected')
  if ('refusal' in made) throw made.refusal
  const { tenantId } = call.caller
  const accountId = row.accountId ?? ''
  const sealed = row.person?.phone.sealed ?? null
  const phone = sealed && unseal(context.config.ring, sealed, `phone ${accountId}`)
  const judged = judgePin(made.pin, { phone })
  if (!judged.accepted) throw new Problem('pin_too_weak', { detail: judged.sentence })
  await removeAuthenticators(call.db, { tenantId, accountId, kind: 'pin' })
  await insertAuthenticator(call.db, { tenantId, accountId }, { id: newUuid(), kind: 'pin', hash: made.hash })
  const added = { kind: 'factor_added', accountId, loginId: row.id, data: { factor: 'pin' } } as const
  await insertEvent(call.db, tenantId, { ...added, ...askerOf(call) })
  if (row.person) await tellPerson(context, call, { person: row.person, kind: 'factor_added' })
  await reload(held)
  return { kind: 'set_pin' }
}
