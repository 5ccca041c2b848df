/**
 * POST /v1/logins: a password that was right begins a login; everything else looks alike, in shape and in time.
 */
import type { z } from 'zod'
import { askerOf } from '#api/begin-verification.ts'
import { compareSecret } from '#api/compare-secret.ts'
import type { Answer, ApiContext, Call } from '#api/context.ts'
import { operation } from '#api/operation.ts'
import { marks } from '#core/key-ring.ts'
import { loginBody, startedLogin } from '#core/login-contract.ts'
import { Problem } from '#core/problem.ts'
import { readUsername } from '#core/username.ts'
import { findCredential } from '#db/accounts.ts'
import { beginLogin } from './begin-login.ts'
import { countGuess } from './password-guesses.ts'
import { prepareSubject, startSubjectLogin } from './subject-login.ts'
import type { PreparedSubject } from './subject-login.ts'

type Body = z.output<typeof loginBody>
/** Whose password was right (null: nobody's), and whose name it was at all. */
type Checked = { credentialId: string | null; named: string | null }
type Prepared = Checked | PreparedSubject

export const startLoginOperation = operation({
  name: 'start-login',
  method: 'post',
  path: '/v1/logins',
  group: 'Logins',
  summary: 'Log somebody in',
  description:
    'With a username and password, or, where you keep the passwords yourself, with your own `subject_id`. Answers a login: follow its `next.action` until it is `done`. A text goes out by itself where that is the only way.',
  access: { scope: 'accounts', publishable: true },
  body: loginBody,
  query: null,
  answers: { 201: { description: 'The login', schema: startedLogin } },
  problems: [
    'credentials_incorrect',
    'rate_limited',
    'phone_invalid',
    'phone_too_short',
    'phone_too_long',
    'country_not_served',
  ],
  prepare: (context, call): Promise<Prepared> =>
    'username' in call.body
      ? checkPassword(context, call, call.body)
      : prepareSubject(context, call, call.body),
  run: (context, call, prepared) =>
    'credentialId' in prepared
      ? startPasswordLogin(context, call, prepared)
      : startSubjectLogin(context, call, prepared),
})

async function checkPassword(
  context: ApiContext,
  call: Call<unknown, unknown>,
  typed: Extract<Body, { username: string }>,
): Promise<Checked> {
  await countGuess(context, call, typed.username)
  const offered = marks(context.config.ring, 'username', readUsername(typed.username))
  const credential = await findCredential(context.database, call.caller.tenantId, offered)
  const isRight = await compareSecret(context, credential?.hash ?? null, typed.password)
  const named = credential?.id ?? null
  return { credentialId: isRight ? named : null, named }
}

async function startPasswordLogin(
  context: ApiContext,
  call: Call<unknown, unknown>,
  { credentialId, named }: Checked,
): Promise<Answer> {
  if (credentialId === null) throw refuse(context, call, named)
  await context.refusedLogins.flush()
  const begun = { credentialId, accountId: null, kind: 'login' } as const
  return { status: 201, body: await beginLogin(context, call, begun) }
}

/** The event is written some time after the answer, so that the time it takes tells nobody which names there are. */
function refuse(context: ApiContext, call: Call<unknown, unknown>, named: string | null): Problem {
  const { tenantId } = call.caller
  if (named !== null) context.refusedLogins.note({ tenantId, credentialId: named, ...askerOf(call) })
  return new Problem('credentials_incorrect')
}
