/**
 * Starting a verification: limits, row, outbox and events in one statement (db/functions/30-start-verification.sql).
 */
import type { CallMode, Channel, Purpose } from '#core/verification.ts'
import { callOf, writeBytes } from './client.ts'
import type { Db } from './client.ts'
import { orRefusal } from './send-rules.ts'
import type { Asker, SendLimits, SendProblem, SendRefusal } from './send-rules.ts'

export type NewVerification = {
  id: string
  deliveryId: string
  tenantId: string
  subjectId: string | null
  /** The account whose flow this belongs to; null: a portal's own. */
  accountId: string | null
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

const START = callOf('keypad_start_verifications', ['p_items', 'p_may_wait'])

type StartRow = { outcome: string; free_in_ms: number | null; expires_at: Date; resend_at: Date; at: Date }

/** Starts a verification with its first delivery, or tells why not; a refusal leaves nothing behind. */
export async function startVerification(
  db: Db,
  v: NewVerification,
  send: { limits: SendLimits; asker: Asker },
): Promise<{ outcome: 'started'; expiresAt: Date; resendAt: Date; at: Date } | SendRefusal> {
  const item = writeItem(v, send)
  return orRefusal(db, async () => {
    const row = await db.runOneOf<StartRow>(START, item)
    if (row.outcome !== 'started') return { outcome: row.outcome as SendProblem, freeInMs: row.free_in_ms }
    return { outcome: 'started', expiresAt: row.expires_at, resendAt: row.resend_at, at: row.at }
  })
}

/** An item of keypad_start_verifications. */
function writeItem(v: NewVerification, { limits, asker }: { limits: SendLimits; asker: Asker }): object {
  return {
    ...{
      id: v.id,
      delivery_id: v.deliveryId,
      tenant: v.tenantId,
      subject: v.subjectId,
      account: v.accountId,
      purpose: v.purpose,
    },
    ...{
      priority: v.priority,
      phone_marks: v.phoneMarks.map(writeBytes),
      prefix_mark: writeBytes(v.prefixMark),
    },
    ...{ phone_sealed: v.phoneSealed, to_masked: v.toMasked, country: v.country, line_type: v.lineType },
    ...{ locale: v.locale, brand: v.brand, channel: v.channel, call_mode: v.callMode },
    ...{ code_sealed: v.codeSealed, code_mark: writeBytes(v.codeMark), match_digits: v.matchDigits },
    ...{ life_s: v.lifeSeconds, resend_s: v.resendSeconds },
    ...{ window_s: limits.windowSeconds, window_max: limits.windowMax },
    ...{ counter_marks: limits.counterMarks.map(writeBytes), counter_window_s: limits.counterSeconds },
    ...{ counter_caps: limits.counterCaps, breaker_sends: v.breakerSends, breaker_percent: v.breakerPercent },
    ...{ actor: asker.actor, request_id: asker.requestId },
  }
}
