/**
 * Tenants as every process remembers them for a few seconds, for callers that bring no key.
 */
import type { Db } from '#db/client.ts'
import { findTenant } from '#db/tenants.ts'
import type { Tenant } from '#db/tenants.ts'

const REMEMBERED_MS = 4_000

export type TenantCache = {
  /** The tenant of an id. Null: there is none. */
  find(id: string): Promise<Tenant | null>
  /** Forgets all, after settings changed here. */
  forget(): void
}

/** Opens a cache over the database. A look-up that fails is not remembered. */
export function openTenantCache(db: Db): TenantCache {
  const entries = new Map<string, { until: number; found: Promise<Tenant | null> }>()
  const find = async (id: string): Promise<Tenant | null> => {
    const known = entries.get(id)
    if (known && known.until > performance.now()) return known.found
    const found = findTenant(db, id)
    entries.set(id, { until: performance.now() + REMEMBERED_MS, found })
    const tenant = await found.catch((error: unknown) => {
      entries.delete(id)
      throw error
    })
    // Made-up ids fill no memory.
    if (tenant === null) entries.delete(id)
    return tenant
  }
  return { find, forget: () => entries.clear() }
}
