/**
 * GET /v1/audit, its export, and whether its chain holds.
 */
import { askerOf } from '#api/begin-verification.ts'
import type { Answer, ApiContext, Call } from '#api/context.ts'
import { operation } from '#api/operation.ts'
import { writeEventId } from '#core/event-id.ts'
import { NO_UUID, readId, writeId } from '#core/ids.ts'
import { auditEntry, auditFilters, auditPage, auditVerdict } from '#core/support-contract.ts'
import { listAudit } from '#db/audit.ts'
import type { AuditFilter, AuditRow } from '#db/audit.ts'
import { readPerson } from '#db/people.ts'
import { insertLookUps } from '#db/support.ts'
import { verifyChain } from '#db/verify-chain.ts'
import { z } from 'zod'
import { limitOf, placeQuery, writePlaces } from './places.ts'
import { AUDITORS } from './staff-readers.ts'

const EXPORT_PAGE = 1_000
const filters = z.strictObject(auditFilters)
const query = placeQuery.extend(auditFilters)
const shared = { method: 'get', group: 'Audit', access: AUDITORS, body: null, problems: [] } as const

export const readAuditOperation = operation({
  ...shared,
  name: 'read-audit',
  path: '/v1/audit',
  summary: 'Read the audit trail',
  description:
    'The tenant’s events, newest first; one is here about a second after it happened. Among many events a page may be short, even empty, and still have more. Asking for one person’s is noted as looking them up.',
  query,
  answers: { 200: { description: 'A page of events', schema: auditPage } },
  run: readAudit,
})

export const exportAuditOperation = operation({
  ...shared,
  name: 'export-audit',
  path: '/v1/audit/export',
  summary: 'Export the audit trail',
  description: 'All events that the filters let through, newest first, one JSON object per line (NDJSON).',
  query: filters,
  answers: { 200: { description: 'One event per line', schema: auditEntry, isLines: true } },
  run: async (_context, call) => {
    const filter = await readFilter(call)
    return { status: 200, lines: exportLines(call, filter) }
  },
})

export const verifyAuditOperation = operation({
  ...shared,
  name: 'verify-audit',
  path: '/v1/audit/verify',
  summary: 'Check that nobody altered the audit trail',
  description:
    'Every event’s hash covers the event and the one before. Names the first event that was altered, moved or taken away.',
  query: z.strictObject({
    expect: z
      .string()
      .regex(/^[0-9a-f]{64}$/, 'must be a hash of 64 hexadecimal digits')
      .optional()
      .meta({ description: 'A `head` of earlier: whether it still is in the chain' }),
  }),
  answers: { 200: { description: 'Whether the chain holds', schema: auditVerdict } },
  run: async (_context, { db, caller, query: { expect } }) => {
    const chain = await verifyChain(db, caller.tenantId, expect)
    const { intact, checked, firstBroken, unlinked, head, hasExpected } = chain
    const broken = firstBroken === null ? {} : { first_broken: writeEventId(firstBroken) }
    const expected = expect === undefined ? {} : { expected: hasExpected ? 'found' : 'missing' }
    return { status: 200, body: { intact, checked, ...broken, unlinked, head, ...expected } }
  },
})

type Asked = Call<null, z.output<typeof filters>>

async function readAudit(_context: ApiContext, call: Call<null, z.output<typeof query>>): Promise<Answer> {
  const { db, caller } = call
  const { cursor } = call.query
  const page = { before: cursor === undefined ? null : Number(cursor), limit: limitOf(call.query) }
  const { rows, next } = await listAudit(db, caller.tenantId, await readFilter(call), page)
  return { status: 200, body: writePlaces(rows.map(writeEntry), next) }
}

/** Reads the filters, and notes whose events are asked for. */
async function readFilter(call: Asked): Promise<AuditFilter> {
  const { kind = null, actor = null, account_id: id, from = null, until = null } = call.query
  const accountId = id === undefined ? null : (readId('acc', id) ?? NO_UUID)
  const { tenantId } = call.caller
  if (accountId !== null && (await readPerson(call.db, tenantId, accountId)))
    await insertLookUps(call.db, { tenantId, ...askerOf(call) }, [{ accountId, data: { page: 'audit' } }])
  return { kind, actor, accountId, from, until }
}

async function* exportLines({ db, caller, gone }: Asked, filter: AuditFilter) {
  let before: number | null = null
  do {
    const page: { before: number | null; limit: number } = { before, limit: EXPORT_PAGE }
    const { rows, next } = await listAudit(db, caller.tenantId, filter, page)
    yield* rows.map(writeEntry)
    before = next
  } while (before !== null && !gone.aborted)
}

function writeEntry(row: AuditRow) {
  const { place, at, kind, actor, accountId, loginId, verificationId, deliveryId, requestId, data } = row
  return {
    ...{ id: writeEventId(row.id), place, at: at.toISOString(), kind, actor },
    account_id: accountId && writeId('acc', accountId),
    login_id: loginId && writeId('lgn', loginId),
    verification_id: verificationId && writeId('ver', verificationId),
    delivery_id: deliveryId && writeId('dlv', deliveryId),
    ...{ request_id: requestId, data },
  }
}
