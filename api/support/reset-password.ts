/**
 * POST /v1/support/accounts/{id}/password-reset: a link that a coordinator gives to the patient. The second factor stays.
 */
import { makeResetToken, writeResetLink } from '#api/me/reset-token.ts'
import { operation } from '#api/operation.ts'
import { RESET_LIFETIME_MS } from '#core/limits.ts'
import { newUuid } from '#core/new-id.ts'
import { Problem } from '#core/problem.ts'
import { reasonBody, resetLink } from '#core/support-acts-contract.ts'
import { insertReset } from '#db/password-resets.ts'
import { actOn } from './staff-act.ts'

export const resetPasswordOperation = operation({
  name: 'reset-password',
  method: 'post',
  path: '/v1/support/accounts/{id}/password-reset',
  group: 'Support',
  summary: 'Make a link to set a new password',
  description:
    'Works once and for fifteen minutes. The next login still asks for the second factor. 409 `no_password` where the portal keeps the passwords.',
  access: { scope: 'support', staff: 'lead' },
  body: reasonBody,
  query: null,
  answers: { 201: { description: 'The link', schema: resetLink } },
  problems: ['not_found', 'own_account', 'no_password'],
  run: async (context, call) => {
    const { token, tokenHash } = makeResetToken()
    const expiresAt = await actOn(
      context,
      call,
      { accountId: call.id, reason: call.body.reason },
      async (act) => {
        const { credentialId } = act.person
        if (credentialId === null) throw new Problem('no_password')
        const lifeSeconds = RESET_LIFETIME_MS / 1_000
        const made = { id: newUuid(), credentialId, tokenHash, lifeSeconds }
        const until = await insertReset(act.call.db, act.at.tenantId, made)
        await act.note('password_reset_requested', { by: 'staff' })
        return until
      },
    )
    const link = writeResetLink(context.config.publicUrl, token)
    return { status: 201, body: { link, expires_at: expiresAt.toISOString() } }
  },
})
