/**
 * The stored rules of policy: of a tenant, of a tenant for one country, or of an organization, each per user type.
 */
import type { Rule } from '#core/policy.ts'
import type { Db } from './client.ts'
import type { Page } from './organizations.ts'

/** Whose rule it is: `organizationId` of an organization; else the tenant's, in general or for one `country`. */
export type PolicyPlace = { userType: string; organizationId: string | null; country: string | null }

export type StoredPolicy = PolicyPlace & { id: string; rule: Rule; changedAt: Date }

const FIELDS = `id, user_type as "userType", organization_id as "organizationId", country, rule, changed_at as "changedAt"`

// Not `for update`: every row of the tenant refers to this one, and inserting it must not wait.
const HOLD = { name: 'hold_policies', text: `select from tenants where id = $1 for no key update` }

/** Keeps others from changing a tenant's rules until the transaction ends. */
export async function holdPolicies(db: Db, tenantId: string): Promise<void> {
  await db.run(HOLD, [tenantId])
}

const FIND = {
  name: 'find_policy',
  text: `select ${FIELDS} from policies
         where tenant_id = $1 and user_type = $2 and coalesce(organization_id::text, '') = coalesce($3::uuid::text, '')
           and coalesce(country, '') = coalesce($4, '')`,
}

/** Finds the rule that is stored for exactly this place. Null: none. */
export async function findPolicy(db: Db, tenantId: string, place: PolicyPlace): Promise<StoredPolicy | null> {
  const [row] = await db.run<StoredPolicy>(FIND, [tenantId, ...valuesOf(place)])
  return row ?? null
}

const FIND_BROADER = {
  name: 'find_broader_policy',
  text: `select p.rule from policies p
         where p.tenant_id = $1 and p.user_type = $2 and p.organization_id is null
           and ($3::uuid is not null or $4::text is not null)
           and (p.country is null
             or p.country = (select o.country from organizations o where o.tenant_id = $1 and o.id = $3))
         order by p.country nulls last limit 1`,
}

/** The rule that speaks at a place that has none of its own: for a country the general one, for an organization its country's first. Null: none. */
export async function findBroaderRule(db: Db, tenantId: string, place: PolicyPlace): Promise<Rule | null> {
  const [row] = await db.run<{ rule: Rule }>(FIND_BROADER, [tenantId, ...valuesOf(place)])
  return row?.rule ?? null
}

const KEEP = {
  name: 'keep_policy',
  text: `insert into policies (id, tenant_id, user_type, organization_id, country, rule) values ($6, $1, $2, $3, $4, $5)
         on conflict (tenant_id, user_type, coalesce(organization_id::text, ''), coalesce(country, ''))
           do update set rule = excluded.rule, changed_at = clock_timestamp()
         returning ${FIELDS}`,
}

/** Stores a rule for a place, instead of the one that was there; `id` is for a place that had none. */
export async function keepPolicy(
  db: Db,
  tenantId: string,
  made: PolicyPlace & { id: string; rule: Rule },
): Promise<StoredPolicy> {
  const values = [...valuesOf(made), JSON.stringify(made.rule), made.id]
  const [row] = await db.run<StoredPolicy>(KEEP, [tenantId, ...values])
  return row!
}

const LIST = {
  name: 'list_policies',
  text: `select ${FIELDS} from policies
         where tenant_id = $1 and id < coalesce($2::uuid, 'ffffffff-ffff-ffff-ffff-ffffffffffff')
         order by id desc limit $3`,
}

/** Lists a tenant's rules, those of its organizations too, newest place first. */
export async function listPolicies(db: Db, tenantId: string, page: Page): Promise<StoredPolicy[]> {
  return db.run(LIST, [tenantId, page.before, page.limit])
}

function valuesOf({ userType, organizationId, country }: PolicyPlace) {
  return [userType, organizationId, country]
}
