/**
 * API keys. Only the SHA-256 of a key is stored: keys are 256 random bits, so no slow hash is needed.
 */
import type { Db } from './client.ts'
import { and, asc, eq, isNull, sql } from './drizzle.ts'
import { apiKeys, tenants } from './schema.ts'
import type { Tenant } from './tenants.ts'

export type ApiKey = typeof apiKeys.$inferSelect

/** A key that may still be used, with its tenant. */
export type LiveKey = { key: ApiKey; tenant: Tenant }

/** Adds a key. */
export async function insertKey(
  db: Db,
  key: Pick<ApiKey, 'id' | 'tenantId' | 'kind' | 'hash' | 'scopes' | 'origins'>,
): Promise<void> {
  await db.orm.insert(apiKeys).values(key)
}

/** Finds a key that is not revoked by its hash. */
export async function findLiveKey(db: Db, hash: Buffer): Promise<LiveKey | null> {
  const [row] = await db.orm
    .select({ key: apiKeys, tenant: tenants })
    .from(apiKeys)
    .innerJoin(tenants, eq(tenants.id, apiKeys.tenantId))
    .where(and(eq(apiKeys.hash, hash), isNull(apiKeys.revokedAt)))
  return row ?? null
}

/** Lists the keys of a tenant, or of all tenants, revoked ones too, oldest first. */
export async function listKeys(db: Db, tenantId: string | null): Promise<ApiKey[]> {
  const ofTenant = tenantId === null ? undefined : eq(apiKeys.tenantId, tenantId)
  return db.orm.select().from(apiKeys).where(ofTenant).orderBy(asc(apiKeys.id))
}

/** Revokes a key; every process refuses it within five seconds. False: no such live key. */
export async function revokeKey(db: Db, id: string): Promise<boolean> {
  const revoked = await db.orm
    .update(apiKeys)
    .set({ revokedAt: sql`now()` })
    .where(and(eq(apiKeys.id, id), isNull(apiKeys.revokedAt)))
    .returning({ id: apiKeys.id })
  return revoked.length > 0
}

/** Lists the origins of a tenant's live publishable keys. */
export async function listOrigins(db: Db, tenantId: string): Promise<string[]> {
  const keys = await db.orm
    .select({ origins: apiKeys.origins })
    .from(apiKeys)
    .where(and(eq(apiKeys.tenantId, tenantId), eq(apiKeys.kind, 'publishable'), isNull(apiKeys.revokedAt)))
  return [...new Set(keys.flatMap(({ origins }) => origins))]
}

const LISTED = {
  name: 'is_listed_origin',
  text: `select exists (select from api_keys where kind = 'publishable' and revoked_at is null and $1 = any(origins)) as listed`,
}

/** Whether any live publishable key lists an origin: all that can be said before a browser shows its key. */
export async function isListedOrigin(db: Db, origin: string): Promise<boolean> {
  const [row] = await db.run<{ listed: boolean }>(LISTED, [origin])
  return row?.listed ?? false
}
