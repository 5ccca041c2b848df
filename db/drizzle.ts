/**
 * The one place where drizzle-orm is loaded: by its CommonJS entry, because its ESM entry costs 250 MB and up to a
 * second on Node 24 (docs/decisions/003-drizzle-and-pg.md).
 */
import { createRequire } from 'node:module'
import type * as Orm from 'drizzle-orm'
import type * as NodePostgres from 'drizzle-orm/node-postgres'
import type * as Migrator from 'drizzle-orm/node-postgres/migrator'
import type * as PgCore from 'drizzle-orm/pg-core'

const load = createRequire(import.meta.url)

export const { and, asc, eq, isNull, sql } = load('drizzle-orm') as typeof Orm
export const { drizzle } = load('drizzle-orm/node-postgres') as typeof NodePostgres
export const pgCore = load('drizzle-orm/pg-core') as typeof PgCore

/** Loads drizzle's migrator only where something migrates. */
export function loadMigrator() {
  return (load('drizzle-orm/node-postgres/migrator') as typeof Migrator).migrate
}
