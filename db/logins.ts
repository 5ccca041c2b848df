/**
 * Logins. Whoever moves one holds its account's row first, then its own (db/functions/35-logins.sql).
 */
import type { LoginState, LoginStatus } from '#core/login-state.ts'
import type { VerificationView } from '#core/verification.ts'
import type { Db } from './client.ts'
import { callOf } from './client.ts'
import type { PersonRow } from './people.ts'
import type { Asker } from './send-rules.ts'
import type { NewSession } from './sessions.ts'

/** A profile to choose from. */
export type Profile = { id: string; displayName: string; userType: string }

/** A login with all that its rules look at; times as PostgreSQL writes them. `version` is the row's own. */
export type LoginRow = {
  id: string
  status: LoginStatus
  version: number
  state: LoginState
  credentialId: string | null
  accountId: string | null
  verificationId: string | null
  sessionId: string | null
  expiresAt: string
  person: PersonRow | null
  /** Null once a profile is chosen. */
  profiles: Profile[] | null
  verification: VerificationView | null
}

const HOLD = { name: 'keypad_hold_login', text: 'select keypad_hold_login($1, $2) as login' }

/** Takes a login and its account until the transaction ends. Null: there is no such login. */
export async function holdLogin(db: Db, tenantId: string, id: string): Promise<LoginRow | null> {
  const [row] = await db.run<{ login: LoginRow | null }>(HOLD, [id, tenantId])
  return row?.login ?? null
}

const BEGIN = {
  name: 'keypad_begin_login',
  text: 'select keypad_begin_login($1, $2, $3, $4, $5, $6, $7, $8, $9) as login',
}

export type NewLogin = {
  id: string
  credentialId: string | null
  /** Null: whom the credential opens; of several profiles one is chosen later. */
  accountId: string | null
  state: LoginState
  /** The session that a step-up renews. */
  sessionId: string | null
  lifeSeconds: number
}

/** Adds a login with its event, and takes it as `holdLogin` does. Null: the credential opens no account. */
export async function insertLogin(
  db: Db,
  tenantId: string,
  l: NewLogin,
  asker: Asker,
): Promise<LoginRow | null> {
  const values = [
    l.id,
    tenantId,
    l.credentialId,
    l.accountId,
    JSON.stringify(l.state),
    l.sessionId,
    l.lifeSeconds,
  ]
  const [row] = await db.run<{ login: LoginRow | null }>(BEGIN, [...values, asker.actor, asker.requestId])
  return row?.login ?? null
}

const LOOK_AGAIN = {
  name: 'keypad_look_again',
  text: 'select keypad_look_again($1, $2, $3, $4) as login',
}

/** Reads everything around a held login anew, with the account and the verification that it has come to. */
export async function lookAgain(db: Db, tenantId: string, login: LoginRow): Promise<LoginRow> {
  const { id, accountId, verificationId } = login
  const [row] = await db.run<{ login: LoginRow }>(LOOK_AGAIN, [id, tenantId, accountId, verificationId])
  return row!.login
}

const SAVE = callOf('keypad_save_login', [
  ...['p_id', 'p_tenant', 'p_status', 'p_version', 'p_state', 'p_account', 'p_verification', 'p_session'],
])

/** Writes what a step came to; the caller holds the login. */
export async function saveLogin(db: Db, tenantId: string, login: LoginRow): Promise<void> {
  const { id, status, version, state, accountId, verificationId, sessionId } = login
  await db.run(SAVE, [
    ...[id, tenantId, status, version, JSON.stringify(state), accountId, verificationId, sessionId],
  ])
}

const FINISH = callOf('keypad_finish_login', [
  ...['p_id', 'p_tenant', 'p_version', 'p_state', 'p_account', 'p_verification', 'p_session', 'p_renewed'],
  ...[
    'p_token_hash',
    'p_amr',
    'p_assurance',
    'p_enroll_only',
    'p_has_factor',
    'p_life_s',
    'p_actor',
    'p_request_id',
  ],
])

/**
 * Ends a held login with its session, and tells when that ends at the latest; `login.sessionId` is the session that the
 * login renews, or null.
 */
export async function saveFinished(
  db: Db,
  tenantId: string,
  of: { login: LoginRow; session: NewSession; asker: Asker },
): Promise<Date> {
  const { login: l, session: s, asker } = of
  const [row] = await db.run<{ expires_at: Date }>(FINISH, [
    ...[l.id, tenantId, l.version, JSON.stringify(l.state), l.accountId, l.verificationId, s.id, l.sessionId],
    ...[
      s.tokenHash,
      s.amr,
      s.assurance,
      s.enrollOnly,
      s.hasFactor,
      s.lifeSeconds,
      asker.actor,
      asker.requestId,
    ],
  ])
  return row!.expires_at
}

const VERSIONS = { name: 'keypad_login_versions', text: 'select * from keypad_login_versions($1)' }

/** The versions of many logins at once, their verifications' included: what the watcher asks. */
export async function listLoginVersions(
  db: Db,
  ids: string[],
): Promise<{ id: string; version: number; overdue: boolean }[]> {
  return db.run(VERSIONS, [ids])
}

const READ = {
  name: 'keypad_read_login',
  text: `select keypad_login_view(l, case when l.account_id is not null then keypad_read_person(l.account_id, l.tenant_id) end) as login
         from logins l where l.id = $1 and l.tenant_id = $2`,
}

/** Reads a login without taking it. Null: there is no such login. */
export async function readLogin(db: Db, tenantId: string, id: string): Promise<LoginRow | null> {
  const [row] = await db.run<{ login: LoginRow }>(READ, [id, tenantId])
  return row?.login ?? null
}
