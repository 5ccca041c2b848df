/**
 * POST /v1/sessions/introspect: what a portal's back end asks about a token that it was shown.
 */
import type { z } from 'zod'
import { writeAccount } from '#api/account-answer.ts'
import type { Answer, ApiContext, Call } from '#api/context.ts'
import { operation } from '#api/operation.ts'
import { hashToken } from '#api/session-token.ts'
import { SESSION_IDLE_MS } from '#core/limits.ts'
import { introspectBody, introspection } from '#core/login-contract.ts'
import { readPerson } from '#db/people.ts'
import { findSession } from '#db/sessions.ts'

export const introspectSessionOperation = operation({
  name: 'introspect-session',
  method: 'post',
  path: '/v1/sessions/introspect',
  group: 'Sessions',
  summary: 'Ask whose session a token is',
  description:
    'Tells whose token it is and what they showed. A token that nobody has, one that has ended and one of another tenant look alike: not active. Asking counts as using the session.',
  access: { scope: 'accounts' },
  body: introspectBody,
  query: null,
  answers: { 200: { description: 'What the token is worth', schema: introspection } },
  problems: [],
  run: introspect,
})

async function introspect(
  context: ApiContext,
  call: Call<z.output<typeof introspectBody>, null>,
): Promise<Answer> {
  const { tenantId } = call.caller
  const session = await findSession(call.db, hashToken(call.body.token), SESSION_IDLE_MS / 1_000)
  const isOurs = session !== null && session.tenantId === tenantId
  const person = isOurs ? await readPerson(call.db, tenantId, session.accountId) : null
  if (!isOurs || !person) return { status: 200, body: INACTIVE }
  return {
    status: 200,
    body: {
      active: true,
      account: writeAccount(context.config.ring, person),
      ...{ amr: session.amr, assurance: session.assurance, enroll_only: session.enrollOnly },
      ...{ auth_time: session.authAt.toISOString(), expires_at: session.expiresAt.toISOString() },
    },
  }
}

const INACTIVE = {
  ...{ active: false, account: null, amr: [], assurance: null },
  ...{ auth_time: null, enroll_only: false, expires_at: null },
}
