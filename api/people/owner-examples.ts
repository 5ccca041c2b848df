/**
 * Examples of what owners look at, for the reference; merged into those of examples.ts.
 */
import type { OperationExample } from '#api/openapi-examples.ts'
import { writeEventId } from '#core/event-id.ts'
import { writeId } from '#core/ids.ts'

const accountId = writeId('acc', '019ab3c4-6b72-7d04-9f18-64e0c2a7b5d3')
const day = '2026-11-22'

/** By the operation's name. */
export const OWNER_EXAMPLES: Record<string, OperationExample> = {
  'preview-policy': {
    title: 'What if all doctors needed an authenticator app',
    body: { user_type: 'doctor', rule: { required: true, factors: ['totp'] } },
    answer: {
      ...{ people: 48, required_now: 12, required: 48, lack: 9, is_partial: false },
      examples: [{ account_id: accountId, display_name: 'Mara Visser' }],
    },
  },
  'read-delivery-summary': {
    title: 'One day',
    answer: {
      from: '2026-11-22T00:00:00.000Z',
      until: '2026-11-23T00:00:00.000Z',
      verifications: [{ day, status: 'approved', count: 431 }],
      deliveries: [
        { day, channel: 'sms', status: 'delivered', reason: null, count: 440, accepted: 440 },
        { day, channel: 'sms', status: 'failed', reason: 'switched_off', count: 6, accepted: 6 },
      ],
      times: {
        accepted: { count: 446, median: 0.21, p95: 0.64 },
        delivered: { count: 440, median: 2.9, p95: 7.4 },
      },
    },
  },
  'list-own-acts': {
    title: 'One act',
    answer: {
      data: [
        {
          ...{ id: writeEventId('4711'), at: '2026-11-22T09:31:00.000Z', kind: 'unblocked' },
          ...{ account_id: accountId, reason: 'Called from the number on file' },
        },
      ],
      ...{ has_more: false, next_cursor: null },
    },
  },
}
