/**
 * The contract's schemas of webhooks: where alerts go, and the log of them.
 */
import { z } from 'zod'
import { clientIp, time } from './contract.ts'
import { WEBHOOK_KINDS } from './webhook.ts'

const url = z
  .url({ protocol: /^https?$/ })
  .max(2_000)
  .meta({ description: 'Where to post; https in production', example: 'https://portal.example.org/keypad' })
const kinds = z.array(z.enum(WEBHOOK_KINDS)).min(1)

export const webhookBody = z.strictObject({
  url,
  kinds: kinds.optional().meta({ description: 'What to tell; everything where it is left out' }),
  client_ip: clientIp,
})
const webhookFields = { id: z.string(), url: z.string(), kinds, created_at: time }
const webhook = z.object(webhookFields).meta({ id: 'Webhook' })
export const addedWebhook = z
  .object({
    ...webhookFields,
    secret: z.string().meta({ description: 'What messages are signed with; shown once' }),
  })
  .meta({ id: 'AddedWebhook' })

const page = { has_more: z.boolean(), next_cursor: z.string().nullable() }
export const webhookPage = z.object({ data: z.array(webhook), ...page }).meta({ id: 'WebhookPage' })

export const webhookMessage = z
  .object({
    id: z.string().meta({ description: 'The `webhook-id` of its posts' }),
    type: z.enum(WEBHOOK_KINDS),
    status: z.enum(['waiting', 'sent', 'failed']),
    posts: z.int().meta({ description: 'How often it was posted' }),
    answer: z.int().nullable().meta({ description: 'The status of the last answer; null: none came' }),
    payload: z.record(z.string(), z.unknown()),
    created_at: time,
    next_post_at: time.nullable(),
    sent_at: time.nullable(),
  })
  .meta({ id: 'WebhookMessage' })
export const webhookMessages = z
  .object({ data: z.array(webhookMessage), ...page })
  .meta({ id: 'WebhookMessages' })
