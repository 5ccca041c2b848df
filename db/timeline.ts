/**
 * What happened to one person, the newest first: the events of the account and of its verifications, each with what is
 * known of its send by now.
 */
import type { CallMode, Channel } from '#core/verification.ts'
import type { DeliveryReason, DeliveryStatus } from '#core/delivery.ts'
import type { Db } from './client.ts'

/** An event with its send and verification; `id` is its number. Null: it has none, or it is no longer kept. */
export type TimelineRow = {
  id: string
  at: Date
  kind: string
  actor: string
  verificationId: string | null
  deliveryId: string | null
  loginId: string | null
  requestId: string | null
  data: Record<string, unknown> | null
  delivery: {
    channel: Channel
    callMode: CallMode | null
    status: DeliveryStatus
    reason: DeliveryReason | null
    carrierRef: string | null
    carrierCode: number | null
  } | null
  /** What the send is, where it carries no code. */
  notice: string | null
  verification: { purpose: string; toMasked: string; country: string; status: string } | null
}

const LIST = {
  name: 'list_timeline',
  text: `select e.id::text as id, e.at, e.kind, e.actor, e.verification_id as "verificationId",
           e.delivery_id as "deliveryId", e.login_id as "loginId", e.request_id as "requestId", e.data,
           case when d.id is not null then json_build_object('channel', d.channel, 'callMode', d.call_mode,
             'status', d.status, 'reason', d.reason, 'carrierRef', d.carrier_ref, 'carrierCode', d.carrier_code)
             end as delivery,
           n.kind as notice, case when v.id is not null then json_build_object('purpose', v.purpose, 'toMasked', v.to_masked,
             'country', v.country, 'status', v.status) end as verification
         from (select * from keypad_events_of_account($2, $1) x
               where $3::bigint is null or x.id < $3 order by x.id desc limit $4) e
         left join deliveries d on d.id = e.delivery_id and d.tenant_id = e.tenant_id
         left join notices n on n.id = d.notice_id and n.tenant_id = d.tenant_id
         left join verifications v on v.id = e.verification_id and v.tenant_id = e.tenant_id
         order by e.id desc`,
}

/** Lists up to `limit` events of an account below the number `before` (null: from the newest). */
export async function listTimeline(
  db: Db,
  at: { tenantId: string; accountId: string },
  page: { before: string | null; limit: number },
): Promise<TimelineRow[]> {
  return db.run(LIST, [at.tenantId, at.accountId, page.before, page.limit])
}
