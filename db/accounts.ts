/**
 * Accounts and the credentials that open them.
 */
import type { Db } from './client.ts'

/** A username with its password; `hash` null: no password yet. */
export type Credential = { id: string; hash: string | null }

const FIND_CREDENTIAL = {
  name: 'find_credential',
  text: `select id, password_hash as hash from credentials where tenant_id = $1 and username_mark = any ($2::bytea[])`,
}

/** Finds a credential by the marks of its username under every key of the ring. Null: nobody has that name. */
export async function findCredential(db: Db, tenantId: string, marks: Buffer[]): Promise<Credential | null> {
  const [row] = await db.run<Credential>(FIND_CREDENTIAL, [tenantId, marks])
  return row ?? null
}

const READ_CREDENTIAL = {
  name: 'read_credential',
  text: `select id, password_hash as hash, username_sealed as sealed from credentials where tenant_id = $1 and id = $2`,
}

/** Reads a credential with its sealed username (context `username <id>`). */
export async function readCredential(
  db: Db,
  tenantId: string,
  id: string,
): Promise<(Credential & { sealed: string }) | null> {
  const [row] = await db.run<Credential & { sealed: string }>(READ_CREDENTIAL, [tenantId, id])
  return row ?? null
}

const INSERT_CREDENTIAL = {
  name: 'insert_credential',
  text: `insert into credentials (id, tenant_id, username_mark, username_sealed, password_hash, password_changed_at)
         values ($1, $2, $3, $4, $5, case when $5::text is not null then clock_timestamp() end)
         on conflict (tenant_id, username_mark) do nothing returning id`,
}

/** Adds a credential. False: somebody has that name already. */
export async function insertCredential(
  db: Db,
  tenantId: string,
  c: { id: string; mark: Buffer; sealed: string; hash: string | null },
): Promise<boolean> {
  const rows = await db.run(INSERT_CREDENTIAL, [c.id, tenantId, c.mark, c.sealed, c.hash])
  return rows.length > 0
}

const SET_PASSWORD = {
  name: 'set_password',
  text: `update credentials set password_hash = $3, password_changed_at = clock_timestamp()
         where tenant_id = $1 and id = $2`,
}

/** Replaces a password. */
export async function setPassword(
  db: Db,
  tenantId: string,
  credentialId: string,
  hash: string,
): Promise<void> {
  await db.run(SET_PASSWORD, [tenantId, credentialId, hash])
}

export type NewAccount = {
  id: string
  credentialId: string | null
  subjectId: string | null
  displayName: string
  userType: string
  role: string | null
  locale: string | null
  emailSealed: string | null
}

const INSERT_ACCOUNT = {
  name: 'insert_account',
  text: `insert into accounts (id, tenant_id, credential_id, subject_id, display_name, user_type, role, locale, email_sealed)
         values ($1, $2, $3, $4, $5, $6, $7, $8, $9)
         on conflict (tenant_id, subject_id) where subject_id is not null do nothing returning id`,
}

/** Adds an account. False: that subject has one already. */
export async function insertAccount(db: Db, tenantId: string, a: NewAccount): Promise<boolean> {
  const values = [a.id, tenantId, a.credentialId, a.subjectId, a.displayName, a.userType, a.role, a.locale]
  return (await db.run(INSERT_ACCOUNT, [...values, a.emailSealed])).length > 0
}

const LIST_OF_CREDENTIAL = {
  name: 'list_accounts_of_credential',
  text: `select id from accounts where tenant_id = $1 and credential_id = $2 order by id`,
}

/** Lists the ids of the accounts that a credential opens, oldest first. */
export async function listAccountsOf(db: Db, tenantId: string, credentialId: string): Promise<string[]> {
  const rows = await db.run<{ id: string }>(LIST_OF_CREDENTIAL, [tenantId, credentialId])
  return rows.map(({ id }) => id)
}

const FIND_SUBJECT = {
  name: 'find_account_of_subject',
  text: `select id from accounts where tenant_id = $1 and subject_id = $2`,
}

/** Finds the account of a portal's own id. Null: none yet. */
export async function findAccountOfSubject(
  db: Db,
  tenantId: string,
  subjectId: string,
): Promise<string | null> {
  const [row] = await db.run<{ id: string }>(FIND_SUBJECT, [tenantId, subjectId])
  return row?.id ?? null
}

const LINK = {
  name: 'link_organization',
  text: `insert into memberships (tenant_id, account_id, organization_id)
         select $1, $2, o.id from organizations o where o.tenant_id = $1 and o.id = $3
         on conflict do nothing returning organization_id`,
}

/** Links an account to a clinic. False: there is no such clinic, or the two were linked already. */
export async function linkOrganization(
  db: Db,
  at: { tenantId: string; accountId: string },
  organizationId: string,
): Promise<boolean> {
  return (await db.run(LINK, [at.tenantId, at.accountId, organizationId])).length > 0
}
