/**
 * The end of a login: a session.
 */
import { askerOf } from '#api/begin-verification.ts'
import { makeSessionToken } from '#api/session-token.ts'
import { SESSION_LIFETIME_MS } from '#core/limits.ts'
import { writeProofs } from '#core/login-proofs.ts'
import { newUuid } from '#core/new-id.ts'
import { saveFinished } from '#db/logins.ts'
import { readLiveSession } from '#db/sessions.ts'
import type { Held } from './held-login.ts'
import { shownOf } from './login-view.ts'

/**
 * Makes the session of a login that has shown enough. A step-up ends the session that it renews: one that has ended
 * meanwhile is not brought back, and one that may only enrol opens no more than before.
 */
export async function finishLogin(held: Held): Promise<void> {
  const { call, row } = held
  if (row.state.kind !== 'step_up' || row.sessionId === null) return makeSession(held, false)
  const renewed = await readLiveSession(call.db, call.caller.tenantId, row.sessionId)
  if (renewed) await makeSession(held, renewed.enrollOnly)
  else row.status = 'expired'
}

async function makeSession(held: Held, mayOnlyEnrol: boolean): Promise<void> {
  const { context, call, row } = held
  const { proofs, kind } = row.state
  const { amr, assurance } = writeProofs(proofs)
  const enrollOnly = mayOnlyEnrol || proofs.includes('bypass')
  const id = newUuid()
  const { tokenHash } = makeSessionToken(context.config.ring, id)
  row.status = 'done'
  row.state = { ...row.state, shown: shownOf(row) }
  row.version++
  const session = {
    ...{ id, accountId: row.accountId ?? '', tokenHash, amr, assurance, enrollOnly },
    hasFactor: proofs.some((proof) => proof !== 'bypass'),
    lifeSeconds: SESSION_LIFETIME_MS / 1_000,
  }
  const login = { ...row, sessionId: kind === 'step_up' ? row.sessionId : null }
  const of = { login, session, asker: askerOf(call) }
  const expiresAt = await saveFinished(call.db, call.caller.tenantId, of)
  row.sessionId = id
  held.session = { amr, assurance, enrollOnly, expiresAt }
}
