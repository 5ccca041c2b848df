/**
 * Makes messages of new events for whoever listens. Events come out of the tenant's chain, in which each has its place
 * once it is committed; a message's id follows from its event and listener, so that looking twice, or in two workers,
 * makes nothing twice.
 */
import { hash } from 'node:crypto'
import { makeUuid } from '#core/ids.ts'
import { WEBHOOK_LOOK_BACK_MS } from '#core/limits.ts'
import { WEBHOOK_KINDS, writeWebhook } from '#core/webhook.ts'
import type { WebhookEvent } from '#core/webhook.ts'
import type { Db } from '#db/client.ts'
import { findPlace, insertMessage, listListeners, readNews } from '#db/webhook-outbox.ts'
import type { Listener } from '#db/webhook-outbox.ts'

const BATCH = 5_000

/** How far each tenant's chain was looked at. */
export type Places = Map<string, string>

/** Looks at everything that is new; gives up early once `goesOn` says no. */
export async function makeWebhooks(db: Db, places: Places, goesOn: () => boolean): Promise<void> {
  const byTenant = Map.groupBy(await listListeners(db), ({ tenantId }) => tenantId)
  for (const tenantId of places.keys()) if (!byTenant.has(tenantId)) places.delete(tenantId)
  for (const [tenantId, listeners] of byTenant) {
    let isAll = false
    while (!isAll && goesOn()) isAll = await makeSome(db, places, { tenantId, listeners })
  }
}

async function makeSome(
  db: Db,
  places: Places,
  { tenantId, listeners }: { tenantId: string; listeners: Listener[] },
): Promise<boolean> {
  const place = places.get(tenantId) ?? (await findStart(db, tenantId, listeners))
  const news = await readNews(db, { tenantId, place }, { kinds: WEBHOOK_KINDS, limit: BATCH })
  for (const event of news.events)
    for (const listener of listeners.filter((one) => hears(one, event))) await tell(db, listener, event)
  places.set(tenantId, news.place)
  return news.isAll
}

function findStart(db: Db, tenantId: string, listeners: Listener[]): Promise<string> {
  const since = new Date(Math.min(...listeners.map((listener) => listener.since.getTime())))
  return findPlace(db, tenantId, since, WEBHOOK_LOOK_BACK_MS / 1_000)
}

function hears({ kinds, since }: Listener, event: WebhookEvent): boolean {
  return kinds.includes(event.kind) && Date.parse(event.at) >= since.getTime()
}

async function tell(db: Db, listener: Listener, event: WebhookEvent): Promise<void> {
  const id = makeUuid(Date.parse(event.at), hash('sha256', `${listener.id} ${event.id}`, 'buffer'))
  await insertMessage(db, listener, { id, kind: event.kind, payload: writeWebhook(event) })
}
