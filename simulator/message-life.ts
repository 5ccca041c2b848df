import { sendCallback } from './callbacks.ts'
import { isOver, planMessage, type Message, type MessageStep } from './message.ts'
import type { Network } from './network.ts'
import type { Form } from './signature.ts'
import type { Handset } from './world.ts'

/** The number a messaging service picks here: Twilio's own test sender. */
const SERVICE_SENDER = '+15005550006'
/** A receiver that hangs must not hold the REST answer back for ever. */
const RUSH_LIMIT_MS = 3_000

/** Lets an accepted text live: its states change and are called back by themselves. */
export function startMessage(network: Network, handset: Handset, message: Message): void {
  for (const step of planMessage(message, handset)) {
    network.clock.after(step.afterMs, () => takeStep(network, message, step))
  }
}

/** Lives the whole life of a text at once; resolves when its callbacks are delivered, or after three seconds. */
export async function rushMessage(network: Network, handset: Handset, message: Message): Promise<void> {
  for (const step of planMessage(message, handset)) takeStep(network, message, step)
  await settledWithin(network, message.sent)
}

/** Waits for callbacks on their way, but at most three (simulated) seconds. */
export function settledWithin(network: Network, sent: Promise<unknown>): Promise<void> {
  return new Promise((resolve) => {
    const cancel = network.clock.after(RUSH_LIMIT_MS, resolve)
    void sent.then(() => {
      cancel()
      resolve()
    })
  })
}

function takeStep(network: Network, message: Message, step: MessageStep): void {
  if (isOver(message)) return
  const now = network.clock.now()
  message.status = step.status
  message.errorCode = step.errorCode
  message.updatedAt = now
  message.from ??= step.status === 'queued' ? null : SERVICE_SENDER
  if (step.status === 'sent') message.sentAt = now
  if (step.status === 'delivered') message.arrivedAt = now
  const form = writeCallback(network.accountSid, message)
  sendCallback(network, message, { form, title: `text ${step.status}`, last: isOver(message) })
  network.watchers.changed()
}

function writeCallback(accountSid: string, message: Message): Form {
  const form: Form = {
    AccountSid: accountSid,
    ApiVersion: '2010-04-01',
    From: message.from ?? '',
    MessageSid: message.sid,
    MessageStatus: message.status,
    SmsSid: message.sid,
    SmsStatus: message.status,
    To: message.to,
  }
  if (message.service) form['MessagingServiceSid'] = message.service
  if (message.errorCode !== null) form['ErrorCode'] = String(message.errorCode)
  if (message.arrivedAt !== null) form['RawDlrDoneDate'] = writeReceiptTime(message.arrivedAt)
  return form
}

/** YYMMDDhhmm in UTC, as carriers write it in receipts. */
function writeReceiptTime(ms: number): string {
  return new Date(ms).toISOString().replace(/\D/g, '').slice(2, 12)
}
