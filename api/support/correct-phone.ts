/**
 * POST /v1/support/accounts/{id}/phone: puts the number on file that the patient says is theirs. It is unproven until its
 * code comes back.
 */
import { writeAccount } from '#api/account-answer.ts'
import { sentenceOf } from '#api/judge-phone.ts'
import { operation } from '#api/operation.ts'
import { judgePhoneOnFile } from '#api/phone-on-file.ts'
import { putOnFile } from '#api/put-on-file.ts'
import { PHONE_PROBLEMS } from '#api/problem-lists.ts'
import { account } from '#core/login-contract.ts'
import { Problem } from '#core/problem.ts'
import { correctPhoneBody } from '#core/support-acts-contract.ts'
import { readPerson } from '#db/people.ts'
import { actOn } from './staff-act.ts'

export const correctPhoneOperation = operation({
  name: 'correct-phone',
  method: 'post',
  path: '/v1/support/accounts/{id}/phone',
  group: 'Support',
  summary: 'Correct a number',
  description:
    'The number waits to be proven: the next login asks for its code. What was proven before stays the way in until then, unless the policy is `strict`.',
  access: { scope: 'support', staff: 'lead' },
  body: correctPhoneBody,
  query: null,
  answers: { 200: { description: 'The account', schema: account } },
  problems: ['not_found', 'own_account', ...PHONE_PROBLEMS],
  prepare: (context, call) =>
    judgePhoneOnFile(context, call, { phone: call.body.phone, country: call.body.country }),
  run: async (context, call, judged) => {
    const { ring } = context.config
    const { reason } = call.body
    const person = await actOn(context, call, { accountId: call.id, reason }, async (act) => {
      if (!judged.accepted) throw new Problem(judged.reason, { detail: sentenceOf(judged.reason) })
      // An old landline may come along with an account, but nobody is helped by a new one.
      if (judged.fault === 'landline')
        throw new Problem('phone_landline', { detail: sentenceOf('phone_landline') })
      await putOnFile(context, act.call, { person: act.person, on: judged, data: { reason, by: 'staff' } })
      return readPerson(act.call.db, act.at.tenantId, act.at.accountId)
    })
    return { status: 200, body: person && writeAccount(ring, person) }
  },
})
