/**
 * POST /v1/verifications/{id}/sends: the same code once more, on any channel.
 */
import { randomInt } from 'node:crypto'
import type { z } from 'zod'
import { makeMatchDigits } from '#core/code.ts'
import { sendAgainBody, verification } from '#core/contract.ts'
import { MAX_SENDS } from '#core/limits.ts'
import { newUuid } from '#core/new-id.ts'
import { Problem } from '#core/problem.ts'
import { SEND_WAITS_S } from '#core/send-limits.ts'
import type { VerificationView } from '#core/verification.ts'
import { sendAgain } from '#db/send-again.ts'
import type { NewSend } from '#db/send-again.ts'
import { readVerification } from '#db/verifications.ts'
import { actorOf } from './actor.ts'
import type { Answer, ApiContext, Call } from './context.ts'
import { operation } from './operation.ts'
import { OVER_PROBLEMS, SEND_PROBLEMS } from './problem-lists.ts'
import { refuseSend } from './refuse-send.ts'
import { prepareLimits } from './send-limits.ts'
import { writeVerification } from './verification-answer.ts'

type Body = z.output<typeof sendAgainBody>

export const sendAgainOperation = operation({
  name: 'send-again',
  method: 'post',
  path: '/v1/verifications/{id}/sends',
  group: 'Verifications',
  summary: 'Send the code again, or call',
  description:
    'Sends the same code once more while the verification lives, on the same channel or another. A late text is never wrong. Waits of 30, 60 and 120 seconds lie between sends, and there are four in all.',
  access: { scope: 'verify', client: 'verification' },
  body: sendAgainBody,
  query: null,
  answers: { 202: { description: 'The verification with its new delivery', schema: verification } },
  problems: ['not_found', 'call_mode_not_allowed', 'call_in_progress', ...SEND_PROBLEMS, ...OVER_PROBLEMS],
  run,
})

async function run(context: ApiContext, call: Call<Body, null>): Promise<Answer> {
  const { id, db, caller, body } = call
  const before = await readVerification(db, caller.tenantId, id)
  if (!before) throw new Problem('not_found')
  const send = planSend(call, before)
  const isPress1Possible = before.purpose === 'login'
  if (send.callMode === 'press_1' && !isPress1Possible) throw new Problem('call_mode_not_allowed')
  const limits = prepareLimits(context, {
    ...{ tenantId: caller.tenantId, country: before.country, address: call.address },
  })
  const sent = await sendAgain(db, send, {
    limits,
    asker: { actor: actorOf(caller), requestId: call.requestId },
  })
  if (!sent) throw new Problem('not_found')
  if (sent.outcome !== 'sent') throw refuseSend(sent)
  const priority = before.purpose === 'login' ? 1 : 2
  call.afterCommit(() => context.wakeUps.wake([{ id: send.deliveryId, channel: send.channel, priority }]))
  return { status: 202, body: writeVerification(sent.view) }

  function planSend({ id: at }: Call<Body, null>, seen: VerificationView): NewSend {
    const channel = body.channel ?? (body.call_mode ? 'call' : seen.channel)
    // A call that names no mode speaks the code; one that names nothing at all is as the call before.
    const sameMode = body.channel === undefined ? seen.callMode : null
    const callMode = channel === 'call' ? (body.call_mode ?? sameMode ?? 'spoken_code') : null
    const matchDigits = callMode === 'match_digits' ? makeMatchDigits(randomInt) : null
    const fixed = { waitsSeconds: SEND_WAITS_S, maxSends: MAX_SENDS, deliveryId: newUuid() }
    return { id: at, tenantId: caller.tenantId, channel, callMode, matchDigits, ...fixed }
  }
}
