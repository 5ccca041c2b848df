/**
 * Sessions of logged-in people. Only the SHA-256 of a token is kept; a token is 256 random bits.
 */
import type { Db } from './client.ts'

/** A session that may still be used, with what its bearer is. */
export type LiveSession = {
  id: string
  tenantId: string
  accountId: string
  userType: string
  role: string | null
  amr: string[]
  assurance: 'single_factor' | 'two_factor'
  enrollOnly: boolean
  authAt: Date
  factorAt: Date | null
  /** How long ago a second factor was shown, by the database's clock. Null: never. */
  factorAgeMs: number | null
  expiresAt: Date
}

const FIND = {
  name: 'find_live_session',
  text: `update sessions s
         set used_at = case when s.used_at < clock_timestamp() - interval '30 seconds' then clock_timestamp() else s.used_at end
         from accounts a
         where s.token_hash = $1 and s.ended_at is null and s.expires_at > clock_timestamp()
           and s.used_at > clock_timestamp() - make_interval(secs => $2)
           and a.tenant_id = s.tenant_id and a.id = s.account_id
         returning s.id, s.tenant_id as "tenantId", s.account_id as "accountId", a.user_type as "userType", a.role,
           s.amr, s.assurance, s.enroll_only as "enrollOnly", s.auth_at as "authAt", s.factor_at as "factorAt",
           (extract(epoch from clock_timestamp() - s.factor_at) * 1000)::float8 as "factorAgeMs", s.expires_at as "expiresAt"`,
}

/** Finds the session of a token and notes its use. Null: none, or it has ended, or nobody used it for `idleSeconds`. */
export async function findSession(
  db: Db,
  tokenHash: Buffer,
  idleSeconds: number,
): Promise<LiveSession | null> {
  const [row] = await db.run<LiveSession>(FIND, [tokenHash, idleSeconds])
  return row ?? null
}

const INSERT = {
  name: 'insert_session',
  text: `insert into sessions (id, tenant_id, account_id, token_hash, amr, assurance, enroll_only, factor_at, expires_at)
         values ($1, $2, $3, $4, $5, $6, $7, case when $8 then clock_timestamp() end,
           clock_timestamp() + make_interval(secs => $9))
         returning expires_at as "expiresAt"`,
}

export type NewSession = {
  id: string
  accountId: string
  tokenHash: Buffer
  amr: string[]
  assurance: 'single_factor' | 'two_factor'
  enrollOnly: boolean
  /** Whether something beyond the password was shown. */
  hasFactor: boolean
  lifeSeconds: number
}

/** Adds a session and tells when it ends at the latest. */
export async function insertSession(db: Db, tenantId: string, s: NewSession): Promise<Date> {
  const [row] = await db.run<{ expiresAt: Date }>(INSERT, [
    ...[
      s.id,
      tenantId,
      s.accountId,
      s.tokenHash,
      s.amr,
      s.assurance,
      s.enrollOnly,
      s.hasFactor,
      s.lifeSeconds,
    ],
  ])
  return row!.expiresAt
}

const END = {
  name: 'end_sessions',
  text: `update sessions set ended_at = clock_timestamp()
         where tenant_id = $1 and account_id = $2 and ended_at is null
           and ($3::uuid is null or id = $3) and ($4::uuid is null or id <> $4) returning id`,
}

/** Ends sessions of an account: one (`only`), or all (but `except`). Answers how many ended. */
export async function endSessions(
  db: Db,
  at: { tenantId: string; accountId: string },
  which: { only?: string; except?: string },
): Promise<number> {
  const rows = await db.run(END, [at.tenantId, at.accountId, which.only ?? null, which.except ?? null])
  return rows.length
}

const UNBIND = {
  name: 'lift_enroll_only',
  text: `update sessions set enroll_only = $3 where tenant_id = $1 and id = $2`,
}

/** Sets whether a session may only enrol a factor. */
export async function setEnrollOnly(
  db: Db,
  tenantId: string,
  sessionId: string,
  isOnly: boolean,
): Promise<void> {
  await db.run(UNBIND, [tenantId, sessionId, isOnly])
}

const LIST = {
  name: 'list_sessions',
  text: `select id, amr, assurance, enroll_only as "enrollOnly", auth_at as "authAt", used_at as "usedAt", expires_at as "expiresAt"
         from sessions where tenant_id = $1 and account_id = $2 and ended_at is null and expires_at > clock_timestamp()
           and used_at > clock_timestamp() - make_interval(secs => $3)
         order by id desc limit 100`,
}

export type ListedSession = Pick<
  LiveSession,
  'id' | 'amr' | 'assurance' | 'enrollOnly' | 'authAt' | 'expiresAt'
> & {
  usedAt: Date
}

/** Lists the sessions of an account that may still be used, newest first. */
export async function listSessions(
  db: Db,
  at: { tenantId: string; accountId: string },
  idleSeconds: number,
): Promise<ListedSession[]> {
  return db.run(LIST, [at.tenantId, at.accountId, idleSeconds])
}

const READ_FRESH = {
  name: 'read_fresh_session',
  text: `select amr, assurance, enroll_only as "enrollOnly", expires_at as "expiresAt" from sessions
         where tenant_id = $1 and id = $2 and ended_at is null and auth_at > clock_timestamp() - interval '60 seconds'`,
}

/** Reads a session that was made less than a minute ago and has not ended. */
export async function readFreshSession(
  db: Db,
  tenantId: string,
  id: string,
): Promise<Pick<LiveSession, 'amr' | 'assurance' | 'enrollOnly' | 'expiresAt'> | null> {
  const [row] = await db.run<Pick<LiveSession, 'amr' | 'assurance' | 'enrollOnly' | 'expiresAt'>>(
    READ_FRESH,
    [tenantId, id],
  )
  return row ?? null
}

const READ_LIVE = {
  name: 'read_live_session',
  text: `select enroll_only as "enrollOnly" from sessions
         where tenant_id = $1 and id = $2 and ended_at is null and expires_at > clock_timestamp()`,
}

/** Reads a session by its id. Null: it has ended. */
export async function readLiveSession(
  db: Db,
  tenantId: string,
  id: string,
): Promise<Pick<LiveSession, 'enrollOnly'> | null> {
  const [row] = await db.run<Pick<LiveSession, 'enrollOnly'>>(READ_LIVE, [tenantId, id])
  return row ?? null
}
