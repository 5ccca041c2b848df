/**
 * GET /v1/verifications/{id}: how it stands, now or as soon as something changes.
 */
import { z } from 'zod'
import { verification } from '#core/contract.ts'
import { MAX_LONG_POLL_SECONDS } from '#core/limits.ts'
import { Problem } from '#core/problem.ts'
import { readVerification } from '#db/verifications.ts'
import type { Answer, ApiContext, Call } from './context.ts'
import { operation } from './operation.ts'
import { writeVerification } from './verification-answer.ts'

const whole = (max: number) =>
  z
    .string()
    .regex(/^\d{1,9}$/, 'must be a whole number')
    .transform(Number)
    .pipe(z.int().max(max))

/** How a read may wait for a change. */
export const waitQuery = z.strictObject({
  wait: whole(MAX_LONG_POLL_SECONDS)
    .optional()
    .meta({ description: 'Seconds to wait for a change, at most 25' }),
  since: whole(999_999_999)
    .optional()
    .meta({ description: 'The version that you know; with `wait`, answers once there is a newer one' }),
})

export const readVerificationOperation = operation({
  name: 'read-verification',
  method: 'get',
  path: '/v1/verifications/{id}',
  group: 'Verifications',
  summary: 'Read a verification, or wait for it to change',
  description:
    'With `wait` and `since` it answers as soon as `version` is greater than `since`, or when the wait is over.',
  access: { scope: 'verify', client: 'verification' },
  body: null,
  query: waitQuery,
  answers: { 200: { description: 'The verification', schema: verification } },
  problems: ['not_found'],
  run,
})

async function run(context: ApiContext, call: Call<null, z.output<typeof waitQuery>>): Promise<Answer> {
  const { id, caller, db, query: asked, gone } = call
  const view = await readVerification(db, caller.tenantId, id)
  if (!view) throw new Problem('not_found')
  const since = asked.since ?? view.version
  if (!asked.wait || view.version > since) return { status: 200, body: writeVerification(view) }
  await context.watcher.waitFor(id, { since, waitMs: asked.wait * 1_000, gone })
  const later = await readVerification(db, caller.tenantId, id)
  if (!later) throw new Problem('not_found')
  return { status: 200, body: writeVerification(later) }
}
