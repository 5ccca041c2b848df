/**
 * One example of each act of staff; merged into those of openapi-examples.ts.
 */
import type { OperationExample } from '#api/openapi-examples.ts'
import { writeId } from '#core/ids.ts'

const checks = [
  { kind: 'date of birth', passed: true },
  { kind: 'last appointment', passed: true },
]
const reset = writeId('rst', '019ab3c6-20b4-7e15-8a3d-91c6f2b0d7e4')
const waiting = {
  id: reset,
  account_id: writeId('acc', '019ab3c4-6b72-7d04-9f18-64e0c2a7b5d3'),
  display_name: 'Mara Visser',
  factor: 'totp',
  reason: 'Lost the phone on holiday',
  identity_checks: checks,
  requested_by: writeId('acc', '019ab3c4-7c10-7a22-8b44-0f6d3e9a1c57'),
  status: 'waiting',
  created_at: '2026-11-22T09:40:00.000Z',
  expires_at: '2026-11-23T09:40:00.000Z',
  ...{ decided_by: null, decided_reason: null, decided_at: null },
}

/** By the operation's name. */
export const ACTS_EXAMPLES: Record<string, OperationExample> = {
  'unblock-account': {
    title: 'A pause after wrong answers',
    body: { reason: 'Typed the old code ten times; date of birth checked' },
    answer: { limit: 'account', was_limited: true },
  },
  'send-test-message': {
    title: 'A text without a code',
    body: { reason: 'No text has arrived since yesterday' },
    answer: {
      id: writeId('dlv', '019ab3c6-1f02-7b90-8d51-7a2e4c6b8f13'),
      ...{ channel: 'sms', status: 'queued', reason: null, at: '2026-11-22T09:35:00.000Z' },
    },
  },
  'correct-phone': {
    title: 'Two digits were swapped',
    body: { reason: 'Two digits were swapped at the desk', phone: '+61491570157' },
    answer: {
      id: waiting.account_id,
      ...{ username: 'mara.visser@example.org', subject_id: null, display_name: waiting.display_name },
      ...{ user_type: 'patient', role: null, locale: 'nl-NL' },
      phone: { current_masked: null, pending_masked: '+61 4 •••• ••57' },
      ...{ organization_ids: [], factor_override: 'default' },
    },
  },
  'issue-bypass': {
    title: 'A code to read out',
    body: { reason: waiting.reason, identity_checks: checks },
    answer: { kind: 'code', code: 'KR4-8P-2T7', expires_at: '2026-11-22T09:50:00.000Z' },
  },
  'request-factor-reset': {
    title: 'A lost authenticator app; somebody else decides',
    body: { reason: waiting.reason, factor: 'totp', identity_checks: checks },
    answer: { id: reset, status: 'waiting' },
  },
  'list-factor-resets': {
    title: 'One request that waits',
    answer: { data: [waiting], has_more: false, next_cursor: null },
  },
  'approve-factor-reset': {
    title: 'Approved by a second person',
    body: { reason: 'Called back on the number of the clinic' },
    answer: { id: reset, status: 'approved' },
  },
  'reject-factor-reset': {
    title: 'Sent back',
    body: { reason: 'Nobody has checked the date of birth' },
    answer: { id: reset, status: 'rejected' },
  },
  'reset-password': {
    title: 'A link for somebody without an e-mail address',
    body: { reason: 'Has no e-mail address; passport seen at the desk' },
    answer: {
      link: 'https://verify.clinic.example/portal/reset?token=Zk3vB0T8yQ2mXn7cR5wLh9sJd1pUe4gAo6iFtKbVxMQ',
      expires_at: '2026-11-22T09:50:00.000Z',
    },
  },
}
