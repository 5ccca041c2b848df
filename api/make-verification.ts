/**
 * A new verification with its first delivery: everything about them that the database does not decide itself.
 */
import { randomInt } from 'node:crypto'
import { makeCode, makeMatchDigits } from '#core/code.ts'
import { mark, marks, seal } from '#core/key-ring.ts'
import { CODE_LIFETIME_MS } from '#core/limits.ts'
import { newUuid } from '#core/new-id.ts'
import { maskPhone } from '#core/phone-format.ts'
import { SEND_WAITS_S } from '#core/send-limits.ts'
import type { CallMode, Channel, Purpose, VerificationView } from '#core/verification.ts'
import type { NewVerification } from '#db/start-verification.ts'
import type { ApiContext } from './context.ts'

/** What is asked for, judged and chosen. */
export type VerificationPlan = {
  tenantId: string
  subjectId: string | null
  accountId: string | null
  purpose: Purpose
  to: { phone: string; country: string; lineType: string }
  channel: Channel
  callMode: CallMode | null
  locale: string
  brand: string
}

/** Makes ids, code and digits, and seals and marks what is secret or personal. */
export function makeVerification(context: ApiContext, plan: VerificationPlan): NewVerification {
  const { ring, caps } = context.config
  const { tenantId, subjectId, accountId, purpose, to, channel, callMode, locale, brand } = plan
  const id = newUuid()
  const code = makeCode(randomInt)
  return {
    ...{ id, deliveryId: newUuid(), tenantId, subjectId, accountId },
    ...{ purpose, priority: purpose === 'login' ? 1 : 2 },
    ...{
      phoneMarks: marks(ring, 'phone', to.phone),
      prefixMark: mark(ring, 'prefix', to.phone.slice(0, -4)),
    },
    ...{ phoneSealed: seal(ring, to.phone, `phone ${id}`), toMasked: maskPhone(to.phone) },
    ...{ country: to.country, lineType: to.lineType, brand, locale, channel, callMode },
    ...{ codeSealed: seal(ring, code, `code ${id}`), codeMark: mark(ring, 'code', `${id} ${code}`) },
    matchDigits: callMode === 'match_digits' ? makeMatchDigits(randomInt) : null,
    ...{ lifeSeconds: CODE_LIFETIME_MS / 1_000, resendSeconds: SEND_WAITS_S[0]! },
    ...{ breakerSends: caps.breakerSends, breakerPercent: caps.breakerPercent },
  }
}

/** How it looks to its holder right after it started. */
export function viewOfNew(
  made: NewVerification,
  started: { expiresAt: Date; resendAt: Date; at: Date },
): VerificationView {
  const { id, purpose, channel, callMode, toMasked, country, lineType, matchDigits, deliveryId } = made
  const at = started.at.toISOString()
  return {
    ...{ id, status: 'pending', version: 1, purpose, channel, callMode, toMasked, country, lineType },
    ...{ matchDigits, tries: 0, sends: 1 },
    ...{ expiresAt: started.expiresAt.toISOString(), resendAt: started.resendAt.toISOString() },
    deliveries: [{ id: deliveryId, channel, status: 'queued', reason: null, at }],
  }
}
