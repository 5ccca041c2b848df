/**
 * Webhooks, which tell your own systems that somebody is kept out or let in: what these calls take and answer.
 */
import type { Answer, CallOptions, FromBrowser, Page, PageQuery } from './answer.ts'

export type WebhookKind =
  | 'locked'
  | 'denied'
  | 'unblocked'
  | 'bypass_issued'
  | 'bypass_used'
  | 'reset_requested'
  | 'reset_approved'
  | 'reset_rejected'

/** What is posted: ids and stable words, nothing personal. */
export type WebhookEvent = {
  id: string
  type: WebhookKind
  timestamp: string
  data: {
    account_id: string | null
    login_id: string | null
    verification_id: string | null
    actor: string
    /** What else there is to know of this type. */
    [more: string]: unknown
  }
}

export type Webhook = { id: string; url: string; kinds: WebhookKind[]; created_at: string }
/** `secret`: what messages are signed with; shown once. */
export type AddedWebhook = Webhook & { secret: string }
export type AddWebhook = FromBrowser & {
  url: string
  /** What to tell; everything where it is left out. */
  kinds?: WebhookKind[] | undefined
}

export type WebhookMessage = {
  /** The `webhook-id` of its posts. */
  id: string
  type: WebhookKind
  status: 'waiting' | 'sent' | 'failed'
  /** How often it was posted. */
  posts: number
  /** The status of the last answer; null: none came. */
  answer: number | null
  payload: Record<string, unknown>
  created_at: string
  next_post_at: string | null
  sent_at: string | null
}

export type WebhookCalls = {
  /** Tells an address of yours what happens from now on. */
  addWebhook(body: AddWebhook, options?: CallOptions): Promise<Answer<AddedWebhook>>
  /** All webhooks, newest first. */
  listWebhooks(query?: PageQuery, options?: CallOptions): Promise<Answer<Page<Webhook>>>
  /** Tells an address nothing more. */
  removeWebhook(id: string, options?: CallOptions): Promise<Answer<null>>
  /** What was told, newest first, and what came of it. */
  listWebhookMessages(
    id: string,
    query?: PageQuery,
    options?: CallOptions,
  ): Promise<Answer<Page<WebhookMessage>>>
  /** Posts a message once more. */
  sendWebhookMessage(
    id: string,
    messageId: string,
    body?: FromBrowser,
    options?: CallOptions,
  ): Promise<Answer<WebhookMessage>>
}
