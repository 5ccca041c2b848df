/**
 * The operations of webhooks, in the order of the reference.
 */
import type { Operation } from '#api/operation.ts'
import { listMessagesOperation, sendMessageAgainOperation } from './webhook-log.ts'
import { addWebhookOperation, listWebhooksOperation, removeWebhookOperation } from './webhooks.ts'

export const WEBHOOK_OPERATIONS: readonly Operation[] = [
  addWebhookOperation,
  listWebhooksOperation,
  removeWebhookOperation,
  listMessagesOperation,
  sendMessageAgainOperation,
]
