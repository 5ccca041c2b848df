/**
 * POST /v1/me/phone: puts a new number on file beside the proven one, and sends it a code.
 */
import type { z } from 'zod'
import { beginVerification } from '#api/begin-verification.ts'
import type { Answer, ApiContext, Call } from '#api/context.ts'
import { judgePhone, sentenceOf } from '#api/judge-phone.ts'
import type { PhoneJudgement } from '#api/judge-phone.ts'
import { operation } from '#api/operation.ts'
import { putOnFile } from '#api/put-on-file.ts'
import { PHONE_PROBLEMS, SEND_PROBLEMS } from '#api/problem-lists.ts'
import { refuseSend } from '#api/refuse-send.ts'
import { writeVerification } from '#api/verification-answer.ts'
import { changePhoneBody, phoneChange } from '#core/me-contract.ts'
import { Problem } from '#core/problem.ts'
import { requireFreshFactor } from './fresh-factor.ts'
import { writeOwnPhone } from './me-answer.ts'
import { changeOwn, refuseLocked } from './own-account.ts'
import type { Own } from './own-account.ts'
import { readAfter } from './settle-session.ts'

export const changePhoneOperation = operation({
  name: 'change-own-phone',
  method: 'post',
  path: '/v1/me/phone',
  group: 'Me',
  summary: 'Save a new number and get a code',
  description:
    'The number waits beside the proven one until its code comes back; both numbers are told. Where nothing can be sent for now, nothing is put on file. A newer change replaces an older one and its code.',
  access: { session: 'enrolling' },
  body: changePhoneBody,
  query: null,
  answers: { 202: { description: 'The numbers, and the verification of the new one', schema: phoneChange } },
  problems: [...PHONE_PROBLEMS, 'step_up_required', 'account_locked', 'call_in_progress', ...SEND_PROBLEMS],
  prepare: (context, call) => judgePhone(context, call, { country: undefined, ...call.body }),
  run: changePhone,
})

async function changePhone(
  context: ApiContext,
  call: Call<z.output<typeof changePhoneBody>, null>,
  judged: PhoneJudgement,
): Promise<Answer> {
  if (!judged.accepted) throw new Problem(judged.reason, { detail: sentenceOf(judged.reason) })
  return changeOwn(context, call, async (own) => {
    requireFreshFactor(own, 'phone')
    await refuseLocked(own.call.db, own.person)
    // Where nothing can be sent nothing is put on file either: under `strict` it would stop the old number.
    return own.call.db.tryOut(async () => {
      await putOnFile(own.context, own.call, { person: own.person, on: { ...judged, fault: null } })
      return sendTo(own, judged)
    })
  })
}

/** Sends a first code to the pending number. Throws when a limit forbids it. */
export async function sendTo(
  own: Own,
  to: { phone: string; country: string; lineType: string },
  by: { channel: 'sms' | 'call'; callMode: 'spoken_code' | 'match_digits' | null } = {
    ...{ channel: 'sms', callMode: null },
  },
): Promise<Answer> {
  const begun = await beginVerification(own.context, own.call, {
    ...{ accountId: own.person.id, purpose: 'phone_change', to, ...by, locale: own.person.locale },
  })
  if (begun.outcome !== 'started') throw refuseSend(begun)
  const phone = writeOwnPhone(await readAfter(own))
  return { status: 202, body: { phone, verification: writeVerification(begun.view) } }
}
