/**
 * One example of each operation on webhooks; merged into those of openapi-examples.ts.
 */
import type { OperationExample } from '#api/openapi-examples.ts'
import { writeId } from '#core/ids.ts'
import { writeWebhook } from '#core/webhook.ts'

const webhook = {
  id: writeId('whk', '019ab3c4-9d57-7c26-8e31-2f806b4d69ca'),
  url: 'https://portal.example.org/keypad',
  kinds: ['locked', 'bypass_issued'],
  created_at: '2026-11-22T09:20:00.000Z',
}
const message = {
  id: writeId('msg', '019ab3c5-0e68-7d37-9f42-308a7c5e7adb'),
  ...{ type: 'locked', status: 'sent', posts: 1, answer: 204 },
  payload: writeWebhook({
    ...{ id: '10421', kind: 'locked', at: '2026-11-22T09:30:00.000Z', actor: 'client' },
    accountId: '019ab3c4-6b72-7d04-9f18-64e0c2a7b5d3',
    loginId: null,
    verificationId: null,
    data: { reason: 'too_many_wrong', until: '2026-11-22T09:45:00.000Z' },
  }),
  created_at: '2026-11-22T09:30:01.000Z',
  next_post_at: null,
  sent_at: '2026-11-22T09:30:02.000Z',
}
const page = <Entry>(entry: Entry) => ({ data: [entry], has_more: false, next_cursor: null })

/** By the operation's name. */
export const WEBHOOK_EXAMPLES: Record<string, OperationExample> = {
  'add-webhook': {
    title: 'Locks and bypasses',
    body: { url: webhook.url, kinds: webhook.kinds },
    answer: { ...webhook, secret: 'whsec_VGhpc0lzQW5FeGFtcGxlT2ZBU2VjcmV0VGhhdFNpZ25z' },
  },
  'list-webhooks': { title: 'One webhook', answer: page(webhook) },
  'remove-webhook': { title: 'It is gone', answer: null },
  'list-webhook-messages': { title: 'A lock, told at the first post', answer: page(message) },
  'send-webhook-message': {
    title: 'Once more',
    body: {},
    answer: {
      ...message,
      status: 'waiting',
      posts: 0,
      next_post_at: '2026-11-22T10:00:00.000Z',
      sent_at: null,
    },
  },
}
