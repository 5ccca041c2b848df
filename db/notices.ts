/**
 * Notices: what people are told by text beside their codes (db/functions/85-notices.sql).
 */
import type { NoticeKind } from '#core/notice.ts'
import { callOf } from './client.ts'
import type { Db } from './client.ts'
import type { Asker } from './send-rules.ts'

export type NewNotice = {
  tenantId: string
  accountId: string
  kind: NoticeKind
  /** Context `phone <account id>`, whichever number of the account it is. */
  phoneSealed: string
  /** Under every key of the ring, newest first. */
  phoneMarks: Buffer[]
  locale: string
  brand: string
}

const QUEUE = callOf('keypad_queue_notice', [
  ...['p_tenant', 'p_account', 'p_kind', 'p_phone_sealed', 'p_phone_marks', 'p_locale', 'p_brand'],
  ...['p_actor', 'p_request_id'],
])

/**
 * Puts a notice with its delivery and one event into the outbox, in the caller's transaction; gives the delivery, to be
 * woken after the commit. Null: the number got one of that kind for the account today, so nothing was queued.
 */
export async function queueNotice(db: Db, notice: NewNotice, asker: Asker): Promise<string | null> {
  const { tenantId, accountId, kind, phoneSealed, phoneMarks, locale, brand } = notice
  const values = [
    tenantId,
    accountId,
    kind,
    phoneSealed,
    phoneMarks,
    locale,
    brand,
    asker.actor,
    asker.requestId,
  ]
  const [row] = await db.run<{ keypad_queue_notice: string | null }>(QUEUE, values)
  return row?.keypad_queue_notice ?? null
}
