/**
 * POST /v1/me/totp/confirm: the first code of a new authenticator app, which then counts.
 */
import type { z } from 'zod'
import { askerOf } from '#api/begin-verification.ts'
import type { Answer, ApiContext, Call } from '#api/context.ts'
import { tellPerson } from '#api/notices.ts'
import { operation } from '#api/operation.ts'
import { me, ownCodeBody } from '#core/me-contract.ts'
import { Problem } from '#core/problem.ts'
import { removeAuthenticators } from '#db/authenticators.ts'
import { insertEvent } from '#db/events.ts'
import { changeOwn, refuseLocked } from './own-account.ts'
import type { Own } from './own-account.ts'
import { answerMe, endOtherSessions, liftEnrollOnly, noteFactor } from './settle-session.ts'
import { readTyped, useTotpCode } from './totp-code.ts'

export const confirmTotpOperation = operation({
  name: 'confirm-totp',
  method: 'post',
  path: '/v1/me/totp/confirm',
  group: 'Me',
  summary: 'Confirm the authenticator app',
  description:
    'A code of the app that was just set up. It takes the place of an older app; sessions that relied on that end. A wrong code costs nothing: the secret is the person’s own.',
  access: { session: 'enrolling' },
  body: ownCodeBody,
  query: null,
  answers: { 200: { description: 'The person', schema: me } },
  problems: ['nothing_pending', 'code_incorrect', 'code_malformed', 'account_locked'],
  run: confirmTotp,
})

function confirmTotp(context: ApiContext, call: Call<z.output<typeof ownCodeBody>, null>): Promise<Answer> {
  const code = readTyped(call.body.code)
  return changeOwn(context, call, async (own) => {
    await refuseLocked(own.call.db, own.person)
    const tried = await useTotpCode(own, code, false)
    if (!tried) throw new Problem('nothing_pending')
    if (!tried.isRight) throw new Problem('code_incorrect', { detail: 'That is not a code of the new app.' })
    return count(own, tried.id)
  })
}

async function count(own: Own, id: string): Promise<Answer> {
  const { context, call, at, person } = own
  const replaced = (await removeAuthenticators(call.db, { ...at, kind: 'totp' }, { except: id })) > 0
  if (replaced) await endOtherSessions(own)
  const event = { kind: 'factor_added', accountId: person.id, data: { factor: 'totp', replaced } } as const
  await insertEvent(call.db, at.tenantId, { ...event, ...askerOf(call) })
  await tellPerson(context, call, { person, kind: 'factor_added' })
  const session = await noteFactor(own, await liftEnrollOnly(own, ['totp']), 'otp')
  return answerMe(own, session)
}
