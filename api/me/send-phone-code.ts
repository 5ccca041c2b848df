/**
 * POST /v1/me/phone/sends: the code of a number change once more, or, where none is alive, a new one.
 */
import type { z } from 'zod'
import { resendVerification } from '#api/begin-verification.ts'
import type { Answer, ApiContext, Call } from '#api/context.ts'
import { operation } from '#api/operation.ts'
import { SEND_PROBLEMS } from '#api/problem-lists.ts'
import { refuseSend } from '#api/refuse-send.ts'
import { writeVerification } from '#api/verification-answer.ts'
import { unseal } from '#core/key-ring.ts'
import { ownSendBody, phoneChange } from '#core/me-contract.ts'
import { Problem } from '#core/problem.ts'
import type { VerificationView } from '#core/verification.ts'
import { findRunning } from '#db/account-verifications.ts'
import { sendTo } from './change-phone.ts'
import { requireFreshFactor } from './fresh-factor.ts'
import { writeOwnPhone } from './me-answer.ts'
import { changeOwn, refuseLocked } from './own-account.ts'
import type { Own } from './own-account.ts'

type Body = z.output<typeof ownSendBody>

export const sendPhoneCodeOperation = operation({
  name: 'send-own-phone-code',
  method: 'post',
  path: '/v1/me/phone/sends',
  group: 'Me',
  summary: 'Send the code to the new number again, or call',
  description:
    'Sends the same code once more while it lives, on the same channel or another. A call says the code. Where none is alive any more the number that waits gets a new one.',
  access: { session: 'enrolling' },
  body: ownSendBody,
  query: null,
  answers: { 202: { description: 'The numbers, and the verification of the new one', schema: phoneChange } },
  problems: [
    ...(['nothing_pending', 'step_up_required', 'account_locked'] as const),
    ...(['call_mode_not_allowed', 'call_in_progress', ...SEND_PROBLEMS] as const),
  ],
  run: sendPhoneCode,
})

function sendPhoneCode(context: ApiContext, call: Call<Body, null>): Promise<Answer> {
  const { channel, call_mode: callMode } = call.body
  // The code itself comes back under `checks`; a key pressed in the call would end it, and nobody would take it up.
  if (callMode === 'press_1' || callMode === 'match_digits') throw new Problem('call_mode_not_allowed')
  const asked = { channel: channel ?? (callMode ? 'call' : null), callMode: callMode ?? null } as const
  return changeOwn(context, call, async (own) => {
    const to = pendingNumber(own)
    await refuseLocked(own.call.db, own.person)
    const running = await findRunning(own.call.db, { ...own.at, purpose: 'phone_change' })
    if (running) return resend(own, running, asked)
    requireFreshFactor(own, 'phone')
    const by = asked.channel ?? 'sms'
    return sendTo(own, to, {
      channel: by,
      callMode: by === 'call' ? (asked.callMode ?? 'spoken_code') : null,
    })
  })
}

type Asked = { channel: 'sms' | 'call' | null; callMode: 'spoken_code' | 'match_digits' | null }

async function resend(own: Own, running: VerificationView, asked: Asked): Promise<Answer> {
  const channel = asked.channel ?? running.channel
  // One that names nothing at all goes the same way again.
  const before = asked.channel === null ? running.callMode : null
  const callMode = channel === 'call' ? (asked.callMode ?? before ?? 'spoken_code') : null
  const sent = await resendVerification(own.context, own.call, { running, channel, callMode })
  if (!sent) throw new Problem('nothing_pending')
  if (sent.outcome !== 'sent') throw refuseSend(sent)
  return {
    status: 202,
    body: { phone: writeOwnPhone(own.person), verification: writeVerification(sent.view) },
  }
}

function pendingNumber({ context, person }: Own): { phone: string; country: string; lineType: string } {
  const { sealed, country, lineType } = person.pending
  const phone = sealed === null ? null : unseal(context.config.ring, sealed, `pending ${person.id}`)
  if (phone === null || country === null) throw new Problem('nothing_pending')
  return { phone, country, lineType: lineType ?? 'unknown' }
}
