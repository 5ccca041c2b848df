/**
 * DELETE /v1/me/phone/pending: takes the number that waits off the file.
 */
import { policyOf } from '#api/account-answer.ts'
import { askerOf } from '#api/begin-verification.ts'
import { operation } from '#api/operation.ts'
import { Problem } from '#core/problem.ts'
import { setPendingPhone } from '#db/account-phones.ts'
import { insertEvent } from '#db/events.ts'
import { endVerifications } from '#db/people.ts'
import { requireFreshFactor } from './fresh-factor.ts'
import { changeOwn } from './own-account.ts'
import type { Own } from './own-account.ts'

export const dropPendingPhoneOperation = operation({
  name: 'drop-own-pending-phone',
  method: 'delete',
  path: '/v1/me/phone/pending',
  group: 'Me',
  summary: 'Drop the new number',
  description:
    'Takes the number that waits off the file; its code no longer works. Where the rule says `number_change: strict` this brings the old number back, so a second factor must be fresh.',
  access: { session: 'enrolling' },
  body: null,
  query: null,
  answers: { 204: { description: 'Dropped', schema: null } },
  problems: ['nothing_pending', 'step_up_required'],
  run: (context, call) =>
    changeOwn(context, call, async (own) => {
      await dropPending(own)
      return { status: 204 }
    }),
})

async function dropPending(own: Own): Promise<void> {
  const { call, at, person } = own
  if (person.pending.sealed === null) throw new Problem('nothing_pending')
  const isStopping = person.phone.sealed !== null && policyOf(person).rule.numberChange === 'strict'
  if (isStopping) requireFreshFactor(own, 'phone')
  await setPendingPhone(call.db, at, null)
  await endVerifications(call.db, { ...at, purpose: 'phone_change' })
  const event = {
    kind: 'number_dropped',
    accountId: person.id,
    data: { number: person.pending.masked },
  } as const
  await insertEvent(call.db, at.tenantId, { ...event, ...askerOf(call) })
}
