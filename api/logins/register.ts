/**
 * POST /v1/registrations: a new person with a username, a password and a phone that is to be proven.
 */
import type { z } from 'zod'
import { writeAccount } from '#api/account-answer.ts'
import { askerOf } from '#api/begin-verification.ts'
import { storeSecret } from '#api/compare-secret.ts'
import type { Answer, ApiContext, Call } from '#api/context.ts'
import { judgePhone, sentenceOf } from '#api/judge-phone.ts'
import type { PhoneJudgement } from '#api/judge-phone.ts'
import { operation } from '#api/operation.ts'
import { writePendingPhone } from '#api/phone-on-file.ts'
import { PHONE_PROBLEMS } from '#api/problem-lists.ts'
import { judgePassword } from '#credentials/judge-password.ts'
import { readId } from '#core/ids.ts'
import { mark, marks, seal } from '#core/key-ring.ts'
import { registration, registrationBody } from '#core/login-contract.ts'
import { newUuid } from '#core/new-id.ts'
import { Problem } from '#core/problem.ts'
import { readUsername } from '#core/username.ts'
import { setPendingPhone } from '#db/account-phones.ts'
import { findCredential, insertAccount, insertCredential, linkOrganization } from '#db/accounts.ts'
import { insertEvent } from '#db/events.ts'
import { readPerson } from '#db/people.ts'
import { beginLogin } from './begin-login.ts'

type Body = z.output<typeof registrationBody>
type Registering = Call<Body, null>
/** A refusal waits for the transaction, so that an Idempotency-Key keeps it. */
type Prepared = { judged: PhoneJudgement & { accepted: true }; hash: string }

/** User types that people may give themselves with a publishable key. */
const SELF_REGISTERING = new Set(['patient'])

export const registerOperation = operation({
  name: 'register',
  method: 'post',
  path: '/v1/registrations',
  group: 'Logins',
  summary: 'Register somebody',
  description:
    'Judges the phone first, then name and password, and answers the new account with a login whose `next` is `send_code`: the person presses a button, gets the code and is in.',
  access: { scope: 'accounts', publishable: true },
  body: registrationBody,
  query: null,
  answers: { 201: { description: 'The account and its first login', schema: registration } },
  problems: [...PHONE_PROBLEMS, 'username_taken', 'password_too_weak', 'user_type_not_allowed', 'not_found'],
  prepare: (context, call): Promise<Prepared | Problem> =>
    judge(context, call).catch((error: unknown) => {
      if (error instanceof Problem && error.code !== 'unavailable') return error
      throw error
    }),
  run,
})

/** Everything that is refused is refused before the password is hashed, in the order of the contract. */
async function judge(context: ApiContext, call: Registering): Promise<Prepared> {
  const { body, caller } = call
  const judged = await judgePhone(context, call, { phone: body.phone, country: body.country })
  if (!judged.accepted) throw new Problem(judged.reason, { detail: sentenceOf(judged.reason) })
  const isOwn = body.user_type === undefined || SELF_REGISTERING.has(body.user_type)
  if (caller.kind === 'publishable' && !isOwn) throw new Problem('user_type_not_allowed')
  const offered = marks(context.config.ring, 'username', readUsername(body.username))
  if (await findCredential(context.database, caller.tenantId, offered)) throw new Problem('username_taken')
  const words = [body.username, body.display_name ?? '', body.email ?? '', caller.tenant.name]
  const password = await judgePassword(body.password, words)
  if (!password.accepted) throw new Problem('password_too_weak', { detail: password.reason })
  return { judged, hash: await storeSecret(context, body.password) }
}

async function run(context: ApiContext, call: Registering, prepared: Prepared | Problem): Promise<Answer> {
  if (prepared instanceof Problem) throw prepared
  const { ring } = context.config
  const { tenantId } = call.caller
  return call.db.atomic(async (db) => {
    const accountId = await insertPerson(context, { ...call, db }, prepared)
    const at = { tenantId, accountId }
    await setPendingPhone(db, at, writePendingPhone(ring, accountId, { ...prepared.judged, fault: null }))
    await insertEvent(db, tenantId, { kind: 'registered', accountId, ...askerOf(call) })
    const person = await readPerson(db, tenantId, accountId)
    const begun = { credentialId: person?.credentialId ?? null, accountId, kind: 'registration' } as const
    const login = await beginLogin(context, { ...call, db }, begun)
    return { status: 201, body: { account: person && writeAccount(ring, person), login } }
  })
}

async function insertPerson(context: ApiContext, call: Registering, { hash }: Prepared): Promise<string> {
  const { body, db, caller } = call
  const { ring } = context.config
  const { tenantId } = caller
  const name = readUsername(body.username)
  const credentialId = newUuid()
  const accountId = newUuid()
  const sealed = seal(ring, body.username.trim(), `username ${credentialId}`)
  const credential = { id: credentialId, mark: mark(ring, 'username', name), sealed, hash }
  if (!(await insertCredential(db, tenantId, credential))) throw new Problem('username_taken')
  const {
    display_name: displayName = body.username.trim(),
    user_type: userType = 'patient',
    locale = null,
  } = body
  const emailSealed = body.email === undefined ? null : seal(ring, body.email, `email ${accountId}`)
  await insertAccount(db, tenantId, {
    ...{
      id: accountId,
      credentialId,
      subjectId: null,
      displayName,
      userType,
      role: null,
      locale,
      emailSealed,
    },
  })
  if (body.organization_id !== undefined) {
    const organizationId = readId('org', body.organization_id)
    const isLinked = organizationId && (await linkOrganization(db, { tenantId, accountId }, organizationId))
    if (!isLinked) throw new Problem('not_found')
  }
  return accountId
}
