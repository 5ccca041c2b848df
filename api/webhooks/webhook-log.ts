/**
 * The log of a webhook: what was posted and how it was answered, and posting it once more.
 */
import type { Call } from '#api/context.ts'
import { operation } from '#api/operation.ts'
import { pageOf, pageQuery, writePage } from '#api/people/page.ts'
import { ADMIN } from '#api/people/staff-access.ts'
import { emptyBody } from '#core/contract.ts'
import { NO_UUID, readId, writeId } from '#core/ids.ts'
import { Problem } from '#core/problem.ts'
import { webhookMessage, webhookMessages } from '#core/webhook-contract.ts'
import { hasWebhook, listMessages, sendMessageAgain } from '#db/webhooks.ts'
import type { WebhookMessage } from '#db/webhooks.ts'

const shared = { group: 'Webhooks', access: ADMIN, problems: ['not_found'] } as const

export const listMessagesOperation = operation({
  ...shared,
  name: 'list-webhook-messages',
  method: 'get',
  path: '/v1/webhooks/{id}/messages',
  summary: 'Read the log of a webhook',
  description: 'The messages to it, newest first, for thirty days.',
  body: null,
  query: pageQuery,
  answers: { 200: { description: 'A page of messages', schema: webhookMessages } },
  run: async (_context, call) => {
    await requireWebhook(call)
    const { db, caller, query, id } = call
    const rows = await listMessages(db, { tenantId: caller.tenantId, webhookId: id }, pageOf(query))
    return { status: 200, body: writePage(rows, query, writeMessage) }
  },
})

export const sendMessageAgainOperation = operation({
  ...shared,
  name: 'send-webhook-message',
  method: 'post',
  path: '/v1/webhooks/{id}/messages/{message_id}/send',
  summary: 'Post a message again',
  description: 'Posts it now, under the same id, however it fared before; its schedule begins anew.',
  body: emptyBody,
  query: null,
  answers: { 202: { description: 'The message, waiting', schema: webhookMessage } },
  run: async (_context, call) => {
    await requireWebhook(call)
    const at = { tenantId: call.caller.tenantId, webhookId: call.id }
    const id = readId('msg', call.params['message_id'] ?? '') ?? NO_UUID
    const message = await sendMessageAgain(call.db, at, id)
    if (!message) throw new Problem('not_found')
    return { status: 202, body: writeMessage(message) }
  },
})

async function requireWebhook({ db, caller, id }: Call<unknown, unknown>): Promise<void> {
  if (!(await hasWebhook(db, caller.tenantId, id))) throw new Problem('not_found')
}

function writeMessage(message: WebhookMessage) {
  const { id, kind, status, posts, answer, payload, createdAt, dueAt, sentAt } = message
  return {
    ...{ id: writeId('msg', id), type: kind, status, posts, answer, payload },
    created_at: createdAt.toISOString(),
    next_post_at: dueAt?.toISOString() ?? null,
    sent_at: sentAt?.toISOString() ?? null,
  }
}
