/**
 * Tenants: a portal and its clinics.
 */
import type { Db } from './client.ts'
import { eq } from './drizzle.ts'
import { tenants } from './schema.ts'

export type Tenant = typeof tenants.$inferSelect
export type TenantSettings = Partial<
  Pick<Tenant, 'host' | 'discreet' | 'locale' | 'lookup' | 'servedCountries'>
>

/** Adds a tenant. */
export async function insertTenant(
  db: Db,
  tenant: Pick<Tenant, 'id' | 'name' | 'country' | 'locale'>,
): Promise<void> {
  await db.orm.insert(tenants).values(tenant)
}

/** Reads a tenant. Null: there is none. */
export async function findTenant(db: Db, id: string): Promise<Tenant | null> {
  const [row] = await db.orm.select().from(tenants).where(eq(tenants.id, id))
  return row ?? null
}

/** Changes settings of a tenant; what is not named stays. False: there is no such tenant. */
export async function updateTenant(db: Db, id: string, settings: TenantSettings): Promise<boolean> {
  const changed = await db.orm
    .update(tenants)
    .set(settings)
    .where(eq(tenants.id, id))
    .returning({ id: tenants.id })
  return changed.length > 0
}

/** Lists all tenants, oldest first. */
export async function listTenants(db: Db): Promise<Tenant[]> {
  return db.orm.select().from(tenants).orderBy(tenants.id)
}
