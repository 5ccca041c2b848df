/**
 * The demo: two tenants with keys, made at the first start of the all-in-one product and kept in demo.json.
 */
import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { readId, writeId } from '#core/ids.ts'
import { newUuid } from '#core/new-id.ts'
import type { Database } from '#db/client.ts'
import { findTenant, insertTenant } from '#db/tenants.ts'
import { addKey } from './keys.ts'

type DemoTenant = { tenant_id: string; secret_key: string; publishable_key: string }

/** What demo.json holds: where the product is, and every key and account of the demo. */
export type Demo = DemoTenant & {
  base_url: string
  database_url: string
  organizations: unknown[]
  accounts: unknown[]
  other_tenant: DemoTenant
}

const SCOPES = ['verify', 'accounts', 'support', 'admin']

/** Makes the demo, or finds the one that an earlier start made in this data folder. */
export async function prepareDemo(
  database: Database,
  at: { dataDir: string; baseUrl: string; databaseUrl: string },
): Promise<Demo> {
  const file = join(at.dataDir, 'demo.json')
  const known = readDemo(file)
  const urls = { base_url: at.baseUrl, database_url: at.databaseUrl }
  const isThere =
    known !== null && (await findTenant(database, readId('ten', known.tenant_id) ?? '')) !== null
  const demo = isThere ? { ...known, ...urls } : { ...urls, ...(await makeTenants(database, at.baseUrl)) }
  writeFileSync(`${file}.new`, `${JSON.stringify(demo, null, 2)}\n`, { mode: 0o600 })
  renameSync(`${file}.new`, file)
  return demo
}

function readDemo(file: string): Demo | null {
  if (!existsSync(file)) return null
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as Demo
  } catch {
    return null
  }
}

async function makeTenants(
  database: Database,
  baseUrl: string,
): Promise<Omit<Demo, 'base_url' | 'database_url'>> {
  const riverside = await makeTenant(
    database,
    { name: 'Riverside Clinic', country: 'GB', locale: 'en-GB' },
    baseUrl,
  )
  const other = await makeTenant(database, { name: 'Polderkliniek', country: 'NL', locale: 'nl-NL' }, baseUrl)
  return { ...riverside, organizations: [], accounts: [], other_tenant: other }
}

async function makeTenant(
  database: Database,
  tenant: { name: string; country: string; locale: string },
  baseUrl: string,
): Promise<DemoTenant> {
  const id = newUuid()
  await insertTenant(database, { id, ...tenant })
  const secret = await addKey(database, { tenantId: id, kind: 'secret', scopes: SCOPES, origins: [] })
  const origins = [new URL(baseUrl).origin]
  const publishable = await addKey(database, { tenantId: id, kind: 'publishable', scopes: [], origins })
  return { tenant_id: writeId('ten', id), secret_key: secret.token, publishable_key: publishable.token }
}
