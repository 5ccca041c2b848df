/**
 * Callbacks that came too late or too early for the row they are about.
 */
import { newUuid } from '#core/new-id.ts'
import type { DeliveryStatus } from '#core/delivery.ts'
import type { Db } from './client.ts'

const PARK = {
  name: 'park_receipt',
  text: `insert into parked_receipts (id, carrier_ref, status, carrier_code)
         select $1, $2, $3, $4 where not exists (select from deliveries where id = $5)
         returning id`,
}

/** Parks a signed report about a delivery that is not there (any more), for the operator. False: it is there. */
export async function parkReceipt(
  db: Db,
  deliveryId: string,
  report: { carrierRef: string; status: DeliveryStatus; carrierCode: number | null },
): Promise<boolean> {
  const { carrierRef, status, carrierCode } = report
  const rows = await db.run(PARK, [newUuid(), carrierRef, status, carrierCode, deliveryId])
  return rows.length > 0
}
