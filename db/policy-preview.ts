/**
 * People counted by what the rules ask about them, so that a rule can be tried on thousands without judging each.
 */
import type { FactorOverride, Rule } from '#core/policy.ts'
import type { Db } from './client.ts'
import type { PolicyPlace } from './policies.ts'

/** People who are alike for every rule; ids bare. */
export type Alike = {
  override: FactorOverride
  phone: boolean
  totp: boolean
  pin: boolean
  organizations: string[]
  people: number
  /** The newest of them. */
  examples: { id: string; name: string }[]
}

const GROUP = {
  name: 'group_people_for_preview',
  text: `with people as (
           select a.id, a.display_name as name, a.factor_override as override, a.phone_sealed is not null as phone,
             exists (select from authenticators t where t.tenant_id = a.tenant_id and t.account_id = a.id
               and t.kind = 'totp' and t.confirmed_at is not null) as totp,
             exists (select from authenticators t where t.tenant_id = a.tenant_id and t.account_id = a.id
               and t.kind = 'pin') as pin,
             array(select m.organization_id::text from memberships m
               where m.tenant_id = a.tenant_id and m.account_id = a.id order by 1) as organizations
           from accounts a
           where a.tenant_id = $1 and a.user_type = $2
             and ($3::uuid is null or exists (select from memberships m
               where m.tenant_id = a.tenant_id and m.account_id = a.id and m.organization_id = $3))
             and ($4::text is null or exists (select from memberships m
               join organizations o on o.tenant_id = m.tenant_id and o.id = m.organization_id
               where m.tenant_id = a.tenant_id and m.account_id = a.id and o.country = $4))
           order by a.id desc limit $5)
         select override, phone, totp, pin, organizations, count(*)::int as people,
           to_json((array_agg(json_build_object('id', id, 'name', name) order by id desc))[1:5]) as examples
         from people group by 1, 2, 3, 4, 5 order by max(id::text) desc`,
}

/** Groups the newest `limit` accounts that a place's rule is about. */
export async function groupPeople(
  db: Db,
  tenantId: string,
  place: PolicyPlace,
  limit: number,
): Promise<Alike[]> {
  return db.run(GROUP, [tenantId, place.userType, place.organizationId, place.country, limit])
}

const RULES = {
  name: 'list_rules_of_user_type',
  text: `select organization_id as "organizationId", country, rule from policies where tenant_id = $1 and user_type = $2`,
}
const COUNTRIES = {
  name: 'list_countries_of_organizations',
  text: `select id, country from organizations where tenant_id = $1 and id = any ($2::uuid[])`,
}

export type PlacedRule = { organizationId: string | null; country: string | null; rule: Rule }

/** Lists every rule for a user type. */
export async function listRules(db: Db, tenantId: string, userType: string): Promise<PlacedRule[]> {
  return db.run(RULES, [tenantId, userType])
}

/** The countries of organizations, by id. */
export async function readCountriesOf(db: Db, tenantId: string, ids: string[]): Promise<Map<string, string>> {
  const rows = await db.run<{ id: string; country: string }>(COUNTRIES, [tenantId, ids])
  return new Map(rows.map(({ id, country }) => [id, country]))
}
