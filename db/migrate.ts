/**
 * Brings a database to this version: drizzle-kit's forward-only migrations, then the functions of db/functions as one
 * set. Safe to run from several processes at once.
 */
import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import type { Database, Db } from './client.ts'
import { loadMigrator, sql } from './drizzle.ts'

const MIGRATIONS = fileURLToPath(new URL('./migrations', import.meta.url))
const FUNCTIONS = fileURLToPath(new URL('./functions', import.meta.url))
/** Any number that nothing else locks. */
const MIGRATION_LOCK = 7_239_465

/** Migrates; a second caller waits for the first and then finds nothing to do. */
export async function migrate(database: Database): Promise<void> {
  await database.transaction(async (db) => {
    await db.orm.execute(sql`set local statement_timeout = '10min'`)
    await db.orm.execute(sql`set local lock_timeout = '10min'`)
    await db.orm.execute(sql`select pg_advisory_xact_lock(${MIGRATION_LOCK})`)
    await loadMigrator()(db.orm, { migrationsFolder: MIGRATIONS })
    await replaceFunctions(db)
  })
}

async function replaceFunctions(db: Db): Promise<void> {
  const { source, hash } = readFunctions()
  await db.orm.execute(sql`create table if not exists keypad_functions (hash text not null)`)
  if ((await appliedHash(db)) === hash) return
  const { rows } = await db.orm.execute<{ signature: string }>(
    sql`select oid::regprocedure::text as signature from pg_proc
        where proname like 'keypad\\_%' and pronamespace = 'public'::regnamespace`,
  )
  for (const { signature } of rows) await db.orm.execute(sql.raw(`drop function ${signature} cascade`))
  await db.orm.execute(sql.raw(source))
  await db.orm.execute(sql`delete from keypad_functions`)
  await db.orm.execute(sql`insert into keypad_functions values (${hash})`)
}

function readFunctions(): { source: string; hash: string } {
  const files = readdirSync(FUNCTIONS).toSorted()
  const source = files.map((file) => readFileSync(`${FUNCTIONS}/${file}`, 'utf8')).join('\n')
  return { source, hash: createHash('sha256').update(source).digest('hex') }
}

async function appliedHash(db: Db): Promise<string | undefined> {
  const { rows } = await db.orm.execute<{ hash: string }>(sql`select hash from keypad_functions`)
  return rows[0]?.hash
}

type Journal = { entries: { when: number }[] }

/** Whether the database is at the version of this code, for the readiness check and before a process starts to work. */
export async function isMigrated(db: Db): Promise<boolean> {
  const journal = JSON.parse(readFileSync(`${MIGRATIONS}/meta/_journal.json`, 'utf8')) as Journal
  const newest = journal.entries.at(-1)?.when
  const { rows } = await db.orm.execute<{ present: boolean }>(
    sql`select to_regclass('drizzle.__drizzle_migrations') is not null and to_regclass('keypad_functions') is not null as present`,
  )
  if (!rows[0]?.present) return false
  const applied = await db.orm.execute<{ at: string }>(
    sql`select max(created_at)::text as at from drizzle.__drizzle_migrations`,
  )
  return Number(applied.rows[0]?.at) >= Number(newest) && (await appliedHash(db)) === readFunctions().hash
}
