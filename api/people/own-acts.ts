/**
 * GET /v1/support/acts: what somebody of the staff did themselves. The whole trail is for auditors.
 */
import { actorOf } from '#api/actor.ts'
import type { Answer, ApiContext, Call } from '#api/context.ts'
import { operation } from '#api/operation.ts'
import { limitOf, placeQuery, writePlaces } from '#api/support/places.ts'
import { writeEventId } from '#core/event-id.ts'
import { writeId } from '#core/ids.ts'
import { ownActs } from '#core/owner-contract.ts'
import { listAudit } from '#db/audit.ts'
import type { AuditRow } from '#db/audit.ts'
import type { z } from 'zod'

export const listOwnActsOperation = operation({
  name: 'list-own-acts',
  method: 'get',
  path: '/v1/support/acts',
  group: 'Support',
  summary: 'See what you did yourself',
  description:
    'The events of whoever asks, newest first, look-ups too; one is here about a second after it happened. A page may be short and still have more.',
  access: { scope: 'support', staff: 'read' },
  body: null,
  query: placeQuery,
  answers: { 200: { description: 'A page of acts', schema: ownActs } },
  problems: [],
  run: listOwnActs,
})

async function listOwnActs(
  _context: ApiContext,
  call: Call<null, z.output<typeof placeQuery>>,
): Promise<Answer> {
  const { db, caller, query } = call
  const filter = { kind: null, accountId: null, from: null, until: null, actor: actorOf(caller) }
  const page = { before: query.cursor === undefined ? null : Number(query.cursor), limit: limitOf(query) }
  const { rows, next } = await listAudit(db, caller.tenantId, filter, page)
  return { status: 200, body: writePlaces(rows.map(writeAct), next) }
}

function writeAct({ id, at, kind, accountId, data }: AuditRow) {
  const reason = (data as { reason?: unknown } | null)?.reason
  return {
    ...{ id: writeEventId(id), at: at.toISOString(), kind },
    account_id: accountId && writeId('acc', accountId),
    reason: typeof reason === 'string' ? reason : null,
  }
}
