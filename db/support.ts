/**
 * What staff see of a person besides the account itself, and that they looked.
 */
import type { Db } from './client.ts'

type At = { tenantId: string; accountId: string }

const COUNTRIES = {
  name: 'list_organization_countries',
  text: 'select distinct country from organizations where tenant_id = $1',
}

/** Lists the countries of a tenant's organizations. */
export async function listOrganizationCountries(db: Db, tenantId: string): Promise<string[]> {
  const rows = await db.run<{ country: string }>(COUNTRIES, [tenantId])
  return rows.map(({ country }) => country)
}

const LOOKED = {
  name: 'insert_look_ups',
  text: `insert into events (tenant_id, kind, actor, account_id, request_id, data)
         select $1, 'looked_up', $2, l.id, $3, l.data
         from unnest($4::uuid[], $5::jsonb[]) with ordinality as l (id, data, place) order by l.place`,
}

/** What was looked at: `page` of the support API, and for a search by what kind of thing; never the thing itself. */
export type LookUp = {
  accountId: string
  data: { page: 'search' | 'account' | 'timeline' | 'audit'; by?: string }
}

/** Notes that staff looked at people: one event for each. */
export async function insertLookUps(
  db: Db,
  asker: { tenantId: string; actor: string; requestId: string },
  lookUps: readonly LookUp[],
): Promise<void> {
  if (lookUps.length === 0) return
  const ids = lookUps.map(({ accountId }) => accountId)
  const data = lookUps.map((lookUp) => JSON.stringify(lookUp.data))
  await db.run(LOOKED, [asker.tenantId, asker.actor, asker.requestId, ids, data])
}

const BUDGET = {
  name: 'read_account_budget',
  text: `select
           (select count(*)::int from unnest(a.failed_at) f where f > clock_timestamp() - interval '30 days') as lately,
           (select min(f) from unnest(a.failed_at) f where f > clock_timestamp() - interval '30 days') as "firstAt",
           (select max(f) from unnest(a.failed_at) f) as "lastAt", a.phone_proven_at as "provenAt",
           clock_timestamp() as now
         from accounts a where a.tenant_id = $1 and a.id = $2`,
}

/** What an account's wrong answers came to; `lately`: in the last thirty days. */
export type Budget = {
  lately: number
  firstAt: Date | null
  lastAt: Date | null
  provenAt: Date | null
  now: Date
}

/** Reads the budget of an account. Null: there is no such account. */
export async function readBudget(db: Db, at: At): Promise<Budget | null> {
  const [row] = await db.run<Budget>(BUDGET, [at.tenantId, at.accountId])
  return row ?? null
}

const RESETS = {
  name: 'list_waiting_resets',
  text: `select id, factor, status, requested_by as "requestedBy", created_at as "createdAt", expires_at as "expiresAt"
         from factor_resets where tenant_id = $1 and account_id = $2 and status = 'waiting'
           and expires_at > clock_timestamp() order by id desc`,
}
const HELP_CODES = {
  name: 'list_help_codes',
  text: `select h.code, h.login_id as "loginId", h.created_at as "createdAt", h.expires_at as "expiresAt"
         from logins l join help_codes h on h.tenant_id = l.tenant_id and h.login_id = l.id
         where l.tenant_id = $1 and l.account_id = $2 and h.expires_at > clock_timestamp()
         order by h.created_at desc limit 20`,
}

/** What waits for an account: resets to be decided, and the help codes of its logins; newest first. */
export type Waiting = {
  resets: {
    id: string
    factor: string
    status: string
    requestedBy: string
    createdAt: Date
    expiresAt: Date
  }[]
  helpCodes: { code: string; loginId: string | null; createdAt: Date; expiresAt: Date }[]
}

/** Lists what waits for an account. */
export async function listWaiting(db: Db, at: At): Promise<Waiting> {
  const values = [at.tenantId, at.accountId]
  const resets = await db.run<Waiting['resets'][number]>(RESETS, values)
  return { resets, helpCodes: await db.run<Waiting['helpCodes'][number]>(HELP_CODES, values) }
}
