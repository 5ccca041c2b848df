/**
 * Webhooks from the worker's side: which events are new for a tenant's systems, and which messages are due.
 */
import type { WebhookEvent, WebhookKind } from '#core/webhook.ts'
import type { Db } from './client.ts'

/** One that listens; `since` is when it was added. */
export type Listener = { id: string; tenantId: string; kinds: WebhookKind[]; since: Date }

const LISTENERS = {
  name: 'list_webhook_listeners',
  text: `select id, tenant_id as "tenantId", kinds, created_at as since from webhook_endpoints where removed_at is null`,
}

/** Everybody who listens, of all tenants. */
export async function listListeners(db: Db): Promise<Listener[]> {
  return db.run(LISTENERS, [])
}

const PLACE = {
  name: 'find_webhook_place',
  text: `select (keypad_link_at($1, greatest($2::timestamptz, clock_timestamp() - make_interval(secs => $3))) - 1)::text as place`,
}

/** The place in a tenant's chain after which to look: when somebody began to listen, but not too far back. */
export async function findPlace(
  db: Db,
  tenantId: string,
  since: Date,
  lookBackSeconds: number,
): Promise<string> {
  const [row] = await db.run<{ place: string }>(PLACE, [tenantId, since, lookBackSeconds])
  return row?.place ?? '0'
}

export type News = { place: string; isAll: boolean; events: WebhookEvent[] }

const READ = {
  name: 'read_webhook_news',
  text: `with part as (
           select l.seq, l.event_id from event_links l where l.tenant_id = $1 and l.seq > $2 order by l.seq limit $4)
         select coalesce(max(p.seq), $2)::text as place, count(*) < $4 as "isAll",
           coalesce(json_agg(json_build_object('id', e.id::text, 'kind', e.kind, 'at', e.at, 'actor', e.actor,
             'accountId', coalesce(e.account_id, v.account_id), 'loginId', e.login_id,
             'verificationId', e.verification_id, 'data', e.data) order by p.seq) filter (where e.id is not null), '[]') as events
         from part p left join events e on e.id = p.event_id and e.tenant_id = $1 and e.kind = any ($3::text[])
           left join verifications v on v.tenant_id = e.tenant_id and v.id = e.verification_id`,
}

/** What was linked after a place: the events of some kinds among the next `limit`, and the place they reach to. */
export async function readNews(
  db: Db,
  after: { tenantId: string; place: string },
  of: { kinds: readonly string[]; limit: number },
): Promise<News> {
  const [row] = await db.run<News>(READ, [after.tenantId, after.place, of.kinds, of.limit])
  return row!
}

const INSERT = {
  name: 'insert_webhook_message',
  text: `insert into webhook_messages (id, tenant_id, endpoint_id, kind, payload, due_at)
         values ($1, $2, $3, $4, $5, clock_timestamp()) on conflict do nothing`,
}

/** Adds a message; one that is there already stays as it is. */
export async function insertMessage(
  db: Db,
  listener: Pick<Listener, 'id' | 'tenantId'>,
  message: { id: string; kind: WebhookKind; payload: object },
): Promise<void> {
  const { id, kind, payload } = message
  await db.run(INSERT, [id, listener.tenantId, listener.id, kind, JSON.stringify(payload)])
}

/** A message that a worker has taken and must now post; the secret is sealed in the context `webhook <endpoint id>`. */
export type MessageTask = {
  id: string
  tenantId: string
  endpointId: string
  url: string
  secretSealed: string
  payload: object
  /** How often it was taken, this time included. */
  posts: number
  nowMs: number
}

const TAKE = {
  name: 'take_webhook_messages',
  text: `with first as (
           select distinct on (endpoint_id) tenant_id, id from webhook_messages
           where due_at <= clock_timestamp() and endpoint_id <> all ($2::uuid[]) order by endpoint_id, due_at, id),
         due as (
           select m.tenant_id, m.id from webhook_messages m join first f on f.tenant_id = m.tenant_id and f.id = m.id
           where m.due_at <= clock_timestamp() order by m.due_at limit $1 for update of m skip locked)
         update webhook_messages m
         set posts = m.posts + 1, due_at = clock_timestamp() + make_interval(secs => $3)
         from due d, webhook_endpoints w
         where m.tenant_id = d.tenant_id and m.id = d.id and w.tenant_id = m.tenant_id and w.id = m.endpoint_id
           and w.removed_at is null
         returning m.id, m.tenant_id as "tenantId", m.endpoint_id as "endpointId", w.url, w.secret_sealed as "secretSealed",
           m.payload, m.posts, (extract(epoch from clock_timestamp()) * 1000)::float8 as "nowMs"`,
}

/**
 * Takes due messages, one for each endpoint, none for those that are `busy`. One that is not recorded within `goneSeconds`
 * was left behind by a worker that died, and is due again.
 */
export async function takeMessages(
  db: Db,
  limit: number,
  of: { busy: readonly string[]; goneSeconds: number },
): Promise<MessageTask[]> {
  return db.run(TAKE, [limit, of.busy, of.goneSeconds])
}

const RECORD = {
  name: 'record_webhook_message',
  text: `update webhook_messages
         set status = $4, answer = $5, due_at = clock_timestamp() + make_interval(secs => $6),
             sent_at = case when $4 = 'sent' then clock_timestamp() end
         where tenant_id = $1 and id = $2 and posts = $3`,
}

/** Records what a post came to; `waitSeconds` null: it is not posted any more. `answer` null: none came. */
export async function recordPost(
  db: Db,
  task: Pick<MessageTask, 'tenantId' | 'id' | 'posts'>,
  outcome: { status: 'waiting' | 'sent' | 'failed'; answer: number | null; waitSeconds: number | null },
): Promise<void> {
  const { status, answer, waitSeconds } = outcome
  await db.run(RECORD, [task.tenantId, task.id, task.posts, status, answer, waitSeconds])
}
