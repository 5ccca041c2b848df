/**
 * What owners and admins do with accounts: list them, link them to organizations, set what is asked of one person.
 */
import type { FactorOverride } from '#core/policy.ts'
import type { Db } from './client.ts'
import type { Page } from './organizations.ts'
import type { PersonRow } from './people.ts'

type At = { tenantId: string; accountId: string }

const LIST = {
  name: 'list_people',
  text: `select keypad_person(a) as person from accounts a
         where a.tenant_id = $1 and a.id < coalesce($2::uuid, 'ffffffff-ffff-ffff-ffff-ffffffffffff')
         order by a.id desc limit $3`,
}

/** Lists a tenant's accounts, newest first. */
export async function listPeople(db: Db, tenantId: string, page: Page): Promise<PersonRow[]> {
  const rows = await db.run<{ person: PersonRow }>(LIST, [tenantId, page.before, page.limit])
  return rows.map(({ person }) => person)
}

const SET_OVERRIDE = {
  name: 'set_factor_override',
  text: `update accounts set factor_override = $3 where tenant_id = $1 and id = $2`,
}

/** Sets what holds for one person whatever the rules say. */
export async function setFactorOverride(db: Db, at: At, override: FactorOverride): Promise<void> {
  await db.run(SET_OVERRIDE, [at.tenantId, at.accountId, override])
}

const ADD = {
  name: 'add_memberships',
  text: `insert into memberships (tenant_id, account_id, organization_id)
         select $1, $2, o.id from organizations o where o.tenant_id = $1 and o.id = any ($3::uuid[]) order by o.id
         on conflict do nothing returning organization_id`,
}

/** Links an account to those of these organizations that the tenant has. Answers how many links are new. */
export async function addMemberships(db: Db, at: At, organizationIds: string[]): Promise<number> {
  if (organizationIds.length === 0) return 0
  return (await db.run(ADD, [at.tenantId, at.accountId, organizationIds])).length
}

const REMOVE = {
  name: 'remove_membership',
  text: `delete from memberships where tenant_id = $1 and account_id = $2 and organization_id = $3
         returning organization_id`,
}

/** Takes away an account's link to an organization. False: there was none. */
export async function removeMembership(db: Db, at: At, organizationId: string): Promise<boolean> {
  return (await db.run(REMOVE, [at.tenantId, at.accountId, organizationId])).length > 0
}
