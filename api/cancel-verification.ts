/**
 * POST /v1/verifications/{id}/cancel: ends a verification that nobody needs any more.
 */
import { emptyBody, verification } from '#core/contract.ts'
import { Problem } from '#core/problem.ts'
import { cancelVerification } from '#db/verifications.ts'
import { actorOf } from './actor.ts'
import { operation } from './operation.ts'
import { writeVerification } from './verification-answer.ts'

export const cancelVerificationOperation = operation({
  name: 'cancel-verification',
  method: 'post',
  path: '/v1/verifications/{id}/cancel',
  group: 'Verifications',
  summary: 'Cancel a verification',
  description:
    'Ends it; its code stops working and a call that still rings is hung up. One that is over stays as it is.',
  access: { scope: 'verify', client: 'verification' },
  body: emptyBody,
  query: null,
  answers: { 200: { description: 'The verification as it now stands', schema: verification } },
  problems: ['not_found'],
  run: async (_context, { id, caller, db, requestId }) => {
    const view = await cancelVerification(
      db,
      { id, tenantId: caller.tenantId },
      { actor: actorOf(caller), requestId },
    )
    if (!view) throw new Problem('not_found')
    return { status: 200, body: writeVerification(view) }
  },
})
