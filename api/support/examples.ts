/**
 * One example of each operation that staff read with; merged into those of openapi-examples.ts.
 */
import { EXAMPLE_IDS } from '#api/openapi-addresses.ts'
import type { OperationExample } from '#api/openapi-examples.ts'
import { writeEventId } from '#core/event-id.ts'
import { writeId } from '#core/ids.ts'
import { wordsOf } from '#core/support-words.ts'
import { writeEntry } from '#core/timeline.ts'

const { accounts: accountId, logins: loginId, verifications: verificationId } = EXAMPLE_IDS
const phone = { current_masked: '+61 4 •••• ••56', pending_masked: null }
const person = {
  id: accountId,
  display_name: 'Mara Visser',
  username: 'mara.visser@example.org',
  user_type: 'patient',
}
const account = {
  ...{ ...person, subject_id: null, role: null, locale: 'en-GB', phone, organization_ids: [] },
  factor_override: 'default',
}
const at = '2026-11-22T09:31:40.000Z'
const event = writeEventId(48_213n)
const words = wordsOf('en-GB', 'switched_off')
const failed = { kind: 'send_failed', at, data: { reason: 'switched_off', carrier_code: 30_003 } }
const technical = {
  ...{ actor: 'carrier', verification_id: verificationId, purpose: 'login', country: 'AU', channel: 'sms' },
  delivery_id: writeId('dlv', '019ab3c4-5e91-7d27-8f35-70b2c9e4d816'),
  ...{ delivery_status: 'failed', delivery_reason: 'switched_off', carrier_code: 30_003 },
  ...{ carrier_sid: 'SM0a1b2c3d4e5f60718293a4b5c6d7e8f9', data: failed.data },
}
const entry = { id: event, at, ...writeEntry('en-GB', failed), technical }

const limitOf = (limit: string, used: number | null, max: number | null, sentence: string) => ({
  ...{ limit, is_on: false, since: null, until: null, can_unblock: false, used, max, sentence },
})

const audited = {
  ...{
    id: event,
    place: 1_841,
    at,
    kind: 'number_shown',
    actor: writeId('acc', '019ab3c4-6c01-7e55-a2b4-9d3f7c8e1a06'),
  },
  ...{ account_id: accountId, login_id: null, verification_id: null, delivery_id: null },
  ...{ request_id: 'req_019ab3c5a1e07c4d9b20f3e8d7a65c14', data: { reason: 'Asked to be called back' } },
}

/** By the operation's name. */
export const SUPPORT_EXAMPLES: Record<string, OperationExample> = {
  'search-accounts': {
    title: 'The person who reads a help code',
    answer: { data: [{ ...person, phone, matched_by: 'help_code' }], has_more: false, next_cursor: null },
  },
  'read-support-account': {
    title: 'The phone is switched off',
    answer: {
      account,
      ...{ verdict: words.headline, verdict_code: 'switched_off', cause: words.cause },
      ...{ tell_patient: words.tell_patient, remedy: words.remedy, evidence: [event] },
      factors: {
        phone: { ...phone, proven_at: '2026-09-01T08:00:00.000Z' },
        totp: false,
        pin: false,
        recovery_codes: 8,
      },
      limits: [
        limitOf('account', null, null, 'The account is not paused.'),
        limitOf('wrong_answers', 2, 50, '2 of 50 wrong answers in thirty days are used.'),
        limitOf('number', 1, 10, 'The number may get texts and calls; 1 of 10 in the last day are used.'),
      ],
      requests: [],
      help_codes: [
        { code: 'KR4-8P-2T7', login_id: loginId, created_at: at, expires_at: '2026-11-29T09:31:40.000Z' },
      ],
      policy: {
        ...{ required: false, factors: ['sms'] },
        sentence: 'No second factor is required, because no rule is written for the user type "patient".',
      },
    },
  },
  'read-timeline': {
    title: 'The newest step: a text that did not arrive',
    answer: {
      ...{ data: [entry], has_more: true, next_cursor: 'AAAAAAAAvFU' },
      text: `2026-11-22T09:31:40Z ${entry.sentence} [send_failed verification_id=${verificationId} carrier_code=30003]`,
    },
  },
  'show-number': {
    title: 'To call the person back',
    body: { reason: 'Asked to be called back' },
    answer: { phone: '+61491570156', pending: null },
  },
  'read-audit': {
    title: 'The newest event',
    answer: { data: [audited], has_more: true, next_cursor: 'AAAAAAAABzE' },
  },
  'export-audit': { title: 'One line of many', answer: audited },
  'verify-audit': {
    title: 'Nobody altered it',
    answer: {
      ...{ intact: true, checked: 1_841, unlinked: 0 },
      head: '5d41402abc4b2a76b9719d911017c5925d41402abc4b2a76b9719d911017c592',
    },
  },
}
