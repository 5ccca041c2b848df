/**
 * The audit trail of a tenant: its events in the order of their chain (db/event-links.ts), the newest first.
 */
import type { Db } from './client.ts'

/** An event of the trail; `place`: where it stands in the tenant's chain, from 1 on without gaps. Ids are bare. */
export type AuditRow = {
  place: number
  id: string
  at: Date
  kind: string
  actor: string
  accountId: string | null
  loginId: string | null
  verificationId: string | null
  deliveryId: string | null
  requestId: string | null
  data: unknown
}

/** Which events are wanted; null: any. */
export type AuditFilter = {
  kind: string | null
  actor: string | null
  accountId: string | null
  from: Date | null
  until: Date | null
}

/** Rows found, and where the search goes on: below that place. Null: there is nothing below. */
export type AuditPart = { rows: AuditRow[]; next: number | null }

/** Links looked through in one statement, some 50 ms; a rare kind may take several pages to find. */
const LOOKED = 10_000

const FIELDS = `l.seq::float8 as place, e.id::text as id, e.at, e.kind, e.actor, e.account_id as "accountId",
  e.login_id as "loginId", e.verification_id as "verificationId", e.delivery_id as "deliveryId",
  e.request_id as "requestId", e.data`
const FITS = `($4::text is null or e.kind = $4) and ($5::text is null or e.actor = $5)
  and ($6::timestamptz is null or e.at >= $6) and ($7::timestamptz is null or e.at <= $7)`

const OF_TENANT = {
  name: 'list_audit',
  text: `select ${FIELDS} from event_links l join events e on e.id = l.event_id and e.tenant_id = l.tenant_id
         where l.tenant_id = $1 and l.seq < $2 and l.seq >= $3 and ${FITS} order by l.seq desc limit $8`,
}
const OF_ACCOUNT = {
  name: 'list_audit_of_account',
  text: `select ${FIELDS} from keypad_events_of_account($9, $1) e join event_links l on l.event_id = e.id
         where l.tenant_id = $1 and l.seq < $2 and l.seq >= $3 and ${FITS} order by l.seq desc limit $8`,
}
/** Events are some seconds out of order at most: their time is that of the beginning of their transaction. */
const RANGE = {
  name: 'find_audit_range',
  text: `select coalesce(keypad_link_at($1, $2::timestamptz - interval '15 s'), 1)::float8 as first,
           coalesce(keypad_link_at($1, $3::timestamptz + interval '15 s'),
             (select coalesce(max(l.seq), 0) + 1 from event_links l where l.tenant_id = $1))::float8 as beyond`,
}

/** Lists up to `limit` events below the place `before` (null: from the newest). May find none and still go on. */
export async function listAudit(
  db: Db,
  tenantId: string,
  filter: AuditFilter,
  page: { before: number | null; limit: number },
): Promise<AuditPart> {
  const { kind, actor, accountId, from, until } = filter
  const [range] = await db.run<{ first: number; beyond: number }>(RANGE, [tenantId, from, until])
  const { first, beyond } = range!
  const before = Math.min(page.before ?? beyond, beyond)
  const floor = accountId === null ? Math.max(first, before - LOOKED) : first
  const values = [tenantId, before, floor, kind, actor, from, until, page.limit + 1]
  const rows =
    accountId === null
      ? await db.run<AuditRow>(OF_TENANT, values)
      : await db.run<AuditRow>(OF_ACCOUNT, [...values, accountId])
  const shown = rows.slice(0, page.limit)
  if (rows.length > page.limit) return { rows: shown, next: shown.at(-1)!.place }
  return { rows: shown, next: floor > first ? floor : null }
}
