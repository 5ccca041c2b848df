/**
 * POST /v1/me/totp/disable: gives up the authenticator app, with a code of it.
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
import { countTry } from './count-try.ts'
import { requireFreshFactor } from './fresh-factor.ts'
import { changeOwn, refuseLocked } from './own-account.ts'
import type { Own } from './own-account.ts'
import { answerMe, bindToEnrolment, endOtherSessions, readAfter } from './settle-session.ts'
import { readTyped, useTotpCode } from './totp-code.ts'

export const disableTotpOperation = operation({
  name: 'disable-totp',
  method: 'post',
  path: '/v1/me/totp/disable',
  group: 'Me',
  summary: 'Give up the authenticator app',
  description:
    'Needs a code of it. Allowed even where the rule asks for an app: this session then may only set up a factor, and the next login asks for one. Other sessions end.',
  access: { session: 'person' },
  body: ownCodeBody,
  query: null,
  answers: { 200: { description: 'The person', schema: me } },
  problems: ['step_up_required', 'factor_not_allowed', 'code_incorrect', 'code_malformed', 'account_locked'],
  run: disableTotp,
})

function disableTotp(context: ApiContext, call: Call<z.output<typeof ownCodeBody>, null>): Promise<Answer> {
  const code = readTyped(call.body.code)
  return changeOwn(context, call, async (own) => {
    requireFreshFactor(own, 'totp')
    await refuseLocked(own.call.db, own.person)
    const tried = await useTotpCode(own, code, true)
    if (!tried)
      throw new Problem('factor_not_allowed', { detail: 'There is no authenticator app to give up.' })
    const triesLeft = await countTry(own, 'totp', tried.isRight)
    if (!tried.isRight) throw new Problem('code_incorrect', { tries_left: triesLeft })
    return giveUp(own)
  })
}

async function giveUp(own: Own): Promise<Answer> {
  const { context, call, at, person } = own
  await removeAuthenticators(call.db, { ...at, kind: 'totp' })
  await endOtherSessions(own)
  const event = { kind: 'factor_removed', accountId: person.id, data: { factor: 'totp' } } as const
  await insertEvent(call.db, at.tenantId, { ...event, ...askerOf(call) })
  await tellPerson(context, call, { person, kind: 'factor_removed' })
  return answerMe(own, await bindToEnrolment(own, await readAfter(own)))
}
