/**
 * POST /v1/support/accounts/{id}/test-message: a text that says nothing but that texts arrive.
 */
import { tellPerson } from '#api/notices.ts'
import { operation } from '#api/operation.ts'
import { writeId } from '#core/ids.ts'
import { MAX_TESTS_PER_HOUR } from '#core/limits.ts'
import { Problem } from '#core/problem.ts'
import { reasonBody, testMessage } from '#core/support-acts-contract.ts'
import { countTests } from '#db/staff-acts.ts'
import { actOn } from './staff-act.ts'

export const sendTestMessageOperation = operation({
  name: 'send-test-message',
  method: 'post',
  path: '/v1/support/accounts/{id}/test-message',
  group: 'Support',
  summary: 'Send a test message',
  description:
    'A text without a code, to the number on file, proven or not. How it fares is in the timeline. At most three an hour.',
  access: { scope: 'support', staff: 'help' },
  body: reasonBody,
  query: null,
  answers: { 202: { description: 'The delivery', schema: testMessage } },
  problems: ['not_found', 'own_account', 'no_number', 'sends_exhausted'],
  run: async (context, call) => {
    const sent = await actOn(context, call, { accountId: call.id, reason: call.body.reason }, async (act) => {
      const { person } = act
      const to = person.phone.sealed !== null ? 'proven' : 'pending'
      if ((await countTests(act.call.db, act.at)) >= MAX_TESTS_PER_HOUR)
        throw new Problem('sends_exhausted', { retry_after: 1_200 })
      const id = await tellPerson(context, act.call, { person, kind: 'test_message', to })
      if (id === null) throw new Problem('no_number')
      await act.note('test_message_sent', { delivery: writeId('dlv', id) })
      return id
    })
    const at = new Date().toISOString()
    const status = 'queued' as const
    return { status: 202, body: { id: writeId('dlv', sent), channel: 'sms', status, reason: null, at } }
  },
})
