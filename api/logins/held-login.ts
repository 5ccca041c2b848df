/**
 * A login that a transaction holds, with its account.
 */
import type { ApiContext, Call } from '#api/context.ts'
import { Problem } from '#core/problem.ts'
import { holdLogin, lookAgain } from '#db/logins.ts'
import type { LoginRow } from '#db/logins.ts'
import type { LiveSession } from '#db/sessions.ts'

/** A login that is held by the transaction of `call.db`; `session` is the one that it has just come to. */
export type Held = {
  context: ApiContext
  call: Call<unknown, unknown>
  row: LoginRow
  session: Pick<LiveSession, 'amr' | 'assurance' | 'enrollOnly' | 'expiresAt'> | null
}

/** Takes a login and its account until the transaction of `call.db` ends. Throws 404. */
export async function hold(context: ApiContext, call: Call<unknown, unknown>): Promise<Held> {
  const row = await holdLogin(call.db, call.caller.tenantId, call.id)
  if (!row) throw new Problem('not_found')
  return { context, call, row, session: null }
}

/** Reads everything anew, after something outside the login's own state has changed. What was decided so far stays. */
export async function reload({ call, row }: Held): Promise<void> {
  const { state, status, verificationId, version, sessionId } = row
  const fresh = await lookAgain(call.db, call.caller.tenantId, row)
  Object.assign(row, fresh, { state, status, verificationId, version, sessionId })
}
