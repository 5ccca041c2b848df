/**
 * An act of staff on somebody's account: with a reason, in one transaction that holds the account, with one event.
 */
import { actorOf } from '#api/actor.ts'
import { askerOf } from '#api/begin-verification.ts'
import { commitRefusals } from '#api/commit-refusals.ts'
import type { ApiContext, Call } from '#api/context.ts'
import type { EventKind } from '#core/event-kinds.ts'
import { writeId } from '#core/ids.ts'
import { Problem } from '#core/problem.ts'
import { mayHelp } from '#core/roles.ts'
import { listAccountsOf } from '#db/accounts.ts'
import type { Db } from '#db/client.ts'
import { insertEvent } from '#db/events.ts'
import { holdPerson, readPerson } from '#db/people.ts'
import type { PersonRow } from '#db/people.ts'

export type Act = {
  context: ApiContext
  call: Call<unknown, unknown>
  person: PersonRow
  at: { tenantId: string; accountId: string }
  /** Whoever acts, as the events name them: under every profile that they have. */
  staff: string[]
  /** Writes the one event of this act, with its reason. */
  note(kind: EventKind, data?: Record<string, unknown>): Promise<void>
}

/** Runs an act on an account; 404 for another tenant's, 403 for one's own and for that of somebody with more power. */
export function actOn<T>(
  context: ApiContext,
  call: Call<unknown, unknown>,
  of: { accountId: string; reason: string },
  work: (act: Act) => Promise<T>,
): Promise<T> {
  return commitRefusals(call.db, async (db) => {
    const { accountId, reason } = of
    const { tenantId } = call.caller
    const person = await holdPerson(db, tenantId, accountId)
    if (!person) throw new Problem('not_found')
    const own = await listOwn(db, call)
    if (own.includes(accountId)) throw new Problem('own_account')
    refuseAbove(call, person)
    const staff = [...new Set([actorOf(call.caller), ...own.map((id) => writeId('acc', id))])]
    const inside = { ...call, db }
    const note = (kind: EventKind, data: Record<string, unknown> = {}) =>
      insertEvent(db, tenantId, { kind, accountId, data: { ...data, reason }, ...askerOf(call) })
    return work({ context, call: inside, person, at: { tenantId, accountId }, staff, note })
  })
}

/** The asker's own accounts: nobody helps themselves, nor by another profile under the same username. A key has none. */
async function listOwn(db: Db, { caller }: Call<unknown, unknown>): Promise<string[]> {
  if (caller.kind !== 'session') return []
  const { tenantId, session } = caller
  const credentialId = (await readPerson(db, tenantId, session.accountId))?.credentialId ?? null
  return credentialId === null ? [session.accountId] : listAccountsOf(db, tenantId, credentialId)
}

/** Otherwise a lead could get into an owner's account by a bypass, and be one. */
function refuseAbove({ caller }: Call<unknown, unknown>, { role }: PersonRow): void {
  if (caller.kind === 'session' && !mayHelp(caller.session.role, role))
    throw new Problem('not_allowed', { detail: ONLY_PEERS })
}

const ONLY_PEERS = 'This person may do more than you may. Ask somebody who may do as much as they.'

/** At least one check of who is calling must have been passed. */
export function requireChecked(checks: readonly { passed: boolean }[]): void {
  if (!checks.some(({ passed }) => passed)) throw new Problem('identity_not_checked')
}
