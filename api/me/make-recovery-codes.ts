/**
 * POST /v1/me/recovery-codes: ten codes for the day the phone is gone.
 */
import { askerOf } from '#api/begin-verification.ts'
import type { Answer, ApiContext } from '#api/context.ts'
import { tellPerson } from '#api/notices.ts'
import { operation } from '#api/operation.ts'
import { mark } from '#core/key-ring.ts'
import { RECOVERY_CODES } from '#core/limits.ts'
import { noBody, recoveryCodes } from '#core/me-contract.ts'
import { newUuid } from '#core/new-id.ts'
import { takeRandom } from '#core/random.ts'
import { makeRecoveryCode } from '#core/recovery-code.ts'
import { insertAuthenticator, removeAuthenticators } from '#db/authenticators.ts'
import { insertEvent } from '#db/events.ts'
import { refuseNewNumber, requireFreshFactor } from './fresh-factor.ts'
import { changeOwn } from './own-account.ts'
import type { AnyCall, Own } from './own-account.ts'

export const makeRecoveryCodesOperation = operation({
  name: 'make-recovery-codes',
  method: 'post',
  path: '/v1/me/recovery-codes',
  group: 'Me',
  summary: 'Make recovery codes',
  description: 'Ten codes that work once each and are shown only here. All older ones stop working.',
  access: { session: 'person' },
  body: noBody,
  query: null,
  answers: { 201: { description: 'The codes', schema: recoveryCodes } },
  problems: ['step_up_required'],
  run: makeRecoveryCodes,
})

function makeRecoveryCodes(context: ApiContext, call: AnyCall): Promise<Answer> {
  return changeOwn(context, call, async (own) => {
    requireFreshFactor(own, 'recovery_codes')
    if (own.person.recoveryCodes > 0) await refuseNewNumber(own)
    const codes = Array.from({ length: RECOVERY_CODES }, () => makeRecoveryCode(takeRandom(16)))
    await keepCodes(own, codes)
    return { status: 201, body: { codes } }
  })
}

async function keepCodes({ context, call, at, person }: Own, codes: string[]): Promise<void> {
  await removeAuthenticators(call.db, { ...at, kind: 'recovery_code' })
  for (const code of codes) {
    const marked = mark(context.config.ring, 'recovery', `${at.accountId} ${code}`)
    await insertAuthenticator(call.db, at, { id: newUuid(), kind: 'recovery_code', mark: marked })
  }
  const event = { kind: 'recovery_codes_made', accountId: at.accountId } as const
  await insertEvent(call.db, at.tenantId, { ...event, ...askerOf(call) })
  await tellPerson(context, call, { person, kind: 'factor_added' })
}
