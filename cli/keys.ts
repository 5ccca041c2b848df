/**
 * Commands on API keys.
 */
import { createHash, randomBytes } from 'node:crypto'
import { writeId } from '#core/ids.ts'
import { newUuid } from '#core/new-id.ts'
import type { Database, Db } from '#db/client.ts'
import { insertKey, listKeys, revokeKey } from '#db/keys.ts'
import { findTenant } from '#db/tenants.ts'
import { need, needId, readList } from './options.ts'
import type { Options } from './options.ts'
import { UsageError } from './usage.ts'

const SCOPES = ['verify', 'accounts', 'support', 'admin']

/** Makes a key of 256 random bits and shows it this once. */
export async function createKey(database: Database, options: Options): Promise<unknown[]> {
  const tenantId = needId(options, 'tenant', 'ten')
  if (!(await findTenant(database, tenantId))) throw new UsageError('There is no such tenant.')
  return [
    options.publishable
      ? await addPublishable(database, tenantId, options)
      : await addSecret(database, tenantId, options),
  ]
}

async function addSecret(database: Database, tenantId: string, options: Options) {
  const scopes = readList(need(options, 'scopes'))
  if (scopes.length === 0 || scopes.some((scope) => !SCOPES.includes(scope)))
    throw new UsageError(`--scopes must be a list of ${SCOPES.join(', ')}.`)
  const { id, token } = await addKey(database, { tenantId, kind: 'secret', scopes, origins: [] })
  return { key_id: writeId('key', id), secret_key: token }
}

async function addPublishable(database: Database, tenantId: string, options: Options) {
  const origins = readList(need(options, 'origins')).map((text) => {
    const origin = URL.canParse(text) ? new URL(text).origin : 'null'
    if (origin === 'null') throw new UsageError('--origins must be a list like https://portal.example.org.')
    return origin
  })
  const { id, token } = await addKey(database, { tenantId, kind: 'publishable', scopes: [], origins })
  return { key_id: writeId('key', id), publishable_key: token }
}

type NewKey = { tenantId: string; kind: 'secret' | 'publishable'; scopes: string[]; origins: string[] }

/** Stores a new key's hash and gives the key itself, which nobody can read again. */
export async function addKey(db: Db, key: NewKey): Promise<{ id: string; token: string }> {
  const id = newUuid()
  const token = `kp_${key.kind === 'secret' ? 'sk' : 'pk'}_${randomBytes(32).toString('base64url')}`
  await insertKey(db, { ...key, id, hash: createHash('sha256').update(token).digest() })
  return { id, token }
}

/** Lists the keys of one tenant or of all, without the keys themselves. */
export async function listTenantKeys(database: Database, options: Options): Promise<unknown[]> {
  const tenantId = options.tenant === undefined ? null : needId(options, 'tenant', 'ten')
  const keys = await listKeys(database, tenantId)
  return keys.map(({ id, tenantId, kind, scopes, origins, createdAt, revokedAt }) => ({
    ...{ key_id: writeId('key', id), tenant_id: writeId('ten', tenantId), kind, scopes, origins },
    ...{ created_at: createdAt.toISOString(), revoked_at: revokedAt?.toISOString() ?? null },
  }))
}

/** Revokes a key. */
export async function revokeTenantKey(database: Database, options: Options): Promise<unknown[]> {
  const id = needId(options, 'key', 'key')
  if (!(await revokeKey(database, id))) throw new UsageError('There is no such live key.')
  return [{ key_id: writeId('key', id), revoked: true }]
}
