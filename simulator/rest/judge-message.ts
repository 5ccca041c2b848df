import { isE164 } from '#simulator/phone.ts'
import { field, isWebhookUrl, readTarget, wholeNumber } from './form.ts'
import type { MessageOrder } from '#simulator/message.ts'
import type { Form } from '#simulator/signature.ts'

const VALIDITY = { least: 1, most: 36_000, normal: 36_000 }
const LONGEST_BODY = 1_600

/** Twilio's magic numbers: refused whatever else is asked (https://www.twilio.com/docs/iam/test-credentials). */
const MAGIC_FROM: Record<string, number> = {
  '+15005550001': 21212,
  '+15005550007': 21606,
  '+15005550008': 21611,
}
const MAGIC_TO: Record<string, number> = {
  '+15005550001': 21211,
  '+15005550002': 21612,
  '+15005550003': 21408,
  '+15005550004': 21610,
  '+15005550009': 21614,
}

/** Judges a request to send a text, as Twilio would before it looks at the phone. Null: nothing is wrong. */
export function judgeMessage(form: Form): number | null {
  return judgeTo(form) ?? judgeSender(form) ?? judgeContent(form) ?? judgeSettings(form)
}

function judgeTo(form: Form): number | null {
  const to = field(form, 'To')
  if (to === undefined) return 21604
  return isE164(to) ? (MAGIC_TO[to] ?? null) : 21211
}

/** Both a service and one of its numbers may be named; the number then sends. */
function judgeSender(form: Form): number | null {
  const from = field(form, 'From')
  const service = field(form, 'MessagingServiceSid')
  if (from === undefined && service === undefined) return 21603
  if (service !== undefined && !/^MG[0-9a-fA-F]{32}$/.test(service)) return 21705
  if (from === undefined) return null
  if (from === field(form, 'To')) return 21266
  return isSender(from) ? (MAGIC_FROM[from] ?? null) : 21212
}

/** A number, a short code, or a name of up to eleven letters, digits and a few marks with at least one letter. */
function isSender(from: string): boolean {
  return isE164(from) || /^\d{3,8}$/.test(from) || /^(?=.*[A-Za-z])[\w &+.-]{1,11}$/.test(from)
}

function judgeContent(form: Form): number | null {
  const body = field(form, 'Body')
  if (body !== undefined) return body.length > LONGEST_BODY ? 21617 : null
  return field(form, 'MediaUrl') || field(form, 'ContentSid') ? null : 21602
}

function judgeSettings(form: Form): number | null {
  const callback = field(form, 'StatusCallback')
  if (callback !== undefined && !isWebhookUrl(callback)) return 21609
  return wholeNumber(form, 'ValidityPeriod', VALIDITY) === null ? 90007 : null
}

/** Reads a judged request. */
export function readMessageOrder(form: Form): MessageOrder {
  return {
    from: field(form, 'From') ?? null,
    service: field(form, 'MessagingServiceSid') ?? null,
    body: field(form, 'Body') ?? '',
    validitySeconds: wholeNumber(form, 'ValidityPeriod', VALIDITY) ?? VALIDITY.normal,
    callback: readTarget(form, 'StatusCallback'),
  }
}
