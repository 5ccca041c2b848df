/**
 * POST /v1/support/accounts/{id}/unblock: lifts one limit. The thirty days of wrong answers stay as they are.
 */
import { operation } from '#api/operation.ts'
import { unblockBody, unblocked } from '#core/support-acts-contract.ts'
import { clearNumber, liftLock } from '#db/staff-acts.ts'
import { actOn } from './staff-act.ts'

export const unblockOperation = operation({
  name: 'unblock-account',
  method: 'post',
  path: '/v1/support/accounts/{id}/unblock',
  group: 'Support',
  summary: 'Lift a pause',
  description:
    'Lifts the pause after ten wrong answers (`account`), or lets the number get texts again (`number`). It proves nothing, and the limit of fifty wrong answers in thirty days stays.',
  access: { scope: 'support', staff: 'help' },
  body: unblockBody,
  query: null,
  answers: { 200: { description: 'What was lifted', schema: unblocked } },
  problems: ['not_found', 'own_account'],
  run: async (context, call) => {
    const { reason, limit } = call.body
    const wasLimited = await actOn(context, call, { accountId: call.id, reason }, async (act) => {
      const isLifted = await (limit === 'account' ? liftLock : clearNumber)(act.call.db, act.at)
      await act.note('unblocked', { limit, lifted: isLifted })
      return isLifted
    })
    return { status: 200, body: { limit, was_limited: wasLimited } }
  },
})
