/**
 * E-mails: each row is the outbox of its own sending. Address and link are sealed in the context `mail <id>`.
 */
import type { Db } from './client.ts'

export type NewMail = {
  id: string
  kind: 'password_reset'
  toSealed: string
  linkSealed: string
  locale: string
  brand: string
  /** After this it can no longer help, and is not sent. */
  lifeSeconds: number
}

const INSERT = {
  name: 'insert_mail',
  text: `insert into mails (id, tenant_id, kind, to_sealed, link_sealed, locale, brand, due_at, expires_at)
         values ($1, $2, $3, $4, $5, $6, $7, clock_timestamp(), clock_timestamp() + make_interval(secs => $8))`,
}

/** Puts a mail into the outbox; it is due at once. */
export async function insertMail(db: Db, tenantId: string, mail: NewMail): Promise<void> {
  const { id, kind, toSealed, linkSealed, locale, brand, lifeSeconds } = mail
  await db.run(INSERT, [id, tenantId, kind, toSealed, linkSealed, locale, brand, lifeSeconds])
}
