/**
 * What the bench stands on: a PostgreSQL with a database of its own, and a Redis where there is one.
 */
import { randomBytes } from 'node:crypto'
import { chmodSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { addKey } from '#cli/keys.ts'
import { newUuid } from '#core/new-id.ts'
import { openDatabase } from '#db/client.ts'
import { migrate } from '#db/migrate.ts'
import { insertTenant } from '#db/tenants.ts'
import { startEmbeddedPostgres } from '#embedded/postgres.ts'
import { startRedis } from '#test/harness/redis.ts'

export type Ground = Awaited<ReturnType<typeof layGround>>

/** Tables like ours, index for index, for the lower bounds. */
const BOUND_TABLES = `
  create schema bound;
  create table bound.verifications (like public.verifications including all);
  create table bound.deliveries (like public.deliveries including all);
  create table bound.send_ledger (like public.send_ledger including all)`

/** Starts or finds the servers and makes an empty, migrated database with one tenant. */
export async function layGround() {
  const server = await findPostgres()
  const redis = process.env['REDIS_URL'] ? null : await startRedis()
  const redisUrl = process.env['REDIS_URL'] ?? redis?.url ?? null
  const name = `keypad_bench_${randomBytes(4).toString('hex')}`
  await onServer(server.url, `create database ${name}`)
  const url = Object.assign(new URL(server.url), { pathname: `/${name}` }).href
  const tenant = await prepare(url)
  const pool = new pg.Pool({ connectionString: url, max: 2 })
  pool.on('error', () => {})
  const secrets = `k1:${randomBytes(32).toString('base64')}`
  return {
    ...{ url, redisUrl, secrets, tenant, pool, what: server.what },
    clear: async () => {
      await pool.end()
      await onServer(server.url, `drop database ${name} with (force)`)
      await redis?.stop()
      await server.stop()
    },
  }
}

async function prepare(url: string): Promise<{ id: string; token: string }> {
  const database = openDatabase(url, 1)
  await migrate(database)
  const id = newUuid()
  await insertTenant(database, { id, name: 'Bench Clinic', country: 'NL', locale: 'nl-NL' })
  const { token } = await addKey(database, { tenantId: id, kind: 'secret', scopes: ['verify'], origins: [] })
  await database.close()
  await onServer(url, BOUND_TABLES)
  return { id, token }
}

async function findPostgres() {
  const given = process.env['DATABASE_URL']
  if (given) return { url: given, what: 'the PostgreSQL of DATABASE_URL', stop: async () => {} }
  const dataDir = mkdtempSync(join(tmpdir(), 'keypad-bench-'))
  const systemDir = mkdtempSync(join(tmpdir(), 'keypad-bench-system-'))
  // As root PostgreSQL runs under a user of its own, who must be able to enter.
  chmodSync(systemDir, 0o755)
  const postgres = await startEmbeddedPostgres({ dataDir, systemDir, log: () => {} })
  const stop = async (): Promise<void> => {
    await postgres.stop()
    for (const folder of [dataDir, systemDir]) rmSync(folder, { recursive: true, force: true })
  }
  return { url: postgres.url, what: 'embedded PostgreSQL, fsync on', stop }
}

async function onServer(url: string, text: string): Promise<void> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  await client.query(text)
  await client.end()
}
