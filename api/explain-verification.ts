/**
 * GET /v1/verifications/{id}/why: how it stands, in sentences.
 */
import { explanation } from '#core/contract.ts'
import { Problem } from '#core/problem.ts'
import { readVerification } from '#db/verifications.ts'
import { operation } from './operation.ts'
import { explainVerification } from './verification-words.ts'

export const explainVerificationOperation = operation({
  name: 'explain-verification',
  method: 'get',
  path: '/v1/verifications/{id}/why',
  group: 'Verifications',
  summary: 'Ask why a verification stands where it does',
  description:
    'One plain sentence, its cause and what to do next, in English: for the page of somebody who waits, and for whoever helps.',
  access: { scope: 'verify', client: 'verification' },
  body: null,
  query: null,
  answers: { 200: { description: 'The explanation', schema: explanation } },
  problems: ['not_found'],
  run: async (_context, { id, caller, db }) => {
    const view = await readVerification(db, caller.tenantId, id)
    if (!view) throw new Problem('not_found')
    return { status: 200, body: explainVerification(view) }
  },
})
