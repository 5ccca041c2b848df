/**
 * Events: what happened to whom, by whom. One row per change, in the change's own transaction, only ever added to.
 */
import type { EventKind } from '#core/event-kinds.ts'
import type { Db } from './client.ts'

/** `actor`: a key's or account's id, `client`, `phone`, `worker`, `clock` or `cli`; `data` holds nothing personal. */
export type NewEvent = {
  kind: EventKind
  actor: string
  accountId?: string | null
  loginId?: string | null
  verificationId?: string | null
  requestId: string | null
  data?: Record<string, unknown>
}

const INSERT = {
  name: 'insert_event',
  text: `insert into events (tenant_id, kind, actor, account_id, login_id, verification_id, request_id, data)
         values ($1, $2, $3, $4, $5, $6, $7, $8)`,
}

/** Adds an event. */
export async function insertEvent(db: Db, tenantId: string, event: NewEvent): Promise<void> {
  const { kind, actor, accountId, loginId, verificationId, requestId, data } = event
  await db.run(INSERT, [
    ...[tenantId, kind, actor, accountId ?? null, loginId ?? null, verificationId ?? null, requestId],
    data === undefined ? null : JSON.stringify(data),
  ])
}

const REFUSED = {
  name: 'insert_refused_login',
  text: `insert into events (tenant_id, kind, actor, account_id, request_id)
         select a.tenant_id, 'login_refused', r.actor, a.id, r.request_id
         from unnest($1::uuid[], $2::uuid[], $3::text[], $4::text[])
           with ordinality as r (tenant_id, credential_id, actor, request_id, place)
         join accounts a on a.tenant_id = r.tenant_id and a.credential_id = r.credential_id order by r.place`,
}

/** A wrong password for a name that somebody has. */
export type RefusedLogin = { tenantId: string; credentialId: string; actor: string; requestId: string }

/** Notes wrong passwords, in their order, with every account that each name would have opened. */
export async function insertRefusedLogins(db: Db, refused: readonly RefusedLogin[]): Promise<void> {
  const column = (name: keyof RefusedLogin) => refused.map((one) => one[name])
  await db.run(REFUSED, [column('tenantId'), column('credentialId'), column('actor'), column('requestId')])
}
