/**
 * Logins of portals that keep the passwords themselves: the portal's own id names the person, and the first login makes
 * the account.
 */
import type { z } from 'zod'
import { askerOf } from '#api/begin-verification.ts'
import type { Answer, ApiContext, Call } from '#api/context.ts'
import { sentenceOf } from '#api/judge-phone.ts'
import { judgePhoneOnFile } from '#api/phone-on-file.ts'
import type { PhoneOnFile } from '#api/phone-on-file.ts'
import { marks } from '#core/key-ring.ts'
import type { loginBody } from '#core/login-contract.ts'
import { newUuid } from '#core/new-id.ts'
import { Problem } from '#core/problem.ts'
import { isPhoneOnFile } from '#db/account-phones.ts'
import { findAccountOfSubject, insertAccount } from '#db/accounts.ts'
import type { Db } from '#db/client.ts'
import { insertEvent } from '#db/events.ts'
import { holdPerson } from '#db/people.ts'
import { beginLogin } from './begin-login.ts'
import { putOnFile } from '#api/put-on-file.ts'

type Body = Extract<z.output<typeof loginBody>, { subject_id: string }>
export type PreparedSubject = { body: Body; judged: PhoneOnFile | null }
type At = { tenantId: string; accountId: string }

/** Judges the number that the portal has on file for somebody. */
export async function prepareSubject(
  context: ApiContext,
  call: Call<unknown, unknown>,
  body: Body,
): Promise<PreparedSubject> {
  if (call.caller.kind !== 'secret') throw new Problem('not_allowed')
  const { phone, country } = body
  return {
    body,
    judged: phone === undefined ? null : await judgePhoneOnFile(context, call, { phone, country }),
  }
}

/** Logs in the person of a portal. A landline on file is kept, and another number is asked for. */
export async function startSubjectLogin(
  context: ApiContext,
  call: Call<unknown, unknown>,
  { body, judged }: PreparedSubject,
): Promise<Answer> {
  if (judged && !judged.accepted) throw new Problem(judged.reason, { detail: sentenceOf(judged.reason) })
  return call.db.atomic(async (db) => {
    const accountId = await findOrMakeAccount(db, call, body)
    const at = { tenantId: call.caller.tenantId, accountId }
    if (judged) await keepPhone(context, { ...call, db }, { at, judged })
    const started = { credentialId: null, accountId, kind: 'login' } as const
    return { status: 201, body: await beginLogin(context, { ...call, db }, started) }
  })
}

async function findOrMakeAccount(db: Db, call: Call<unknown, unknown>, body: Body): Promise<string> {
  const { tenantId } = call.caller
  const { subject_id: subjectId, user_type: userType = 'patient', locale = null } = body
  const known = await findAccountOfSubject(db, tenantId, subjectId)
  if (known) return known
  const id = newUuid()
  const isNew = await insertAccount(db, tenantId, {
    ...{ id, credentialId: null, subjectId, displayName: subjectId, userType, role: null, locale },
    emailSealed: null,
  })
  if (!isNew) return (await findAccountOfSubject(db, tenantId, subjectId)) ?? id
  await insertEvent(db, tenantId, { kind: 'account_created', accountId: id, ...askerOf(call) })
  return id
}

/** A number that is on file already, proven or not, stays as it is; another one waits to be proven. */
async function keepPhone(
  context: ApiContext,
  call: Call<unknown, unknown>,
  of: { at: At; judged: Extract<PhoneOnFile, { accepted: true }> },
): Promise<void> {
  const { at, judged } = of
  const person = await holdPerson(call.db, at.tenantId, at.accountId)
  if (!person || (await isPhoneOnFile(call.db, at, marks(context.config.ring, 'phone', judged.phone)))) return
  await putOnFile(context, call, { person, on: judged })
}
