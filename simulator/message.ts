import { ruleOf } from './fates.ts'
import { countSegments, type Segments } from './segments.ts'
import { makeSid, writeDate } from './sid.ts'
import type { CallbackTarget, Outbox } from './callbacks.ts'
import type { Handset } from './world.ts'

/** Twilio's states of a text, as far as a text out of the API can have them. */
type MessageStatus = 'accepted' | 'queued' | 'sending' | 'sent' | 'delivered' | 'undelivered' | 'failed'

/** One text. Times are real ms since 1970. */
export type Message = Outbox & {
  sid: string
  from: string | null
  service: string | null
  body: string
  status: MessageStatus
  errorCode: number | null
  parts: Segments
  validitySeconds: number
  createdAt: number
  updatedAt: number
  sentAt: number | null
  /** When it reached the handset. Null: it has not, or never will. */
  arrivedAt: number | null
}

/** What a create request asks for, already judged. */
export type MessageOrder = {
  from: string | null
  service: string | null
  body: string
  validitySeconds: number
  callback: CallbackTarget | null
}

/** Makes an accepted text for a handset; its fate is that of this moment. */
export function makeMessage(handset: Handset, order: MessageOrder): Message {
  const now = Date.now()
  return {
    ...order,
    sid: makeSid('SM'),
    to: handset.phone,
    fate: handset.fate,
    status: order.service ? 'accepted' : 'queued',
    errorCode: null,
    parts: countSegments(order.body),
    createdAt: now,
    updatedAt: now,
    sentAt: null,
    arrivedAt: null,
    sent: Promise.resolve(),
    held: [],
  }
}

const TERMINAL = new Set<MessageStatus>(['delivered', 'undelivered', 'failed'])

/** Tells whether a text has come to its end. */
export function isOver(message: Message): boolean {
  return TERMINAL.has(message.status)
}

/** One change in the life of a text, in simulated ms after it was accepted. */
export type MessageStep = { afterMs: number; status: MessageStatus; errorCode: number | null }

const SENDING_MS = 100
const SENT_MS = 300
const END_MS = 800

/** Plans the life of a text: queued (where a service picks the sender), sending, sent, and its end. */
export function planMessage(message: Message, handset: Handset): MessageStep[] {
  const rule = ruleOf(message.fate)
  const begin = handset.queueMs
  const start: MessageStep[] = message.service ? [{ afterMs: 50, status: 'queued', errorCode: null }] : []
  const validityMs = message.validitySeconds * 1_000
  if (begin + SENT_MS > validityMs)
    return [...start, { afterMs: validityMs, status: 'failed', errorCode: 30036 }]
  const endMs = Math.max(handset.delayMs ?? rule.delayMs ?? END_MS, SENT_MS + 1)
  const errorCode = rule.textError ?? null
  return [
    ...start,
    { afterMs: begin + SENDING_MS, status: 'sending', errorCode: null },
    { afterMs: begin + SENT_MS, status: 'sent', errorCode: null },
    { afterMs: begin + endMs, status: errorCode === null ? 'delivered' : 'undelivered', errorCode },
  ]
}

/** Writes a text as Twilio's REST API shows it. */
export function writeMessage(accountSid: string, message: Message): Record<string, unknown> {
  const uri = `/2010-04-01/Accounts/${accountSid}/Messages/${message.sid}.json`
  return {
    account_sid: accountSid,
    api_version: '2010-04-01',
    body: message.body,
    date_created: writeDate(message.createdAt),
    date_sent: writeDate(message.sentAt),
    date_updated: writeDate(message.updatedAt),
    direction: 'outbound-api',
    error_code: message.errorCode,
    error_message: message.errorCode === null ? null : `Error ${message.errorCode}`,
    from: message.from,
    messaging_service_sid: message.service,
    num_media: '0',
    num_segments: message.service && message.status === 'accepted' ? '0' : String(message.parts.segments),
    price: null,
    price_unit: 'USD',
    sid: message.sid,
    status: message.status,
    subresource_uris: { media: uri.replace('.json', '/Media.json') },
    tags: null,
    to: message.to,
    uri,
  }
}
