/**
 * What became of the codes of a tenant, counted by day: one statement over the ids of that time, which carry it.
 */
import type { DeliveryReason, DeliveryStatus } from '#core/delivery.ts'
import type { Channel } from '#core/verification.ts'
import type { Db } from './client.ts'

type Times = { count: number; median: number | null; p95: number | null }

export type DeliverySummary = {
  verifications: { day: string; status: string; count: number }[]
  deliveries: {
    day: string
    channel: Channel
    status: DeliveryStatus
    reason: DeliveryReason | null
    count: number
    accepted: number
  }[]
  accepted: Times
  delivered: Times
}

const TIMES = (seconds: string) => `json_build_object('count', count(${seconds}),
  'median', round(percentile_cont(0.5) within group (order by ${seconds})::numeric, 2),
  'p95', round(percentile_cont(0.95) within group (order by ${seconds})::numeric, 2))`

/** The smallest UUID v7 of a moment: its milliseconds, and zeros. */
const firstId = (moment: string) =>
  `(lpad(to_hex((extract(epoch from ${moment}) * 1000)::bigint), 12, '0') || '70008000000000000000')::uuid`

/** Ids are made just before their rows are written, so the range of ids is taken a minute wider. */
const SUMMARISE = {
  name: 'summarise_deliveries',
  text: `with span as (
           select ${firstId("$2::timestamptz - interval '1 minute'")} as low,
             ${firstId("$3::timestamptz + interval '1 minute'")} as high),
         sends as (
           select d.id, d.verification_id, d.created_at, d.changed_at, d.channel, d.status, d.reason, d.carrier_ref,
             to_char(d.created_at at time zone 'UTC', 'YYYY-MM-DD') as day
           from deliveries d, span s
           where d.id >= s.low and d.id < s.high and d.tenant_id = $1 and d.verification_id is not null
             and d.created_at >= $2 and d.created_at < $3),
         proofs as (
           select to_char(v.created_at at time zone 'UTC', 'YYYY-MM-DD') as day, v.status
           from verifications v, span s
           where v.id >= s.low and v.id < s.high and v.tenant_id = $1 and v.created_at >= $2 and v.created_at < $3),
         newest as (
           select extract(epoch from (select min(e.at) from events e where e.verification_id = s.verification_id
               and e.delivery_id = s.id and e.kind = 'carrier_accepted') - s.created_at) as accepted,
             case when s.status = 'delivered' then extract(epoch from s.changed_at - s.created_at) end as delivered
           from (select * from sends where channel = 'sms' order by id desc limit 10000) s)
         select
           (select coalesce(json_agg(x), '[]') from (select day, status, count(*)::int from proofs
             group by 1, 2 order by 1, 2) x) as verifications,
           (select coalesce(json_agg(x), '[]') from (select day, channel, status, reason, count(*)::int, count(carrier_ref)::int as accepted from sends
             group by 1, 2, 3, 4 order by 1, 2, 3, 4) x) as deliveries,
           (select ${TIMES('accepted')} from newest) as accepted,
           (select ${TIMES('delivered')} from newest) as delivered`,
}

/** Counts the verifications and sends that began in a span of time, and how long texts took. */
export async function summariseDeliveries(
  db: Db,
  tenantId: string,
  from: Date,
  until: Date,
): Promise<DeliverySummary> {
  const [row] = await db.run<DeliverySummary>(SUMMARISE, [tenantId, from, until])
  return row!
}
