/**
 * POST /v1/verifications/{id}/checks: spends one try and judges it, in one round trip.
 */
import type { z } from 'zod'
import { readCode } from '#core/code.ts'
import { checkCodeBody, verification } from '#core/contract.ts'
import { marks } from '#core/key-ring.ts'
import { MAX_TRIES } from '#core/limits.ts'
import { Problem } from '#core/problem.ts'
import { checkCode, readVerification } from '#db/verifications.ts'
import { actorOf } from './actor.ts'
import type { Answer, ApiContext, Call } from './context.ts'
import { operation } from './operation.ts'
import { OVER_PROBLEMS } from './problem-lists.ts'
import { writeVerification } from './verification-answer.ts'

export const checkCodeOperation = operation({
  name: 'check-code',
  method: 'post',
  path: '/v1/verifications/{id}/checks',
  group: 'Verifications',
  summary: 'Check a code',
  description:
    'Compares a typed code. Each comparison spends one of five tries first. Spaces, hyphens and digits of any script are fine; what is not six digits is `code_malformed` and spends none.',
  access: { scope: 'verify', client: 'verification' },
  body: checkCodeBody,
  query: null,
  answers: { 200: { description: 'The verification, approved', schema: verification } },
  problems: ['code_incorrect', 'code_malformed', 'not_found', ...OVER_PROBLEMS],
  run,
})

async function run(context: ApiContext, call: Call<z.output<typeof checkCodeBody>, null>): Promise<Answer> {
  const { id, db, caller, requestId } = call
  const code = readCode(call.body.code)
  if (code === null) {
    // Who does not hold the verification learns nothing, whatever was sent.
    if (!(await readVerification(db, caller.tenantId, id))) throw new Problem('not_found')
    throw new Problem('code_malformed')
  }
  const at = {
    id,
    tenantId: caller.tenantId,
    marks: marks(context.config.ring, 'code', `${id} ${code}`),
    maxTries: MAX_TRIES,
  }
  const checked = await checkCode(db, at, { actor: actorOf(caller), requestId })
  if (!checked) throw new Problem('not_found')
  const { outcome, tries, view } = checked
  if (outcome === 'approved' && view) return { status: 200, body: writeVerification(view) }
  if (outcome === 'code_incorrect') throw new Problem('code_incorrect', { tries_left: MAX_TRIES - tries })
  throw new Problem(outcome as 'code_expired')
}
