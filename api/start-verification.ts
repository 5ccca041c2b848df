/**
 * POST /v1/verifications: judges the number, makes the code, and commits verification, delivery and events in one
 * statement; then wakes a worker.
 */
import { startVerificationBody, startedVerification } from '#core/contract.ts'
import { Problem } from '#core/problem.ts'
import type { CallMode } from '#core/verification.ts'
import { startVerification } from '#db/start-verification.ts'
import { chooseLocale, localeOf } from '#locales/locale.ts'
import type { z } from 'zod'
import { actorOf } from './actor.ts'
import { makeClientSecret } from './authenticate.ts'
import type { Answer, ApiContext, Call } from './context.ts'
import { makeVerification, viewOfNew } from './make-verification.ts'
import type { VerificationPlan } from './make-verification.ts'
import { judgePhone, sentenceOf } from './judge-phone.ts'
import type { PhoneJudgement } from './judge-phone.ts'
import { operation } from './operation.ts'
import { PHONE_PROBLEMS, SEND_PROBLEMS } from './problem-lists.ts'
import { refuseSend } from './refuse-send.ts'
import { prepareLimits } from './send-limits.ts'
import { writeVerification } from './verification-answer.ts'

type Body = z.output<typeof startVerificationBody>
type Accepted = { phone: string; country: string; lineType: string }

export const startVerificationOperation = operation({
  name: 'start-verification',
  method: 'post',
  path: '/v1/verifications',
  group: 'Verifications',
  summary: 'Start a verification: send a code, or call',
  description:
    'Judges the number, sends a six-digit code by text or places a call, and answers at once; the send itself is reported in `deliveries`. A new verification for the same `subject_id` and `purpose` cancels the older one.',
  access: { scope: 'verify' },
  body: startVerificationBody,
  query: null,
  answers: { 201: { description: 'The verification', schema: startedVerification } },
  problems: [...PHONE_PROBLEMS, 'call_mode_not_allowed', 'call_in_progress', ...SEND_PROBLEMS],
  prepare: (context, call) => judgePhone(context, call, { phone: call.body.to, country: call.body.country }),
  run,
})

async function run(context: ApiContext, call: Call<Body, null>, judged: PhoneJudgement): Promise<Answer> {
  const { body, db } = call
  const callMode = body.channel === 'call' ? (body.call_mode ?? 'spoken_code') : null
  const isPress1Possible = body.purpose === 'login' && body.subject_id !== undefined
  if (!judged.accepted) throw new Problem(judged.reason, { detail: sentenceOf(judged.reason) })
  if (callMode === 'press_1' && !isPress1Possible) throw new Problem('call_mode_not_allowed')
  const made = makeVerification(context, planOf(call, judged, callMode))
  const limits = prepareLimits(context, {
    ...{ tenantId: made.tenantId, country: judged.country, address: call.address },
  })
  const asker = { actor: actorOf(call.caller), requestId: call.requestId }
  const started = await startVerification(db, made, { limits, asker })
  if (started.outcome !== 'started') throw refuseSend(started)
  const { deliveryId: id, channel, priority } = made
  call.afterCommit(() => context.wakeUps.wake([{ id, channel, priority }]))
  const view = viewOfNew(made, started)
  const secret = makeClientSecret(context.config.ring, made.tenantId, made.id)
  return { status: 201, body: { ...writeVerification(view), client_secret: secret } }
}

function planOf(call: Call<Body, null>, to: Accepted, callMode: CallMode | null): VerificationPlan {
  const { body, caller } = call
  const { tenant, tenantId } = caller
  const tenantLocale = localeOf(tenant.locale)
  const locale =
    body.locale === undefined ? tenantLocale : chooseLocale({ requested: body.locale, tenantLocale })
  return {
    ...{ tenantId, subjectId: body.subject_id ?? null, accountId: null, purpose: body.purpose },
    ...{ to, channel: body.channel, callMode, locale, brand: body.brand ?? tenant.name },
  }
}
