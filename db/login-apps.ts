/**
 * Authenticator apps that a login asks to set up: each login shows a secret of its own.
 */
import type { Db } from './client.ts'

type At = { tenantId: string; accountId: string }

const FIND = {
  name: 'find_shown_totp',
  text: `select id, secret_sealed as sealed, null::float8 as "lastStep",
           (extract(epoch from clock_timestamp()) * 1000)::float8 as "nowMs"
         from authenticators where tenant_id = $1 and account_id = $2 and id = $3 and confirmed_at is null
           and created_at > clock_timestamp() - interval '10 minutes'`,
}

/** Finds an app that waits to be confirmed, ten minutes at most. `sealed` in the context `totp <id>`. */
export async function findShownTotp(
  db: Db,
  at: At,
  id: string,
): Promise<{ id: string; sealed: string; lastStep: null; nowMs: number } | null> {
  const [row] = await db.run<{ id: string; sealed: string; lastStep: null; nowMs: number }>(FIND, [
    ...[at.tenantId, at.accountId, id],
  ])
  return row ?? null
}

const REMOVE = {
  name: 'remove_stale_totp',
  text: `delete from authenticators where tenant_id = $1 and account_id = $2 and kind = 'totp' and confirmed_at is null
           and created_at <= clock_timestamp() - interval '10 minutes'`,
}

/** Removes apps that nobody confirmed in time. */
export async function removeStaleTotp(db: Db, at: At): Promise<void> {
  await db.run(REMOVE, [at.tenantId, at.accountId])
}
