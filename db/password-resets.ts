/**
 * Links with which a password is set anew. Only the SHA-256 of a token is kept; a token is 256 random bits.
 */
import type { Db } from './client.ts'

const COUNT = {
  name: 'count_resets',
  text: `select count(*)::int as count from password_resets
         where tenant_id = $1 and credential_id = $2 and created_at > clock_timestamp() - make_interval(secs => $3)`,
}
const HOLD = {
  name: 'hold_credential',
  text: `select from credentials where tenant_id = $1 and id = $2 for no key update`,
}

/** How many links a credential got within the last `seconds`; takes the credential until the transaction ends. */
export async function countResets(
  db: Db,
  at: { tenantId: string; credentialId: string },
  seconds: number,
): Promise<number> {
  await db.run(HOLD, [at.tenantId, at.credentialId])
  const [row] = await db.run<{ count: number }>(COUNT, [at.tenantId, at.credentialId, seconds])
  return row?.count ?? 0
}

const INSERT = {
  name: 'insert_reset',
  text: `insert into password_resets (id, tenant_id, credential_id, token_hash, expires_at)
         values ($1, $2, $3, $4, clock_timestamp() + make_interval(secs => $5)) returning expires_at as "expiresAt"`,
}

export type NewReset = { id: string; credentialId: string; tokenHash: Buffer; lifeSeconds: number }

/** Adds a link and tells until when it works. */
export async function insertReset(db: Db, tenantId: string, reset: NewReset): Promise<Date> {
  const { id, credentialId, tokenHash, lifeSeconds } = reset
  const [row] = await db.run<{ expiresAt: Date }>(INSERT, [
    id,
    tenantId,
    credentialId,
    tokenHash,
    lifeSeconds,
  ])
  return row!.expiresAt
}

/** Whose password a link sets; `usernameSealed` in the context `username <credential id>`. */
export type LiveReset = { credentialId: string; usernameSealed: string; displayNames: string[] }

const FIND = {
  name: 'find_live_reset',
  text: `select r.credential_id as "credentialId", c.username_sealed as "usernameSealed",
           array(select a.display_name from accounts a where a.tenant_id = c.tenant_id and a.credential_id = c.id) as "displayNames"
         from password_resets r join credentials c on c.tenant_id = r.tenant_id and c.id = r.credential_id
         where r.token_hash = $2 and r.tenant_id = $1 and r.used_at is null and r.expires_at > clock_timestamp()`,
}

/** Finds a link that still works. Null: used, late or made up. */
export async function findReset(db: Db, tenantId: string, tokenHash: Buffer): Promise<LiveReset | null> {
  const [row] = await db.run<LiveReset>(FIND, [tenantId, tokenHash])
  return row ?? null
}

const USE = {
  name: 'use_reset',
  text: `update password_resets set used_at = clock_timestamp()
         where token_hash = $2 and tenant_id = $1 and used_at is null and expires_at > clock_timestamp()
         returning credential_id as "credentialId"`,
}

/** Uses up a link and gives whose it was. Null: used, late or made up. */
export async function useReset(db: Db, tenantId: string, tokenHash: Buffer): Promise<string | null> {
  const [row] = await db.run<{ credentialId: string }>(USE, [tenantId, tokenHash])
  return row?.credentialId ?? null
}

const DROP = {
  name: 'drop_resets',
  text: `update password_resets set used_at = clock_timestamp()
         where tenant_id = $1 and credential_id = $2 and used_at is null`,
}

/** Makes every link of a credential useless. */
export async function dropResets(db: Db, tenantId: string, credentialId: string): Promise<void> {
  await db.run(DROP, [tenantId, credentialId])
}

/** Where a link may be sent to; `emailSealed` in the context `email <account id>`. */
export type Mailbox = { accountId: string; emailSealed: string; locale: string | null }

const MAILBOX = {
  name: 'find_mailbox',
  text: `select id as "accountId", email_sealed as "emailSealed", locale from accounts
         where tenant_id = $1 and credential_id = $2 and email_sealed is not null order by id limit 1`,
}

/** The e-mail address on file for a credential: that of its oldest account that has one. Null: none has. */
export async function findMailbox(db: Db, tenantId: string, credentialId: string): Promise<Mailbox | null> {
  const [row] = await db.run<Mailbox>(MAILBOX, [tenantId, credentialId])
  return row ?? null
}
