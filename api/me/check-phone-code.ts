/**
 * POST /v1/me/phone/checks: the code from the new number, which then takes the place of the old one.
 */
import type { z } from 'zod'
import { bindPhone } from '#api/bind-phone.ts'
import { checkAccountCode } from '#api/begin-verification.ts'
import type { Answer, ApiContext, Call } from '#api/context.ts'
import { operation } from '#api/operation.ts'
import { OVER_PROBLEMS } from '#api/problem-lists.ts'
import { unseal } from '#core/key-ring.ts'
import { MAX_TRIES } from '#core/limits.ts'
import { changedPhone, ownCodeBody } from '#core/me-contract.ts'
import { Problem } from '#core/problem.ts'
import { findNumberChange } from '#db/number-changes.ts'
import { endLogins } from '#db/open-logins.ts'
import { writeOwnPhone } from './me-answer.ts'
import { changeOwn, refuseLocked } from './own-account.ts'
import type { Own } from './own-account.ts'
import { endOtherSessions, liftEnrollOnly, noteFactor, readAfter } from './settle-session.ts'

export const checkPhoneCodeOperation = operation({
  name: 'check-own-phone-code',
  method: 'post',
  path: '/v1/me/phone/checks',
  group: 'Me',
  summary: 'Prove the new number',
  description:
    'The code that went to the number that waits. It then is the number of the account; other sessions and logins in progress end, and both numbers are told.',
  access: { session: 'enrolling' },
  body: ownCodeBody,
  query: null,
  answers: { 200: { description: 'The numbers', schema: changedPhone } },
  problems: [
    ...(['nothing_pending', 'code_incorrect', 'code_malformed', 'phone_used_too_often'] as const),
    ...(['account_locked', ...OVER_PROBLEMS] as const),
  ],
  run: checkPhoneCode,
})

function checkPhoneCode(
  context: ApiContext,
  call: Call<z.output<typeof ownCodeBody>, null>,
): Promise<Answer> {
  return changeOwn(context, call, async (own) => {
    await refuseLocked(own.call.db, own.person)
    const at = { id: await findChange(own), accountId: own.person.id, code: call.body.code }
    const tried = await checkAccountCode(context, own.call, at)
    if (!tried) throw new Problem('nothing_pending')
    if (tried.outcome === 'code_incorrect')
      throw new Problem('code_incorrect', { tries_left: Math.max(0, MAX_TRIES - tried.tries) })
    if (tried.outcome !== 'approved') throw new Problem(tried.outcome)
    return takeOver(own, tried.view?.channel === 'call' ? 'tel' : 'sms')
  })
}

/** The verification of the number that waits now; a code belongs to exactly the number that it was sent to. */
async function findChange({ context, call, at, person }: Own): Promise<string> {
  const { ring } = context.config
  const { sealed } = person.pending
  const newest = sealed === null ? null : await findNumberChange(call.db, at)
  if (sealed === null || !newest) throw new Problem('nothing_pending')
  const pending = unseal(ring, sealed, `pending ${person.id}`)
  const sentTo = unseal(ring, newest.phoneSealed, `phone ${newest.id}`)
  if (pending === null || pending !== sentTo) throw new Problem('nothing_pending')
  return newest.id
}

async function takeOver(own: Own, word: 'sms' | 'tel'): Promise<Answer> {
  const { context, call, at, person } = own
  if (!(await bindPhone(context, call, person))) throw new Problem('phone_used_too_often')
  await endOtherSessions(own)
  await endLogins(call.db, at.tenantId, [at.accountId])
  const session = await liftEnrollOnly(own, ['sms', 'call'])
  // A first number has just been shown; one that replaces another opens nothing that the change itself did not need.
  if (person.phone.sealed === null) await noteFactor(own, session, word)
  return { status: 200, body: { phone: writeOwnPhone(await readAfter(own)) } }
}
