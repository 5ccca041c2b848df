/**
 * Help codes: short, for a while, and good for nothing but to find a login.
 */
import type { Db } from './client.ts'

const FIND = {
  name: 'find_help_code',
  text: `select code from help_codes where tenant_id = $1 and login_id = $2 and expires_at > clock_timestamp()`,
}

/** The code of a login. Null: it has none. */
export async function findHelpCode(db: Db, tenantId: string, loginId: string): Promise<string | null> {
  const [row] = await db.run<{ code: string }>(FIND, [tenantId, loginId])
  return row?.code ?? null
}

const INSERT = {
  name: 'insert_help_code',
  text: `insert into help_codes as h (tenant_id, code, login_id, account_id, expires_at)
         values ($1, $2, $3, $4, clock_timestamp() + make_interval(secs => $5))
         on conflict (tenant_id, code) do update
           set login_id = excluded.login_id, account_id = excluded.account_id, created_at = clock_timestamp(),
               expires_at = excluded.expires_at
           where h.expires_at <= clock_timestamp()
         returning code`,
}

/** Adds a code. False: it names another login that is still to be found. */
export async function insertHelpCode(
  db: Db,
  tenantId: string,
  h: { code: string; loginId: string; accountId: string | null; lifeSeconds: number },
): Promise<boolean> {
  return (await db.run(INSERT, [tenantId, h.code, h.loginId, h.accountId, h.lifeSeconds])).length > 0
}
