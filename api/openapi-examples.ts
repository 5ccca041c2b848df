/**
 * One example of each operation's body and answer. Numbers are reserved for fiction; test/api/openapi.test.ts holds the
 * examples against the schemas.
 */
import { writeId } from '#core/ids.ts'
import { PHONE_SENTENCES } from '#core/phone.ts'
import { LOGIN_EXAMPLES } from './logins/examples.ts'
import { DELIVERED, DELIVERY, SECRET, STARTED } from './openapi-verification.ts'
import { ME_EXAMPLES } from './me/examples.ts'
import { PEOPLE_EXAMPLES } from './people/examples.ts'
import { ACTS_EXAMPLES } from './support/acts-examples.ts'
import { WEBHOOK_EXAMPLES } from './webhooks/examples.ts'
import { SUPPORT_EXAMPLES } from './support/examples.ts'

/** What is sent and what comes back; `title` says in which case. */
export type OperationExample = { title: string; body?: unknown; answer: unknown }

const called = {
  ...DELIVERY,
  id: writeId('dlv', '019ab3c5-11aa-7c02-9b4e-5d0f3a8c7e21'),
  channel: 'call',
  at: '2026-11-22T09:30:31.000Z',
}

/** By the operation's name. */
export const EXAMPLES: Record<string, OperationExample> = {
  'start-verification': {
    title: 'A code by text, for a login',
    body: { to: '+61491570156', channel: 'sms', purpose: 'login', subject_id: 'patient-1042' },
    answer: { ...STARTED, client_secret: SECRET },
  },
  'read-verification': { title: 'The text has arrived', answer: DELIVERED },
  'check-code': {
    title: 'The right code',
    body: { code: '418 052' },
    answer: { ...DELIVERED, status: 'approved', version: 5, tries_left: 4 },
  },
  'send-again': {
    title: 'The same code, by call',
    body: { channel: 'call', call_mode: 'spoken_code' },
    answer: {
      ...DELIVERED,
      version: 5,
      channel: 'call',
      call_mode: 'spoken_code',
      resend_at: '2026-11-22T09:31:31.000Z',
      sends_left: 2,
      deliveries: [{ ...DELIVERY, status: 'delivered' }, called],
    },
  },
  'cancel-verification': {
    title: 'Nobody needs it any more',
    body: {},
    answer: { ...DELIVERED, status: 'canceled', version: 5 },
  },
  'explain-verification': {
    title: 'Nobody has typed the code yet',
    answer: {
      sentence: 'The text has arrived.',
      cause: 'The network says that the phone got it; the code has not been entered yet.',
      remedy: 'Enter the six digits of the newest text.',
    },
  },
  'check-phone': {
    title: 'A landline',
    body: { phone: '020 7946 0018', country: 'GB' },
    answer: {
      accepted: false,
      reason: 'phone_landline',
      line_type: null,
      country: 'GB',
      formatted: null,
      sentence: PHONE_SENTENCES.phone_landline,
    },
  },
  'read-countries': { title: 'Every country', answer: { served: 'all' } },
  'replace-countries': {
    title: 'Two countries',
    body: { served: ['NL', 'GB'] },
    answer: { served: ['NL', 'GB'] },
  },
  ...LOGIN_EXAMPLES,
  ...ME_EXAMPLES,
  ...PEOPLE_EXAMPLES,
  ...ACTS_EXAMPLES,
  ...WEBHOOK_EXAMPLES,
  ...SUPPORT_EXAMPLES,
}
