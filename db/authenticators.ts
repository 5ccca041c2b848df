/**
 * Authenticator apps, PINs, recovery codes, and the one-time ways in that staff give out.
 */
import type { Db } from './client.ts'

type At = { tenantId: string; accountId: string }
type Totp = { id: string; sealed: string; lastStep: number | null; isConfirmed: boolean; nowMs: number }

const FIND_TOTP = {
  name: 'find_totp',
  text: `select id, secret_sealed as sealed, last_step::float8 as "lastStep", confirmed_at is not null as "isConfirmed",
           (extract(epoch from clock_timestamp()) * 1000)::float8 as "nowMs"
         from authenticators where tenant_id = $1 and account_id = $2 and kind = 'totp'
           and (confirmed_at is not null) = $3
           and (confirmed_at is not null or created_at > clock_timestamp() - interval '10 minutes'
             and not exists (select from logins l where l.tenant_id = $1 and l.account_id = $2
               and l.state ->> 'enrolling' = authenticators.id::text))
         order by id desc limit 1`,
}

/**
 * Finds the confirmed app, or the one being set up in a session, ten minutes at most, and never one that a login has
 * shown. `sealed` in the context `totp <id>`.
 */
export async function findTotp(db: Db, at: At, isConfirmed: boolean): Promise<Totp | null> {
  const [row] = await db.run<Totp>(FIND_TOTP, [at.tenantId, at.accountId, isConfirmed])
  return row ?? null
}

const INSERT = {
  name: 'insert_authenticator',
  text: `insert into authenticators (id, tenant_id, account_id, kind, secret_sealed, hash, mark, confirmed_at)
         values ($1, $2, $3, $4, $5, $6, $7, case when $4 <> 'totp' then clock_timestamp() end)`,
}

export type NewAuthenticator = {
  id: string
  kind: 'totp' | 'pin' | 'recovery_code'
  sealed?: string
  hash?: string
  mark?: Buffer
}

/** Adds an authenticator. An app is inert until it is confirmed. */
export async function insertAuthenticator(db: Db, at: At, a: NewAuthenticator): Promise<void> {
  const secrets = [a.sealed ?? null, a.hash ?? null, a.mark ?? null]
  await db.run(INSERT, [a.id, at.tenantId, at.accountId, a.kind, ...secrets])
}

const REMOVE = {
  name: 'remove_authenticators',
  text: `delete from authenticators where tenant_id = $1 and account_id = $2 and kind = $3
           and ($4::boolean is null or (confirmed_at is not null) = $4) and ($5::uuid is null or id <> $5) returning id`,
}

/** Removes an account's authenticators of one kind: all, or only (un)confirmed ones, and never `except`. Answers how many. */
export async function removeAuthenticators(
  db: Db,
  at: At & { kind: NewAuthenticator['kind'] },
  which: { isConfirmed?: boolean; except?: string } = {},
): Promise<number> {
  const rows = await db.run(REMOVE, [
    ...[at.tenantId, at.accountId, at.kind, which.isConfirmed ?? null, which.except ?? null],
  ])
  return rows.length
}

const USE_STEP = {
  name: 'use_totp_step',
  text: `update authenticators set last_step = $3, confirmed_at = coalesce(confirmed_at, clock_timestamp())
         where tenant_id = $1 and id = $2 and (last_step is null or last_step < $3) returning id`,
}

/** Uses up a time step of an app, and confirms the app. False: that step or a later one was used before. */
export async function useTotpStep(db: Db, tenantId: string, id: string, step: number): Promise<boolean> {
  return (await db.run(USE_STEP, [tenantId, id, step])).length > 0
}

const FIND_PIN = {
  name: 'find_pin',
  text: `select hash from authenticators where tenant_id = $1 and account_id = $2 and kind = 'pin' order by id desc limit 1`,
}

/** The hash of an account's PIN. Null: it has none. */
export async function findPinHash(db: Db, at: At): Promise<string | null> {
  const [row] = await db.run<{ hash: string }>(FIND_PIN, [at.tenantId, at.accountId])
  return row?.hash ?? null
}

const USE_RECOVERY = {
  name: 'use_recovery_code',
  text: `update authenticators set used_at = clock_timestamp()
         where tenant_id = $1 and account_id = $2 and kind = 'recovery_code' and used_at is null
           and mark = any ($3::bytea[]) returning id`,
}

/** Uses up a recovery code, found by its marks. False: no such code, or it was used. */
export async function useRecoveryCode(db: Db, at: At, marks: Buffer[]): Promise<boolean> {
  return (await db.run(USE_RECOVERY, [at.tenantId, at.accountId, marks])).length > 0
}

const USE_BYPASS = {
  name: 'use_bypass',
  text: `update bypasses set used_at = clock_timestamp()
         where tenant_id = $1 and account_id = $2 and used_at is null and expires_at > clock_timestamp()
           and ($3::bytea[] is null and kind = 'open' or mark = any ($3::bytea[])) returning id`,
}

/** Uses up a one-time way in: by its code's marks, or the open one (null). False: there is none. */
export async function useBypass(db: Db, at: At, marks: Buffer[] | null): Promise<boolean> {
  return (await db.run(USE_BYPASS, [at.tenantId, at.accountId, marks])).length > 0
}
