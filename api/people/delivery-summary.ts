/**
 * GET /v1/deliveries/summary: what became of the codes, by day, channel and reason.
 */
import { operation } from '#api/operation.ts'
import { deliverySummary, summaryQuery } from '#core/owner-contract.ts'
import { Problem } from '#core/problem.ts'
import { summariseDeliveries } from '#db/delivery-summary.ts'
import { ADMIN } from './staff-access.ts'

const DAY_MS = 86_400_000
const MAX_DAYS = 31

export const readDeliverySummaryOperation = operation({
  name: 'read-delivery-summary',
  method: 'get',
  path: '/v1/deliveries/summary',
  group: 'Policies',
  summary: 'See what became of the codes',
  description:
    'Counts of verifications by how they ended, and of texts and calls with a code by channel, status and reason, for each day; and how long the texts took. Holds nothing personal.',
  access: ADMIN,
  body: null,
  query: summaryQuery,
  answers: { 200: { description: 'The counts', schema: deliverySummary } },
  problems: [],
  run: async (_context, { db, caller, query }) => {
    const from = new Date(`${query.from}T00:00:00Z`)
    const until = new Date(Date.parse(`${query.to}T00:00:00Z`) + DAY_MS)
    refuseSpan(until.getTime() - from.getTime())
    const { verifications, deliveries, accepted, delivered } = await summariseDeliveries(
      db,
      caller.tenantId,
      from,
      until,
    )
    const span = { from: from.toISOString(), until: until.toISOString() }
    return { status: 200, body: { ...span, verifications, deliveries, times: { accepted, delivered } } }
  },
})

function refuseSpan(spanMs: number): void {
  if (spanMs >= DAY_MS && spanMs <= MAX_DAYS * DAY_MS) return
  const detail = `must be 0 to ${MAX_DAYS - 1} days after from`
  throw new Problem('request_invalid', { errors: [{ pointer: '/to', detail }] })
}
