/**
 * Alerts to a tenant's own systems, after Standard Webhooks 1: what they tell, and how they are signed.
 * https://www.standardwebhooks.com
 */
import { createHmac } from 'node:crypto'
import { writeEventId } from './event-id.ts'
import type { EventKind } from './event-kinds.ts'
import { writeId } from './ids.ts'

/** What a tenant can hear of: somebody is kept out, or staff let somebody in. */
export const WEBHOOK_KINDS = [
  'locked',
  'denied',
  'unblocked',
  'bypass_issued',
  'bypass_used',
  'reset_requested',
  'reset_approved',
  'reset_rejected',
] as const satisfies readonly EventKind[]
export type WebhookKind = (typeof WEBHOOK_KINDS)[number]

/** What of an event's data is told. Not the reason that staff typed: it may name people. */
const TOLD: Record<WebhookKind, readonly string[]> = {
  locked: ['reason', 'until'],
  denied: [],
  unblocked: ['limit'],
  bypass_issued: ['kind'],
  bypass_used: ['kind'],
  reset_requested: ['factor', 'reset', 'status'],
  reset_approved: ['factor', 'reset'],
  reset_rejected: ['factor', 'reset'],
}

/** An event that a tenant hears of; ids bare. */
export type WebhookEvent = {
  id: string
  kind: WebhookKind
  at: string
  actor: string
  accountId: string | null
  loginId: string | null
  verificationId: string | null
  data: Record<string, unknown> | null
}

/** Writes what is posted: ids and stable words, nothing personal. */
export function writeWebhook(event: WebhookEvent) {
  const { id, kind, at, actor, accountId, loginId, verificationId, data } = event
  const told = Object.entries(data ?? {}).filter(([name]) => TOLD[kind].includes(name))
  return {
    id: writeEventId(id),
    type: kind,
    timestamp: new Date(at).toISOString(),
    data: {
      account_id: accountId && writeId('acc', accountId),
      login_id: loginId && writeId('lgn', loginId),
      verification_id: verificationId && writeId('ver', verificationId),
      actor,
      ...Object.fromEntries(told),
    },
  }
}

const SECRET_PREFIX = 'whsec_'
/** Bytes of a secret; Standard Webhooks asks for 24 to 64. */
export const WEBHOOK_SECRET_BYTES = 32

/** Writes a secret as it is shown, once. */
export function writeWebhookSecret(random: Uint8Array): string {
  return SECRET_PREFIX + Buffer.from(random).toString('base64')
}

/** The headers of one post; the id is the same for every post of a message. */
export function signWebhook(
  secret: string,
  message: { id: string; timestamp: number; body: string },
): Record<string, string> {
  const { id, timestamp, body } = message
  const key = Buffer.from(secret.slice(SECRET_PREFIX.length), 'base64')
  const signature = createHmac('sha256', key).update(`${id}.${timestamp}.${body}`).digest('base64')
  return { 'webhook-id': id, 'webhook-timestamp': String(timestamp), 'webhook-signature': `v1,${signature}` }
}
