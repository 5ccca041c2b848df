/**
 * GET /v1/logins/{id}: where a login stands; with `wait` as soon as it has moved. And why it stands there.
 */
import { operation } from '#api/operation.ts'
import { waitQuery } from '#api/read-verification.ts'
import { explainVerification } from '#api/verification-words.ts'
import { explanation } from '#core/contract.ts'
import { login } from '#core/login-contract.ts'
import { nextStep } from '#core/login-step.ts'
import { explainStep, NOTHING_SENT } from '#core/login-words.ts'
import { Problem } from '#core/problem.ts'
import { listLoginVersions, readLogin } from '#db/logins.ts'
import { advanceLogin } from './advance-login.ts'
import { viewOf } from './login-view.ts'

const ACCESS = { scope: 'accounts', client: 'login' } as const

export const readLoginOperation = operation({
  name: 'read-login',
  method: 'get',
  path: '/v1/logins/{id}',
  group: 'Logins',
  summary: 'Read a login, or wait until it moves',
  description:
    'With `wait` and `since` the answer comes as soon as `version` is above `since`, at the latest after `wait` seconds: so a page learns that a key was pressed on the phone.',
  access: ACCESS,
  body: null,
  query: waitQuery,
  answers: { 200: { description: 'The login', schema: login } },
  problems: ['not_found'],
  run: async (context, call) => {
    const { wait = 0, since } = call.query
    const [now] = await listLoginVersions(call.db, [call.id])
    if (wait > 0 && now && since !== undefined && now.version <= since && !now.overdue) {
      await context.loginWatcher.waitFor(call.id, { since, waitMs: wait * 1_000, gone: call.gone })
    }
    return advanceLogin(context, call, null)
  },
})

export const explainLoginOperation = operation({
  name: 'explain-login',
  method: 'get',
  path: '/v1/logins/{id}/why',
  group: 'Logins',
  summary: 'Ask why a login stands where it does',
  description: 'One plain sentence, its cause and what to do next, for the person who waits.',
  access: ACCESS,
  body: null,
  query: null,
  answers: { 200: { description: 'The explanation', schema: explanation } },
  problems: ['not_found'],
  run: async (_context, { db, caller, id }) => {
    const row = await readLogin(db, caller.tenantId, id)
    if (!row) throw new Problem('not_found')
    const step = nextStep(viewOf(row))
    const isCode = step.action === 'enter_code' || step.action === 'answer_call'
    const isSent = isCode && row.state.proving !== null && row.verification
    return {
      status: 200,
      body: isSent ? explainVerification(isSent) : isCode ? NOTHING_SENT : explainStep(step),
    }
  },
})
