/**
 * POST /v1/support/accounts/{id}/show-number: the number itself, for staff who must call it or read it back.
 */
import { operation } from '#api/operation.ts'
import { unseal } from '#core/key-ring.ts'
import { reasonBody } from '#core/support-acts-contract.ts'
import { shownNumber } from '#core/support-contract.ts'
import { actOn } from './staff-act.ts'

export const showNumberOperation = operation({
  name: 'show-number',
  method: 'post',
  path: '/v1/support/accounts/{id}/show-number',
  group: 'Support',
  summary: 'See a number in full',
  description: 'Everywhere else numbers are masked. Who saw it and why is kept in the audit trail.',
  access: { scope: 'support', staff: 'help' },
  body: reasonBody,
  query: null,
  answers: { 200: { description: 'The numbers on file; null: there is none', schema: shownNumber } },
  problems: ['not_found', 'own_account'],
  run: async (context, call) => {
    const { ring } = context.config
    const body = await actOn(context, call, { accountId: call.id, reason: call.body.reason }, async (act) => {
      const { id, phone, pending } = act.person
      await act.note('number_shown')
      return {
        phone: phone.sealed === null ? null : unseal(ring, phone.sealed, `phone ${id}`),
        pending: pending.sealed === null ? null : unseal(ring, pending.sealed, `pending ${id}`),
      }
    })
    return { status: 200, body }
  },
})
