/**
 * Where a tenant's systems hear of alerts, and the log of what they were told.
 */
import type { WebhookKind } from '#core/webhook.ts'
import type { Db } from './client.ts'
import type { Page } from './organizations.ts'

export type Webhook = { id: string; url: string; kinds: WebhookKind[]; createdAt: Date }

const FIELDS = `id, url, kinds, created_at as "createdAt"`
const INSERT = {
  name: 'insert_webhook',
  text: `insert into webhook_endpoints (id, tenant_id, url, secret_sealed, kinds) values ($1, $2, $3, $4, $5) returning ${FIELDS}`,
}

/** Adds one; the secret is sealed in the context `webhook <id>`. */
export async function insertWebhook(
  db: Db,
  tenantId: string,
  w: Pick<Webhook, 'id' | 'url' | 'kinds'> & { secretSealed: string },
): Promise<Webhook> {
  const [row] = await db.run<Webhook>(INSERT, [w.id, tenantId, w.url, w.secretSealed, w.kinds])
  return row!
}

const LIST = {
  name: 'list_webhooks',
  text: `select ${FIELDS} from webhook_endpoints
         where tenant_id = $1 and removed_at is null and ($2::uuid is null or id < $2) order by id desc limit $3`,
}

/** Lists a tenant's, newest first. */
export async function listWebhooks(db: Db, tenantId: string, page: Page): Promise<Webhook[]> {
  return db.run(LIST, [tenantId, page.before, page.limit])
}

const HAS = {
  name: 'has_webhook',
  text: `select from webhook_endpoints where tenant_id = $1 and id = $2 and removed_at is null`,
}

/** Whether the tenant has it. */
export async function hasWebhook(db: Db, tenantId: string, id: string): Promise<boolean> {
  return (await db.run(HAS, [tenantId, id])).length > 0
}

const REMOVE = {
  name: 'remove_webhook',
  text: `update webhook_endpoints set removed_at = clock_timestamp()
         where tenant_id = $1 and id = $2 and removed_at is null returning id`,
}
const STOP = {
  name: 'stop_webhook_messages',
  text: `update webhook_messages set status = 'failed', due_at = null
         where tenant_id = $1 and endpoint_id = $2 and due_at is not null`,
}

/** Removes one; what waits for it is not posted any more. False: there is none. */
export async function removeWebhook(db: Db, tenantId: string, id: string): Promise<boolean> {
  if ((await db.run(REMOVE, [tenantId, id])).length === 0) return false
  await db.run(STOP, [tenantId, id])
  return true
}

export type WebhookMessage = {
  id: string
  kind: WebhookKind
  status: 'waiting' | 'sent' | 'failed'
  posts: number
  answer: number | null
  payload: Record<string, unknown>
  createdAt: Date
  dueAt: Date | null
  sentAt: Date | null
}

const MESSAGE = `id, kind, status, posts, answer, payload, created_at as "createdAt", due_at as "dueAt", sent_at as "sentAt"`
const LIST_MESSAGES = {
  name: 'list_webhook_messages',
  text: `select ${MESSAGE} from webhook_messages
         where tenant_id = $1 and endpoint_id = $2 and ($3::uuid is null or id < $3) order by id desc limit $4`,
}

/** Lists the messages to one, newest first. */
export async function listMessages(
  db: Db,
  at: { tenantId: string; webhookId: string },
  page: Page,
): Promise<WebhookMessage[]> {
  return db.run(LIST_MESSAGES, [at.tenantId, at.webhookId, page.before, page.limit])
}

const AGAIN = {
  name: 'send_webhook_message_again',
  text: `update webhook_messages set status = 'waiting', posts = 0, due_at = clock_timestamp(), sent_at = null
         where tenant_id = $1 and endpoint_id = $2 and id = $3 returning ${MESSAGE}`,
}

/** Makes a message due now, with its schedule from the beginning. Null: there is none. */
export async function sendMessageAgain(
  db: Db,
  at: { tenantId: string; webhookId: string },
  id: string,
): Promise<WebhookMessage | null> {
  const [row] = await db.run<WebhookMessage>(AGAIN, [at.tenantId, at.webhookId, id])
  return row ?? null
}
