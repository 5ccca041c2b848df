/**
 * /v1/webhooks: where a tenant's own systems hear of locks, bypasses, resets and calls that somebody denied.
 */
import type { z } from 'zod'
import { askerOf } from '#api/begin-verification.ts'
import type { Answer, ApiContext, Call } from '#api/context.ts'
import { operation } from '#api/operation.ts'
import { pageOf, pageQuery, writePage } from '#api/people/page.ts'
import { ADMIN } from '#api/people/staff-access.ts'
import { writeId } from '#core/ids.ts'
import { seal } from '#core/key-ring.ts'
import { newUuid } from '#core/new-id.ts'
import { Problem } from '#core/problem.ts'
import { takeRandom } from '#core/random.ts'
import { WEBHOOK_KINDS, WEBHOOK_SECRET_BYTES, writeWebhookSecret } from '#core/webhook.ts'
import { addedWebhook, webhookBody, webhookPage } from '#core/webhook-contract.ts'
import { insertEvent } from '#db/events.ts'
import { insertWebhook, listWebhooks, removeWebhook } from '#db/webhooks.ts'
import type { Webhook } from '#db/webhooks.ts'
import { findUrlFault } from './webhook-url.ts'

const shared = { group: 'Webhooks', access: ADMIN } as const

export const addWebhookOperation = operation({
  ...shared,
  name: 'add-webhook',
  method: 'post',
  path: '/v1/webhooks',
  summary: 'Add a webhook',
  description:
    'From now on its address is told of these events, after Standard Webhooks. The secret that signs them is shown once.',
  body: webhookBody,
  query: null,
  answers: { 201: { description: 'The webhook with its secret', schema: addedWebhook } },
  problems: [],
  run: addWebhook,
})

export const listWebhooksOperation = operation({
  ...shared,
  name: 'list-webhooks',
  method: 'get',
  path: '/v1/webhooks',
  summary: 'List the webhooks',
  description: 'Those of the tenant, newest first.',
  body: null,
  query: pageQuery,
  answers: { 200: { description: 'A page of webhooks', schema: webhookPage } },
  problems: [],
  run: async (_context, { caller, db, query }) => {
    const rows = await listWebhooks(db, caller.tenantId, pageOf(query))
    return { status: 200, body: writePage(rows, query, writeWebhook) }
  },
})

export const removeWebhookOperation = operation({
  ...shared,
  name: 'remove-webhook',
  method: 'delete',
  path: '/v1/webhooks/{id}',
  summary: 'Remove a webhook',
  description: 'Nothing more is posted to it, not even what waits.',
  body: null,
  query: null,
  answers: { 204: { description: 'It is gone', schema: null } },
  problems: ['not_found'],
  run: async (_context, call) => {
    const { tenantId } = call.caller
    const data = { webhook: writeId('whk', call.id) }
    await call.db.atomic(async (db) => {
      if (!(await removeWebhook(db, tenantId, call.id))) throw new Problem('not_found')
      await insertEvent(db, tenantId, { kind: 'webhook_removed', data, ...askerOf(call) })
    })
    return { status: 204 }
  },
})

async function addWebhook(
  context: ApiContext,
  call: Call<z.output<typeof webhookBody>, null>,
): Promise<Answer> {
  const { ring, isProduction } = context.config
  const { url, kinds = [...WEBHOOK_KINDS] } = call.body
  const fault = findUrlFault(url, isProduction)
  if (fault !== null) throw new Problem('request_invalid', { errors: [{ pointer: '/url', detail: fault }] })
  const id = newUuid()
  const secret = writeWebhookSecret(takeRandom(WEBHOOK_SECRET_BYTES))
  const made = { id, url, kinds: [...new Set(kinds)], secretSealed: seal(ring, secret, `webhook ${id}`) }
  const added = await call.db.atomic(async (db) => {
    const data = { webhook: writeId('whk', id), host: new URL(url).host, kinds: made.kinds }
    await insertEvent(db, call.caller.tenantId, { kind: 'webhook_added', data, ...askerOf(call) })
    return insertWebhook(db, call.caller.tenantId, made)
  })
  return { status: 201, body: { ...writeWebhook(added), secret } }
}

function writeWebhook({ id, url, kinds, createdAt }: Webhook) {
  return { id: writeId('whk', id), url, kinds, created_at: createdAt.toISOString() }
}
