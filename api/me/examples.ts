/**
 * One example of each operation of a person on their own account; merged into those of openapi-examples.ts.
 */
import type { OperationExample } from '#api/openapi-examples.ts'
import { writeId } from '#core/ids.ts'

const account = {
  id: writeId('acc', '019ab3c4-5d6e-7be1-8a0c-2d4f6a8c0e13'),
  username: 'mara.visser',
  subject_id: null,
  display_name: 'Mara Visser',
  user_type: 'patient',
  role: null,
  locale: 'nl-NL',
  phone: { current_masked: '+61 4 •••• ••56', pending_masked: null },
  organization_ids: [],
  factor_override: 'default',
}
const phone = {
  current_masked: '+61 4 •••• ••56',
  proven_at: '2026-11-20T08:15:00.000Z',
  pending_masked: null,
}
const waiting = { ...phone, pending_masked: '+61 4 •••• ••57' }
const session = {
  id: writeId('ses', '019ab3c4-5d6e-7be2-9b1d-3e5a7c9e1f24'),
  amr: ['pwd', 'sms', 'mfa'],
  assurance: 'two_factor',
  enroll_only: false,
  auth_time: '2026-11-22T09:28:00.000Z',
  expires_at: '2026-11-22T21:28:00.000Z',
}
const me = {
  account,
  phone,
  factors: { phone: true, totp: false, pin: false, recovery_codes_left: 0 },
  policy: {
    required: false,
    factors: ['sms'],
    sentence: 'No second factor is required because no rule is written for the user type "patient".',
  },
  session,
}
const verification = {
  id: writeId('ver', '019ab3c4-5d6e-7be3-8c2e-4f6b8d0f2a35'),
  status: 'pending',
  version: 1,
  purpose: 'phone_change',
  channel: 'sms',
  call_mode: null,
  to_masked: '+61 4 •••• ••57',
  country: 'AU',
  line_type: 'mobile',
  expires_at: '2026-11-22T09:40:00.000Z',
  resend_at: '2026-11-22T09:30:30.000Z',
  tries_left: 5,
  sends_left: 3,
  match_digits: null,
  deliveries: [
    {
      id: writeId('dlv', '019ab3c4-5d6e-7be4-9d3f-5a7c9e1b3c46'),
      channel: 'sms',
      status: 'queued',
      reason: null,
      at: '2026-11-22T09:30:00.000Z',
    },
  ],
}
const TOTP_SECRET = 'JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP'

/** By the operation's name. */
export const ME_EXAMPLES: Record<string, OperationExample> = {
  'read-me': { title: 'A patient with a proven number', answer: me },
  'step-up': {
    title: 'The one factor there is goes out at once',
    body: {},
    answer: {
      id: writeId('lgn', '019ab3c4-5d6e-7be5-8e4a-6b8d0f2c4d57'),
      status: 'pending',
      version: 2,
      expires_at: '2026-11-22T10:00:00.000Z',
      next: {
        action: 'enter_code',
        verification: { ...verification, purpose: 'login', to_masked: '+61 4 •••• ••56' },
        resend_at: '2026-11-22T09:30:30.000Z',
        alternatives: [],
      },
      client_secret: 'kp_cs_AZqzxF1ue96gTSbB6nL-Aw_…',
    },
  },
  'change-own-phone': {
    title: 'Another mobile number',
    body: { phone: '0491 570 157', country: 'AU' },
    answer: { phone: waiting, verification },
  },
  'check-own-phone-code': {
    title: 'The right code',
    body: { code: '418 052' },
    answer: {
      phone: {
        current_masked: '+61 4 •••• ••57',
        proven_at: '2026-11-22T09:31:00.000Z',
        pending_masked: null,
      },
    },
  },
  'send-own-phone-code': {
    title: 'The same code, by call',
    body: { channel: 'call' },
    answer: {
      phone: waiting,
      verification: { ...verification, version: 2, channel: 'call', call_mode: 'spoken_code', sends_left: 2 },
    },
  },
  'drop-own-pending-phone': { title: 'The old number stays', answer: undefined },
  'set-up-totp': {
    title: 'A new app',
    body: {},
    answer: {
      secret: TOTP_SECRET,
      otpauth_url: `otpauth://totp/Riverside%20Clinic:mara.visser?issuer=Riverside%20Clinic&secret=${TOTP_SECRET}&algorithm=SHA1&digits=6&period=30`,
      qr_svg: '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 45 45">…</svg>',
    },
  },
  'confirm-totp': {
    title: 'The app counts',
    body: { code: '418 052' },
    answer: {
      ...me,
      factors: { ...me.factors, totp: true },
      session: { ...session, amr: ['pwd', 'sms', 'otp', 'mfa'] },
    },
  },
  'disable-totp': { title: 'The number is left', body: { code: '418 052' }, answer: me },
  'change-own-pin': {
    title: 'A first PIN',
    body: { pin: '402917', pin_confirmation: '402917' },
    answer: { ...me, factors: { ...me.factors, pin: true } },
  },
  'make-recovery-codes': {
    title: 'Ten codes',
    body: {},
    answer: { codes: ['k7m2-9xqd-4hta-w3zr', 'p4jn-6vbt-0e8s-c5gy', '…'] },
  },
  'change-own-password': {
    title: 'Another password',
    body: { current_password: 'four-quiet-herons', new_password: 'slow-copper-lanterns-drift' },
    answer: me,
  },
  'list-own-sessions': {
    title: 'One session, the one that asks',
    answer: {
      data: [{ ...session, used_at: '2026-11-22T09:30:00.000Z', current: true }],
      has_more: false,
      next_cursor: null,
    },
  },
  'end-own-session': { title: 'Logged out', answer: undefined },
  'introspect-session': {
    title: 'A live session',
    body: { token: 'kp_ses_…' },
    answer: {
      active: true,
      account,
      ...{ amr: session.amr, assurance: session.assurance, enroll_only: false },
      ...{ auth_time: session.auth_time, expires_at: session.expires_at },
    },
  },
  'request-password-reset': { title: 'Whoever it is', body: { username: 'mara.visser' }, answer: {} },
  'confirm-password-reset': {
    title: 'A new password',
    body: {
      token: '3mFyX0vHnq8sTd1kWcJ5bLr7uZ2eGaQp9iN4oYxR6tU',
      new_password: 'slow-copper-lanterns-drift',
    },
    answer: {},
  },
}
