/**
 * Compares a PIN before any row is held: hashing takes time, and nothing may wait for it.
 */
import type { ApiContext, Call } from '#api/context.ts'
import { compareSecret } from '#api/compare-secret.ts'
import { nextStep } from '#core/login-step.ts'
import { readPin } from '#core/pin.ts'
import { findLoginSecrets } from '#db/login-answers.ts'
import type { LoginApp } from '#db/login-answers.ts'
import { readLogin } from '#db/logins.ts'
import { viewOf } from './login-view.ts'

/** What was found and hashed before the transaction. `pin` null: no PIN was asked for. `app` null: there was none. */
export type Prepared = { pin: { isRight: boolean } | null; app: LoginApp | null }

/**
 * What an answer may be compared with, and whether the PIN is right, where the login asks for one. What comes of it is
 * decided, and counted, in the transaction: without a try left nobody learns it.
 */
export async function prepareAnswer(
  context: ApiContext,
  call: Call<unknown, unknown>,
  typed: string,
): Promise<Prepared> {
  const { tenantId } = call.caller
  const { pin: hash, app } = await findLoginSecrets(context.database, tenantId, call.id)
  const row = hash && (await readLogin(context.database, tenantId, call.id))
  const pin = readPin(typed)
  if (!row || pin === null || nextStep(viewOf(row)).action !== 'enter_pin') return { pin: null, app }
  return { pin: { isRight: await compareSecret(context, hash, pin) }, app }
}
