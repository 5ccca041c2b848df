/**
 * POST /v1/verifications: judges the number, makes the code, and commits verification, delivery and events in one
 * statement; then wakes a worker.
 */
import { randomInt } from 'node:crypto'
import { makeCode, makeMatchDigits } from '#core/code.ts'
import { startVerificationBody, startedVerification } from '#core/contract.ts'
import { mark, marks, seal } from '#core/key-ring.ts'
import { CODE_LIFETIME_MS } from '#core/limits.ts'
import { newUuid } from '#core/new-id.ts'
import { maskPhone } from '#core/phone-format.ts'
import { Problem } from '#core/problem.ts'
import { SEND_WAITS_S } from '#core/send-limits.ts'
import type { CallMode, Channel, VerificationView } from '#core/verification.ts'
import { startVerification } from '#db/start-verification.ts'
import type { NewVerification } from '#db/start-verification.ts'
import { chooseLocale, localeOf } from '#locales/locale.ts'
import type { z } from 'zod'
import { actorOf } from './actor.ts'
import { makeClientSecret } from './authenticate.ts'
import type { Answer, ApiContext, Call } from './context.ts'
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
  const made = makeVerification(context, call, { ...judged, callMode })
  const limits = prepareLimits(context, {
    ...{ tenantId: made.tenantId, country: judged.country, address: call.address },
  })
  const asker = { actor: actorOf(call.caller), requestId: call.requestId }
  const started = await startVerification(db, made, { limits, asker })
  if (started.outcome !== 'started') throw refuseSend(started)
  const { deliveryId: id, channel, priority } = made
  call.afterCommit(() => context.wakeUps.wake([{ id, channel, priority }]))
  const view = viewOf(made, started)
  const secret = makeClientSecret(context.config.ring, made.tenantId, made.id)
  return { status: 201, body: { ...writeVerification(view), client_secret: secret } }
}

/** Everything about the verification that the database does not decide itself. */
function makeVerification(
  context: ApiContext,
  call: Call<Body, null>,
  to: Accepted & { callMode: CallMode | null },
): NewVerification {
  const { ring, caps } = context.config
  const { body, caller } = call
  const tenant = caller.kind === 'client' ? null : caller.tenant
  const tenantLocale = localeOf(tenant?.locale)
  const id = newUuid()
  const code = makeCode(randomInt)
  return {
    ...{ id, deliveryId: newUuid(), tenantId: caller.tenantId, subjectId: body.subject_id ?? null },
    ...{ purpose: body.purpose, priority: body.purpose === 'login' ? 1 : 2 },
    ...{
      phoneMarks: marks(ring, 'phone', to.phone),
      prefixMark: mark(ring, 'prefix', to.phone.slice(0, -4)),
    },
    ...{ phoneSealed: seal(ring, to.phone, `phone ${id}`), toMasked: maskPhone(to.phone) },
    ...{ country: to.country, lineType: to.lineType, brand: body.brand ?? tenant?.name ?? '' },
    locale: body.locale === undefined ? tenantLocale : chooseLocale({ requested: body.locale, tenantLocale }),
    ...{ channel: body.channel as Channel, callMode: to.callMode },
    ...{ codeSealed: seal(ring, code, `code ${id}`), codeMark: mark(ring, 'code', `${id} ${code}`) },
    matchDigits: to.callMode === 'match_digits' ? makeMatchDigits(randomInt) : null,
    ...{ lifeSeconds: CODE_LIFETIME_MS / 1_000, resendSeconds: SEND_WAITS_S[0]! },
    ...{ breakerSends: caps.breakerSends, breakerPercent: caps.breakerPercent },
  }
}

function viewOf(
  made: NewVerification,
  started: { expiresAt: Date; resendAt: Date; at: Date },
): VerificationView {
  const { id, purpose, channel, callMode, toMasked, country, lineType, matchDigits } = made
  const times = { expiresAt: started.expiresAt.toISOString(), resendAt: started.resendAt.toISOString() }
  const delivery = {
    id: made.deliveryId,
    channel,
    status: 'queued',
    reason: null,
    at: started.at.toISOString(),
  } as const
  return {
    ...{
      id,
      status: 'pending',
      version: 1,
      purpose,
      channel,
      callMode,
      toMasked,
      country,
      lineType,
      matchDigits,
    },
    ...{ ...times, tries: 0, sends: 1, deliveries: [delivery] },
  }
}
