/**
 * The verification of all examples, at its start and after its text has arrived. The number is reserved for fiction.
 */
import { writeId } from '#core/ids.ts'
import { EXAMPLE_IDS } from './openapi-addresses.ts'

/** Its first delivery. */
export const DELIVERY = {
  id: writeId('dlv', '019ab3c4-5d6e-7bdf-8c51-90b2a4d7e618'),
  channel: 'sms',
  status: 'queued',
  reason: null,
  at: '2026-11-22T09:30:00.000Z',
}

export const STARTED = {
  id: EXAMPLE_IDS.verifications,
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
  deliveries: [DELIVERY],
}

export const DELIVERED = { ...STARTED, version: 4, deliveries: [{ ...DELIVERY, status: 'delivered' }] }

/** Stands in for secrets in examples. */
export const SECRET = 'kp_cs_AZqzxF1ue96gTSbB6nL-Aw_…'
