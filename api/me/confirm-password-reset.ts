/**
 * POST /v1/password-resets/confirm: a new password, with the token of a link. Second factors stay as they are.
 */
import type { z } from 'zod'
import { askerOf } from '#api/begin-verification.ts'
import { commitRefusals } from '#api/commit-refusals.ts'
import { storeSecret } from '#api/compare-secret.ts'
import type { Answer, ApiContext, Call } from '#api/context.ts'
import { tellPerson } from '#api/notices.ts'
import { operation } from '#api/operation.ts'
import { hashToken } from '#api/session-token.ts'
import { unseal } from '#core/key-ring.ts'
import { confirmResetBody, nothing } from '#core/me-contract.ts'
import { Problem } from '#core/problem.ts'
import { judgePassword } from '#credentials/judge-password.ts'
import { setPassword } from '#db/accounts.ts'
import { insertEvent } from '#db/events.ts'
import { readPerson } from '#db/people.ts'
import { findReset, useReset } from '#db/password-resets.ts'
import { endAccess } from './end-access.ts'

type ResetCall = Call<z.output<typeof confirmResetBody>, null>
/** The hash of a password that may be taken, or why it is refused. */
type Prepared = { hash: string } | { refusal: Problem }

export const confirmResetOperation = operation({
  name: 'confirm-password-reset',
  method: 'post',
  path: '/v1/password-resets/confirm',
  group: 'Password resets',
  summary: 'Set a new password',
  description:
    'Sets the password of the username that the link was made for, and ends all its sessions, logins and codes on their way. A password that is refused does not use the link up. Second factors stay.',
  access: { scope: 'accounts', publishable: true },
  body: confirmResetBody,
  query: null,
  answers: { 200: { description: 'The password is set', schema: nothing } },
  problems: ['reset_link_invalid', 'password_too_weak'],
  prepare,
  run: confirmReset,
})

async function prepare(context: ApiContext, call: ResetCall): Promise<Prepared> {
  const { token, new_password } = call.body
  const reset = await findReset(call.db, call.caller.tenantId, hashToken(token))
  if (!reset) return { refusal: new Problem('reset_link_invalid') }
  const { usernameSealed, credentialId, displayNames } = reset
  const username = unseal(context.config.ring, usernameSealed, `username ${credentialId}`) ?? ''
  const verdict = await judgePassword(new_password, [username, ...displayNames, call.caller.tenant.name])
  if (!verdict.accepted) return { refusal: new Problem('password_too_weak', { detail: verdict.reason }) }
  return { hash: await storeSecret(context, new_password) }
}

async function confirmReset(context: ApiContext, call: ResetCall, prepared: Prepared): Promise<Answer> {
  if ('refusal' in prepared) throw prepared.refusal
  await commitRefusals(call.db, (db) => setAnew(context, { ...call, db }, prepared.hash))
  return { status: 200, body: {} }
}

async function setAnew(context: ApiContext, call: ResetCall, hash: string): Promise<void> {
  const { db } = call
  const { tenantId } = call.caller
  const credentialId = await useReset(db, tenantId, hashToken(call.body.token))
  if (credentialId === null) throw new Problem('reset_link_invalid')
  await setPassword(db, tenantId, credentialId, hash)
  const accountIds = await endAccess(db, { tenantId, credentialId })
  for (const accountId of accountIds) {
    await insertEvent(db, tenantId, { kind: 'password_reset', accountId, ...askerOf(call) })
    const person = await readPerson(db, tenantId, accountId)
    if (person) await tellPerson(context, call, { person, kind: 'password_changed' })
  }
}
