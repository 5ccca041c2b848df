/**
 * Organizations: the clinics inside a tenant.
 */
import type { Db } from './client.ts'

export type Organization = { id: string; name: string; country: string; createdAt: Date }

/** A page of a list, newest first: at most `limit` rows older than the one with the id `before` (null: from the newest). */
export type Page = { before: string | null; limit: number }

const FIELDS = `id, name, country, created_at as "createdAt"`

const INSERT = {
  name: 'insert_organization',
  text: `insert into organizations (id, tenant_id, name, country) values ($1, $2, $3, $4) returning ${FIELDS}`,
}

/** Adds an organization. */
export async function insertOrganization(
  db: Db,
  tenantId: string,
  made: Pick<Organization, 'id' | 'name' | 'country'>,
): Promise<Organization> {
  const [row] = await db.run<Organization>(INSERT, [made.id, tenantId, made.name, made.country])
  return row!
}

const FIND = {
  name: 'find_organizations',
  text: `select ${FIELDS} from organizations where tenant_id = $1 and id = any ($2::uuid[])`,
}

/** Finds an organization. Null: the tenant has no such one. */
export async function findOrganization(db: Db, tenantId: string, id: string): Promise<Organization | null> {
  const [row] = await db.run<Organization>(FIND, [tenantId, [id]])
  return row ?? null
}

/** Whether the tenant has every one of these organizations. */
export async function hasOrganizations(db: Db, tenantId: string, ids: string[]): Promise<boolean> {
  if (ids.length === 0) return true
  return (await db.run(FIND, [tenantId, ids])).length === new Set(ids).size
}

const LIST = {
  name: 'list_organizations',
  text: `select ${FIELDS} from organizations
         where tenant_id = $1 and id < coalesce($2::uuid, 'ffffffff-ffff-ffff-ffff-ffffffffffff')
         order by id desc limit $3`,
}

/** Lists a tenant's organizations, newest first. */
export async function listOrganizations(db: Db, tenantId: string, page: Page): Promise<Organization[]> {
  return db.run(LIST, [tenantId, page.before, page.limit])
}
