/**
 * Sending the code of a living verification once more (db/functions/40-send-again.sql).
 */
import type { CallMode, Channel, VerificationView } from '#core/verification.ts'
import { callOf } from './client.ts'
import type { Db } from './client.ts'
import { limitValues, orRefusal } from './send-rules.ts'
import type { Asker, SendLimits, SendProblem, SendRefusal } from './send-rules.ts'

const SEND_AGAIN = callOf('keypad_send_again', [
  'p_id',
  'p_tenant',
  'p_delivery_id',
  'p_channel',
  'p_call_mode',
  'p_match_digits',
  'p_waits_s',
  'p_max_sends',
  'p_window_s',
  'p_window_max',
  'p_counter_marks',
  'p_counter_window_s',
  'p_counter_caps',
  'p_actor',
  'p_request_id',
])

export type NewSend = {
  id: string
  tenantId: string
  deliveryId: string
  channel: Channel
  callMode: CallMode | null
  matchDigits: string | null
  waitsSeconds: number[]
  maxSends: number
}

type SendRow = { outcome: string | null; free_in_ms: number | null; view: VerificationView | null }

/** Sends the same code once more. Null: no such verification. */
export async function sendAgain(
  db: Db,
  s: NewSend,
  send: { limits: SendLimits; asker: Asker },
): Promise<{ outcome: 'sent'; view: VerificationView } | SendRefusal | null> {
  const values = [
    ...[s.id, s.tenantId, s.deliveryId, s.channel, s.callMode, s.matchDigits, s.waitsSeconds, s.maxSends],
    ...[...limitValues(send.limits), send.asker.actor, send.asker.requestId],
  ]
  return orRefusal(db, async () => {
    const row = (await db.run<SendRow>(SEND_AGAIN, values))[0]!
    if (row.outcome === null) return null
    if (row.view) return { outcome: 'sent', view: row.view }
    return { outcome: row.outcome as SendProblem, freeInMs: row.free_in_ms }
  })
}
