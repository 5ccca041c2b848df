/**
 * The beginning of every login: of a password that was right, of a registration, of a step-up.
 */
import { makeClientSecret } from '#api/authenticate.ts'
import { askerOf } from '#api/begin-verification.ts'
import type { Answer, ApiContext, Call } from '#api/context.ts'
import { LOGIN_LIFETIME_MS } from '#core/limits.ts'
import { newLoginState } from '#core/login-state.ts'
import type { LoginState } from '#core/login-state.ts'
import { newUuid } from '#core/new-id.ts'
import { Problem } from '#core/problem.ts'
import { insertLogin } from '#db/logins.ts'
import { openLogin } from './advance-login.ts'

/**
 * Begins a login and brings it to its first step; the secret to follow it is shown here only. `accountId` null: whom the
 * credential opens. Throws `credentials_incorrect` where that is nobody.
 */
export async function beginLogin(
  context: ApiContext,
  call: Call<unknown, unknown>,
  of: {
    credentialId: string | null
    accountId: string | null
    kind: LoginState['kind']
    sessionId?: string
  },
): Promise<object> {
  const id = newUuid()
  const { tenantId } = call.caller
  const { kind, sessionId = null, ...whose } = of
  const login = {
    id,
    ...whose,
    sessionId,
    state: newLoginState(kind),
    lifeSeconds: LOGIN_LIFETIME_MS / 1_000,
  }
  const opened = await call.db.atomic(async (db) => {
    const row = await insertLogin(db, tenantId, login, askerOf(call))
    if (!row) throw new Problem('credentials_incorrect')
    return openLogin({ context, call: { ...call, db, id }, row, session: null })
  })
  return { ...opened, client_secret: makeClientSecret(context.config.ring, tenantId, id) }
}

/** POST /v1/me/step-up: a login that shows a second factor once more, for the person of a session. */
export async function startStepUp(context: ApiContext, call: Call<unknown, unknown>): Promise<Answer> {
  if (call.caller.kind !== 'session') throw new Problem('not_allowed')
  const { accountId, id: sessionId } = call.caller.session
  const body = await beginLogin(context, call, { credentialId: null, accountId, kind: 'step_up', sessionId })
  return { status: 201, body }
}
