/**
 * GET /v1/me.
 */
import { operation } from '#api/operation.ts'
import { me } from '#core/me-contract.ts'
import { Problem } from '#core/problem.ts'
import { readPerson } from '#db/people.ts'
import { writeMe } from './me-answer.ts'
import { sessionOf } from './own-account.ts'

export const readMeOperation = operation({
  name: 'read-me',
  method: 'get',
  path: '/v1/me',
  group: 'Me',
  summary: 'Read who is logged in',
  description:
    'The account, which factors are set up, which rule asks for them, and what the session is worth. A session with `enroll_only` may read this and set up a factor.',
  access: { session: 'enrolling' },
  body: null,
  query: null,
  answers: { 200: { description: 'The person', schema: me } },
  problems: [],
  run: async (context, call) => {
    const session = sessionOf(call)
    const person = await readPerson(call.db, session.tenantId, session.accountId)
    if (!person) throw new Problem('not_found')
    return { status: 200, body: writeMe(context.config.ring, person, session) }
  },
})
