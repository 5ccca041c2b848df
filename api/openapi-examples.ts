/**
 * One example of each operation's body and answer. Numbers are reserved for fiction; test/api/openapi.test.ts holds the
 * examples against the schemas.
 */
import { writeId } from '#core/ids.ts'
import { PHONE_SENTENCES } from '#core/phone.ts'

/** What is sent and what comes back; `title` says in which case. */
export type OperationExample = { title: string; body?: unknown; answer: unknown }

const id = writeId('ver', '019ab3c4-5d6e-7bde-a04d-26c1ea72fe03')
const delivery = {
  id: writeId('dlv', '019ab3c4-5d6e-7bdf-8c51-90b2a4d7e618'),
  channel: 'sms',
  status: 'queued',
  reason: null,
  at: '2026-11-22T09:30:00.000Z',
}

const started = {
  id,
  status: 'pending',
  version: 1,
  purpose: 'login',
  channel: 'sms',
  call_mode: null,
  to_masked: '+61 4 •••• ••56',
  country: 'AU',
  line_type: 'mobile',
  expires_at: '2026-11-22T09:40:00.000Z',
  resend_at: '2026-11-22T09:30:30.000Z',
  tries_left: 5,
  sends_left: 3,
  match_digits: null,
  deliveries: [delivery],
}
const delivered = { ...started, version: 4, deliveries: [{ ...delivery, status: 'delivered' }] }
const called = {
  ...delivery,
  id: writeId('dlv', '019ab3c5-11aa-7c02-9b4e-5d0f3a8c7e21'),
  channel: 'call',
  at: '2026-11-22T09:30:31.000Z',
}

/** Stands in for secrets in examples. */
const SECRET = 'kp_cs_AZqzxF1ue96gTSbB6nL-Aw_…'

/** The id that samples use where an address needs one. */
export const EXAMPLE_ID = id

/** By the operation's name. */
export const EXAMPLES: Record<string, OperationExample> = {
  'start-verification': {
    title: 'A code by text, for a login',
    body: { to: '+61491570156', channel: 'sms', purpose: 'login', subject_id: 'patient-1042' },
    answer: { ...started, client_secret: SECRET },
  },
  'read-verification': { title: 'The text has arrived', answer: delivered },
  'check-code': {
    title: 'The right code',
    body: { code: '418 052' },
    answer: { ...delivered, status: 'approved', version: 5, tries_left: 4 },
  },
  'send-again': {
    title: 'The same code, by call',
    body: { channel: 'call', call_mode: 'spoken_code' },
    answer: {
      ...delivered,
      version: 5,
      channel: 'call',
      call_mode: 'spoken_code',
      resend_at: '2026-11-22T09:31:31.000Z',
      sends_left: 2,
      deliveries: [{ ...delivery, status: 'delivered' }, called],
    },
  },
  'cancel-verification': {
    title: 'Nobody needs it any more',
    body: {},
    answer: { ...delivered, status: 'canceled', version: 5 },
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
}
