/**
 * Starting a verification: limits, row, outbox and events in one statement (db/functions/30-start-verification.sql).
 */
import type { CallMode, Channel, Purpose } from '#core/verification.ts'
import { callOf } from './client.ts'
import type { Db } from './client.ts'
import { limitValues, orRefusal } from './send-rules.ts'
import type { Asker, SendLimits, SendProblem, SendRefusal } from './send-rules.ts'

export type NewVerification = {
  id: string
  deliveryId: string
  tenantId: string
  subjectId: string | null
  purpose: Purpose
  priority: number
  phoneMarks: Buffer[]
  prefixMark: Buffer
  phoneSealed: string
  toMasked: string
  country: string
  lineType: string
  locale: string
  brand: string
  channel: Channel
  callMode: CallMode | null
  codeSealed: string
  codeMark: Buffer
  matchDigits: string | null
  lifeSeconds: number
  resendSeconds: number
  breakerSends: number
  breakerPercent: number
}

const START = callOf('keypad_start_verification', [
  'p_id',
  'p_delivery_id',
  'p_tenant',
  'p_subject',
  'p_purpose',
  'p_priority',
  'p_phone_marks',
  'p_prefix_mark',
  'p_phone_sealed',
  'p_to_masked',
  'p_country',
  'p_line_type',
  'p_locale',
  'p_brand',
  'p_channel',
  'p_call_mode',
  'p_code_sealed',
  'p_code_mark',
  'p_match_digits',
  'p_life_s',
  'p_resend_s',
  'p_breaker_sends',
  'p_breaker_percent',
  'p_window_s',
  'p_window_max',
  'p_counter_marks',
  'p_counter_window_s',
  'p_counter_caps',
  'p_actor',
  'p_request_id',
])

type StartRow = { outcome: string; free_in_ms: number | null; expires_at: Date; resend_at: Date; at: Date }

/** Starts a verification with its first delivery, or tells why not; a refusal leaves nothing behind. */
export async function startVerification(
  db: Db,
  v: NewVerification,
  send: { limits: SendLimits; asker: Asker },
): Promise<{ outcome: 'started'; expiresAt: Date; resendAt: Date; at: Date } | SendRefusal> {
  const values = [
    ...[v.id, v.deliveryId, v.tenantId, v.subjectId, v.purpose, v.priority, v.phoneMarks, v.prefixMark],
    ...[v.phoneSealed, v.toMasked, v.country, v.lineType, v.locale, v.brand, v.channel, v.callMode],
    ...[v.codeSealed, v.codeMark, v.matchDigits, v.lifeSeconds, v.resendSeconds],
    ...[
      v.breakerSends,
      v.breakerPercent,
      ...limitValues(send.limits),
      send.asker.actor,
      send.asker.requestId,
    ],
  ]
  return orRefusal(db, async () => {
    const row = (await db.run<StartRow>(START, values))[0]!
    if (row.outcome !== 'started') return { outcome: row.outcome as SendProblem, freeInMs: row.free_in_ms }
    return { outcome: 'started', expiresAt: row.expires_at, resendAt: row.resend_at, at: row.at }
  })
}
