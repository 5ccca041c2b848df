/**
 * A person who changes something of their own: who asks, and their account, held while it changes.
 */
import { commitRefusals } from '#api/commit-refusals.ts'
import type { ApiContext, Call } from '#api/context.ts'
import { Problem } from '#core/problem.ts'
import { readClock } from '#db/clock.ts'
import type { Db } from '#db/client.ts'
import { holdPerson } from '#db/people.ts'
import type { PersonRow } from '#db/people.ts'
import type { LiveSession } from '#db/sessions.ts'

export type AnyCall = Call<unknown, unknown>

/** One change: `call.db` is its transaction, which holds the account; `person` is as it was before. */
export type Own = {
  context: ApiContext
  call: AnyCall
  at: { tenantId: string; accountId: string }
  session: LiveSession
  person: PersonRow
}

/** The session that asks. Operations under /v1/me let in nobody else. */
export function sessionOf({ caller }: AnyCall): LiveSession {
  if (caller.kind !== 'session') throw new Problem('not_allowed')
  return caller.session
}

/** Runs a change of the asker's own account in one transaction; what it wrote before a refusal stays. */
export function changeOwn<T>(
  context: ApiContext,
  call: AnyCall,
  change: (own: Own) => Promise<T>,
): Promise<T> {
  const session = sessionOf(call)
  const at = { tenantId: session.tenantId, accountId: session.accountId }
  return commitRefusals(call.db, async (db) => {
    const person = await holdPerson(db, at.tenantId, at.accountId)
    if (!person) throw new Problem('not_found')
    return change({ context, call: { ...call, db }, at, session, person })
  })
}

/** While an account is locked nothing is compared: a session that somebody else holds is no way around the lock. */
export async function refuseLocked(db: Db, { lock }: PersonRow): Promise<void> {
  if (!lock) return
  if (lock.until === null) throw new Problem('account_locked', { detail: ONLY_SUPPORT })
  const leftMs = Date.parse(lock.until) - (await readClock(db)).getTime()
  throw new Problem('account_locked', { retry_after: Math.max(1, Math.ceil(leftMs / 1_000)) })
}

const ONLY_SUPPORT = 'There were too many wrong answers in the last thirty days. Only support can help.'
