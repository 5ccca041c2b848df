/**
 * POST /v1/me/totp: a secret for an authenticator app. It counts for nothing until a code of it has come back.
 */
import { writeAccount } from '#api/account-answer.ts'
import type { Answer, ApiContext } from '#api/context.ts'
import { operation } from '#api/operation.ts'
import { seal } from '#core/key-ring.ts'
import { noBody, totpSetup } from '#core/me-contract.ts'
import { newUuid } from '#core/new-id.ts'
import { drawQr, makeTotpSecret, writeOtpauthUrl } from '#credentials/totp.ts'
import { insertAuthenticator, removeAuthenticators } from '#db/authenticators.ts'
import { requireFreshFactor } from './fresh-factor.ts'
import { changeOwn } from './own-account.ts'
import type { AnyCall, Own } from './own-account.ts'

export const setUpTotpOperation = operation({
  name: 'set-up-totp',
  method: 'post',
  path: '/v1/me/totp',
  group: 'Me',
  summary: 'Set up an authenticator app',
  description:
    'Makes a secret, shown once, that waits ten minutes for `confirm`. Until then it opens nothing, and an app that is confirmed already goes on working.',
  access: { session: 'enrolling' },
  body: noBody,
  query: null,
  answers: { 201: { description: 'The secret as text, address and picture', schema: totpSetup } },
  problems: ['step_up_required'],
  run: setUpTotp,
})

function setUpTotp(context: ApiContext, call: AnyCall): Promise<Answer> {
  return changeOwn(context, call, async (own) => {
    requireFreshFactor(own, 'totp')
    const secret = makeTotpSecret()
    await keepSecret(own, secret)
    const { username, display_name } = writeAccount(context.config.ring, own.person)
    const issuer = call.caller.tenant.name
    const otpauth_url = writeOtpauthUrl({ secret, issuer, label: username ?? display_name })
    return { status: 201, body: { secret, otpauth_url, qr_svg: drawQr(otpauth_url) } }
  })
}

async function keepSecret({ context, call, at }: Own, secret: string): Promise<void> {
  const id = newUuid()
  await removeAuthenticators(call.db, { ...at, kind: 'totp' }, { isConfirmed: false })
  const sealed = seal(context.config.ring, secret, `totp ${id}`)
  await insertAuthenticator(call.db, at, { id, kind: 'totp', sealed })
}
