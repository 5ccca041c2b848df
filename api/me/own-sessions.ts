/**
 * GET /v1/me/sessions and DELETE /v1/me/sessions/{id}: where somebody is logged in.
 */
import type { z } from 'zod'
import { askerOf } from '#api/begin-verification.ts'
import type { Answer, Call } from '#api/context.ts'
import { operation } from '#api/operation.ts'
import { readId, writeId } from '#core/ids.ts'
import { SESSION_IDLE_MS } from '#core/limits.ts'
import { listQuery, ownSessions } from '#core/me-contract.ts'
import { Problem } from '#core/problem.ts'
import { insertEvent } from '#db/events.ts'
import { endVerifications } from '#db/people.ts'
import { endSessions, listSessions } from '#db/sessions.ts'
import { writeSession } from './me-answer.ts'
import { changeOwn, sessionOf } from './own-account.ts'
import type { Own } from './own-account.ts'

export const listOwnSessionsOperation = operation({
  name: 'list-own-sessions',
  method: 'get',
  path: '/v1/me/sessions',
  group: 'Me',
  summary: 'List where you are logged in',
  description: 'The sessions of the account that may still be used, newest first.',
  access: { session: 'person' },
  body: null,
  query: listQuery,
  answers: { 200: { description: 'The sessions', schema: ownSessions } },
  problems: [],
  run: (_context, call) => listOwn(call),
})

async function listOwn(call: Call<null, z.output<typeof listQuery>>): Promise<Answer> {
  const { limit, cursor } = call.query
  const session = sessionOf(call)
  const before = cursor === undefined ? null : readId('ses', cursor)
  if (cursor !== undefined && before === null) throw new Problem('request_invalid', NO_CURSOR)
  const all = await listSessions(call.db, session, SESSION_IDLE_MS / 1_000)
  const rest = all.filter(({ id }) => before === null || id < before)
  const page = rest.slice(0, limit)
  const data = page.map((row) => ({
    ...writeSession(row),
    ...{ used_at: row.usedAt.toISOString(), current: row.id === session.id },
  }))
  const hasMore = rest.length > limit
  const last = page.at(-1)
  const next_cursor = hasMore && last ? writeId('ses', last.id) : null
  return { status: 200, body: { data, has_more: hasMore, next_cursor } }
}

const NO_CURSOR = { errors: [{ pointer: '?/cursor', detail: 'Must be the `next_cursor` of a page before' }] }

export const endOwnSessionOperation = operation({
  name: 'end-own-session',
  method: 'delete',
  path: '/v1/me/sessions/{id}',
  group: 'Me',
  summary: 'Log out',
  description:
    'Ends a session of the account: this one or another. A number change that waits for its code has to start again.',
  access: { session: 'person' },
  body: null,
  query: null,
  answers: { 204: { description: 'Ended', schema: null } },
  problems: ['not_found'],
  run: (context, call) =>
    changeOwn(context, call, async (own) => {
      await endOwn(own)
      return { status: 204 }
    }),
})

async function endOwn({ call, at, session }: Own): Promise<void> {
  if ((await endSessions(call.db, at, { only: call.id })) === 0) throw new Problem('not_found')
  await endVerifications(call.db, { ...at, purpose: 'phone_change' })
  const data = { session: writeId('ses', call.id), current: call.id === session.id }
  const event = { kind: 'session_ended', accountId: at.accountId, data } as const
  await insertEvent(call.db, at.tenantId, { ...event, ...askerOf(call) })
}
