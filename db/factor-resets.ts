/**
 * Requests to reset a factor.
 */
import type { Db } from './client.ts'

export type ResetStatus = 'waiting' | 'done' | 'approved' | 'rejected' | 'expired'
type Check = { kind: string; passed: boolean }

export type ResetRow = {
  id: string
  accountId: string
  displayName: string
  factor: string
  reason: string
  identityChecks: Check[]
  requestedBy: string
  status: ResetStatus
  decidedBy: string | null
  decidedReason: string | null
  createdAt: Date
  expiresAt: Date
  decidedAt: Date | null
}

const INSERT = {
  name: 'insert_factor_reset',
  text: `insert into factor_resets (id, tenant_id, account_id, factor, reason, identity_checks, requested_by, status, expires_at)
         values ($1, $2, $3, $4, $5, $6, $7, $8, clock_timestamp() + make_interval(secs => $9))`,
}

/** Adds a request; an older one that waits for the same factor expires. */
export async function insertReset(
  db: Db,
  at: { tenantId: string; accountId: string },
  r: Pick<ResetRow, 'id' | 'factor' | 'reason' | 'identityChecks' | 'requestedBy' | 'status'> & {
    lifeSeconds: number
  },
): Promise<void> {
  await db.run(EXPIRE, [at.tenantId, at.accountId, r.factor])
  const checks = JSON.stringify(r.identityChecks)
  await db.run(INSERT, [
    ...[r.id, at.tenantId, at.accountId, r.factor, r.reason, checks, r.requestedBy, r.status, r.lifeSeconds],
  ])
}

const EXPIRE = {
  name: 'expire_factor_resets',
  text: `update factor_resets set status = 'expired' where tenant_id = $1 and account_id = $2 and factor = $3 and status = 'waiting'`,
}

const COLUMNS = `r.id, r.account_id as "accountId", a.display_name as "displayName", r.factor, r.reason,
  r.identity_checks as "identityChecks", r.requested_by as "requestedBy",
  case when r.status = 'waiting' and r.expires_at <= clock_timestamp() then 'expired' else r.status end as status,
  r.decided_by as "decidedBy", r.decided_reason as "decidedReason", r.created_at as "createdAt",
  r.expires_at as "expiresAt", r.decided_at as "decidedAt"
  from factor_resets r join accounts a on a.tenant_id = r.tenant_id and a.id = r.account_id`

const FIND = { name: 'find_factor_reset', text: `select ${COLUMNS} where r.tenant_id = $1 and r.id = $2` }

/** Finds a request. Null: there is none. */
export async function findReset(db: Db, tenantId: string, id: string): Promise<ResetRow | null> {
  const [row] = await db.run<ResetRow>(FIND, [tenantId, id])
  return row ?? null
}

const LIST = {
  name: 'list_factor_resets',
  text: `select ${COLUMNS} where r.tenant_id = $1 and ($2::uuid is null or r.id < $2)
           and ($4::text is null or case when r.status = 'waiting' and r.expires_at <= clock_timestamp()
             then 'expired' else r.status end = $4) order by r.id desc limit $3`,
}

/** Lists requests, newest first; `before`: those older than that one; `status` null: all. */
export async function listResets(
  db: Db,
  tenantId: string,
  page: { before: string | null; limit: number; status: ResetStatus | null },
): Promise<ResetRow[]> {
  return db.run(LIST, [tenantId, page.before, page.limit, page.status])
}

const DECIDE = {
  name: 'decide_factor_reset',
  text: `update factor_resets set status = $3, decided_by = $4, decided_reason = $5, decided_at = clock_timestamp()
         where tenant_id = $1 and id = $2 and status = 'waiting' and expires_at > clock_timestamp() returning id`,
}

/** Decides a request that waits. False: somebody decided it already, or it is too late. */
export async function decideReset(
  db: Db,
  tenantId: string,
  d: { id: string; status: 'approved' | 'rejected'; decidedBy: string; reason: string },
): Promise<boolean> {
  return (await db.run(DECIDE, [tenantId, d.id, d.status, d.decidedBy, d.reason])).length > 0
}
