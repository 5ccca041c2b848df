/**
 * What a step of a timeline is to whoever builds or runs the system: ids, and what the carrier said. No phone, no code.
 */
import { writeId } from '#core/ids.ts'
import type { IdPrefix } from '#core/ids.ts'
import type { TimelineRow } from '#db/timeline.ts'

/** Writes what is known; what is not is left out. */
export function writeTechnical(row: TimelineRow): Record<string, unknown> {
  const { delivery, verification } = row
  const known = {
    actor: row.actor,
    request_id: row.requestId,
    login_id: idOf('lgn', row.loginId),
    verification_id: idOf('ver', row.verificationId),
    delivery_id: idOf('dlv', row.deliveryId),
    purpose: verification?.purpose,
    country: verification?.country,
    notice: row.notice,
    channel: delivery?.channel,
    call_mode: delivery?.callMode,
    delivery_status: delivery?.status,
    delivery_reason: delivery?.reason,
    carrier_sid: delivery?.carrierRef,
    carrier_code: delivery?.carrierCode,
    data: row.data,
  }
  return Object.fromEntries(
    Object.entries(known).filter(([, value]) => value !== null && value !== undefined),
  )
}

/** Ids and codes in one line, for a ticket; what staff wrote themselves is not among them. */
export function writeTechnicalLine(row: TimelineRow): string {
  const { data: _data, actor: _actor, ...rest } = writeTechnical(row)
  return Object.entries(rest)
    .map(([name, value]) => `${name}=${String(value)}`)
    .join(' ')
}

function idOf(prefix: IdPrefix, uuid: string | null): string | null {
  return uuid === null ? null : writeId(prefix, uuid)
}
