/**
 * The outbox of mails from the worker's side (db/mails.ts fills it). Address and link are wiped as soon as a mail is
 * sent or given up, so that a link never outlives its use here.
 */
import type { Db } from './client.ts'

/** A mail that a worker has taken and must now post; sealed in the context `mail <id>`. */
export type MailTask = {
  id: string
  tenantId: string
  kind: 'password_reset'
  toSealed: string
  linkSealed: string
  locale: string
  brand: string
  discreet: boolean
  /** What is left of the link's life. */
  lifeSeconds: number
  /** How often it was taken, this time included. */
  posts: number
}

const TAKE = {
  name: 'take_mails',
  text: `with due as (
           select tenant_id, id from mails
           where due_at <= clock_timestamp() and status = 'queued'
             and expires_at > clock_timestamp() + make_interval(secs => $2)
           order by due_at limit $1 for update skip locked)
         update mails m
         set status = 'sending', posts = m.posts + 1, due_at = clock_timestamp() + make_interval(secs => $3)
         from due d join tenants t on t.id = d.tenant_id
         where m.tenant_id = d.tenant_id and m.id = d.id
         returning m.id, m.tenant_id as "tenantId", m.kind, m.to_sealed as "toSealed", m.link_sealed as "linkSealed",
           m.locale, m.brand, t.discreet, m.posts,
           floor(extract(epoch from m.expires_at - clock_timestamp()))::int as "lifeSeconds"`,
}

/**
 * Takes due mails: `sending` is committed when this resolves. One that is not recorded within `goneSeconds` was left
 * behind by a worker that died, and ends (endLateMails).
 */
export async function takeMails(
  db: Db,
  limit: number,
  seconds: { minLife: number; gone: number },
): Promise<MailTask[]> {
  return db.run(TAKE, [limit, seconds.minLife, seconds.gone])
}

const WIPED = 'due_at = null, to_sealed = null, link_sealed = null'

const END = {
  name: 'end_mail',
  text: `update mails set status = $3, ${WIPED} where tenant_id = $1 and id = $2 and status = 'sending'`,
}

/** Records the end of a mail and wipes it. */
export async function recordMail(
  db: Db,
  mail: { tenantId: string; id: string },
  status: 'sent' | 'failed',
): Promise<void> {
  await db.run(END, [mail.tenantId, mail.id, status])
}

const AGAIN = {
  name: 'try_mail_again',
  text: `update mails set status = 'queued', due_at = clock_timestamp() + make_interval(secs => $3)
         where tenant_id = $1 and id = $2 and status = 'sending'`,
}

/** Records that a mail was surely not taken and is due again after a wait. Too late by then, it ends. */
export async function recordMailNotSent(
  db: Db,
  mail: { tenantId: string; id: string },
  waitSeconds: number,
): Promise<void> {
  await db.run(AGAIN, [mail.tenantId, mail.id, waitSeconds])
}

const END_LATE = {
  name: 'end_late_mails',
  text: `update mails set status = 'failed', ${WIPED}
         where (tenant_id, id) in (
           select tenant_id, id from mails
           where due_at is not null and (expires_at <= clock_timestamp() + make_interval(secs => $2)
             or due_at <= clock_timestamp() and status = 'sending')
           order by due_at limit $1 for update skip locked)
         returning id`,
}

/** Ends and wipes mails that can no longer help, and those that nobody knows to have left. Gives how many. */
export async function endLateMails(db: Db, limit: number, minLifeSeconds: number): Promise<number> {
  return (await db.run(END_LATE, [limit, minLifeSeconds])).length
}
