/**
 * Status callbacks: how far a text or call has come.
 */
import { readCallReceipt, readTextReceipt } from '#carrier/receipts.ts'
import type { Receipt } from '#carrier/receipts.ts'
import { isSettled } from '#core/delivery.ts'
import type { DeliveryReason } from '#core/delivery.ts'
import { Problem } from '#core/problem.ts'
import { recordDelivery } from '#db/deliveries.ts'
import { parkReceipt } from '#db/receipts.ts'
import type { ApiContext } from './context.ts'
import type { Callback } from './hooks-twilio.ts'

/** How long the carrier may stay silent before the sweeper asks it, seconds. */
const SILENCE_S = { sms: 60, call: 75 }
/** Somebody who stays longer has heard the whole question; without a key it was most likely a mailbox. */
const MAILBOX_S = 15

/** Records a status callback. Late, repeated and unknown ones change nothing. */
export async function recordReceipt(
  context: ApiContext,
  callback: Callback,
  channel: 'sms' | 'call',
): Promise<null> {
  const receipt = channel === 'sms' ? readTextReceipt(callback.form) : readCallReceipt(callback.form)
  judgeReceipt(context, receipt)
  if (receipt.kind !== 'state') return count(context, channel, 'ignored')
  const { status, carrierRef, carrierCode } = receipt
  const moved = await recordDelivery(context.database, callback.deliveryId, {
    ...{ status, carrierRef, carrierCode, actor: 'carrier' },
    reason: receipt.reason ?? (status === 'ended' ? guessEnd(callback) : null),
    checkSeconds: isSettled(status) ? null : SILENCE_S[channel],
  })
  if (moved) return count(context, channel, 'recorded')
  const parked = await parkReceipt(context.database, callback.deliveryId, { carrierRef, status, carrierCode })
  return count(context, channel, parked ? 'parked' : 'unchanged')
}

/** A form that is not as Twilio writes it, or of another account, is refused like a forgery. */
function judgeReceipt(
  context: ApiContext,
  receipt: Receipt,
): asserts receipt is Exclude<Receipt, { kind: 'malformed' }> {
  if (receipt.kind === 'malformed' || receipt.accountSid !== context.config.carrier.accountSid)
    throw new Problem('signature_invalid')
}

/** How a call without a key ended; the statement drops this when a key was pressed. */
function guessEnd({ form }: Callback): DeliveryReason {
  return Number(form['CallDuration'] ?? 0) >= MAILBOX_S ? 'voicemail' : 'hung_up'
}

function count(context: ApiContext, kind: string, result: string): null {
  context.metrics.receipts.inc({ kind, result })
  return null
}
