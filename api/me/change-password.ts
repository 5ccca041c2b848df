/**
 * PUT /v1/me/password: another password, with the one so far.
 */
import type { z } from 'zod'
import { askerOf } from '#api/begin-verification.ts'
import { compareSecret, storeSecret } from '#api/compare-secret.ts'
import type { Answer, ApiContext, Call } from '#api/context.ts'
import { tellPerson } from '#api/notices.ts'
import { operation } from '#api/operation.ts'
import { unseal } from '#core/key-ring.ts'
import { changePasswordBody, me } from '#core/me-contract.ts'
import { Problem } from '#core/problem.ts'
import { judgePassword } from '#credentials/judge-password.ts'
import type { PasswordVerdict } from '#credentials/judge-password.ts'
import { readCredential, setPassword } from '#db/accounts.ts'
import { insertEvent } from '#db/events.ts'
import { readPerson } from '#db/people.ts'
import { countTry } from './count-try.ts'
import { endAccess } from './end-access.ts'
import { changeOwn, refuseLocked, sessionOf } from './own-account.ts'
import type { Own } from './own-account.ts'
import { answerMe } from './settle-session.ts'

type Body = z.output<typeof changePasswordBody>
/** Compared and hashed before any row is held; `compared` is the hash on file then. */
type Prepared = { compared: string | null; isRight: boolean; verdict: PasswordVerdict; hash: string | null }

export const changePasswordOperation = operation({
  name: 'change-own-password',
  method: 'put',
  path: '/v1/me/password',
  group: 'Me',
  summary: 'Change the password',
  description:
    'Needs the password so far; wrong ones count like wrong codes of a login. Other sessions, logins in progress and codes on their way end, in all accounts under the username.',
  access: { session: 'person' },
  body: changePasswordBody,
  query: null,
  answers: { 200: { description: 'The person', schema: me } },
  problems: ['credentials_incorrect', 'password_too_weak', 'account_locked'],
  prepare,
  run: changePassword,
})

async function prepare(context: ApiContext, call: Call<Body, null>): Promise<Prepared> {
  const { current_password, new_password } = call.body
  const { tenantId, accountId } = sessionOf(call)
  const person = await readPerson(call.db, tenantId, accountId)
  const credential = person?.credentialId
    ? await readCredential(call.db, tenantId, person.credentialId)
    : null
  const compared = credential?.hash ?? null
  const isRight = await compareSecret(context, compared, current_password)
  const username = credential && unseal(context.config.ring, credential.sealed, `username ${credential.id}`)
  const own = [username ?? '', person?.displayName ?? '', call.caller.tenant.name]
  const verdict = await judgePassword(new_password, own)
  const hash = isRight && verdict.accepted ? await storeSecret(context, new_password) : null
  return { compared, isRight, verdict, hash }
}

function changePassword(context: ApiContext, call: Call<Body, null>, prepared: Prepared): Promise<Answer> {
  const { verdict, hash } = prepared
  return changeOwn(context, call, async (own) => {
    await refuseLocked(own.call.db, own.person)
    const credentialId = await judgeCurrent(own, prepared)
    if (!verdict.accepted) throw new Problem('password_too_weak', { detail: verdict.reason })
    return replacePassword(own, credentialId, hash ?? '')
  })
}

/** Gives the credential whose password was shown. Of changes at the same time one wins. */
async function judgeCurrent(own: Own, { compared, isRight }: Prepared): Promise<string> {
  const { call, at, person } = own
  const { credentialId } = person
  const stored = credentialId && (await readCredential(call.db, at.tenantId, credentialId))
  const isStill = stored && stored.hash !== null && stored.hash === compared
  await countTry(own, 'password', Boolean(isRight && isStill))
  if (!credentialId || !isRight || !isStill) throw new Problem('credentials_incorrect', { detail: WRONG })
  return credentialId
}

const WRONG = 'The password so far is another one.'

async function replacePassword(own: Own, credentialId: string, hash: string): Promise<Answer> {
  const { context, call, at, session, person } = own
  await setPassword(call.db, at.tenantId, credentialId, hash)
  await endAccess(call.db, { tenantId: at.tenantId, credentialId }, session.id)
  const event = { kind: 'password_changed', accountId: person.id } as const
  await insertEvent(call.db, at.tenantId, { ...event, ...askerOf(call) })
  await tellPerson(context, call, { person, kind: 'password_changed' })
  return answerMe(own, session)
}
