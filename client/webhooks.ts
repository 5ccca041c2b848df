/**
 * Whether a webhook is Keypad's: Standard Webhooks, version 1. https://www.standardwebhooks.com
 */
import type { WebhookEvent } from './webhook-calls.ts'

/** Why a webhook is not to be believed. */
export type WebhookFault =
  | 'headers_missing'
  | 'too_old'
  | 'too_new'
  | 'signature_wrong'
  | 'payload_unreadable'

export type WebhookVerdict<Event = WebhookEvent> =
  | {
      ok: true
      /** The same for every time that it is sent: remember it, and do things once. */
      id: string
      /** When this message was sent; times inside it tell when things happened. */
      sentAt: Date
      event: Event
    }
  | { ok: false; fault: WebhookFault }

export type SignedRequest = {
  /** As it came, byte for byte; not parsed and written again. */
  payload: string | Uint8Array
  /** Those of the request: of fetch, or of Node's and Express's. */
  headers: Headers | Record<string, string | string[] | undefined>
  /** `whsec_…`; several while you change it. */
  secret: string | readonly string[]
  /** How far the sender's clock and yours may be apart; 300 by default. */
  toleranceSeconds?: number | undefined
}

/** Judges a webhook by its headers and body. Throws a TypeError when a secret is none. */
export async function verifyWebhook<Event = WebhookEvent>(
  request: SignedRequest,
): Promise<WebhookVerdict<Event>> {
  const { payload, headers, secret, toleranceSeconds = 300 } = request
  const keys = (typeof secret === 'string' ? [secret] : secret).map(readSecret)
  const [id, timestamp, signatures] = ['id', 'timestamp', 'signature'].map((name) =>
    read(headers, `webhook-${name}`),
  )
  if (!id || !signatures || !timestamp || !/^\d{1,12}$/.test(timestamp))
    return { ok: false, fault: 'headers_missing' }
  const ageSeconds = Date.now() / 1_000 - Number(timestamp)
  if (Math.abs(ageSeconds) > toleranceSeconds)
    return { ok: false, fault: ageSeconds > 0 ? 'too_old' : 'too_new' }
  const bytes = typeof payload === 'string' ? new TextEncoder().encode(payload) : payload
  const isSigned = await findSignature(keys, signatures, join(`${id}.${timestamp}.`, bytes))
  if (!isSigned) return { ok: false, fault: 'signature_wrong' }
  const event = parse(bytes)
  if (event === undefined) return { ok: false, fault: 'payload_unreadable' }
  return { ok: true, id, sentAt: new Date(Number(timestamp) * 1_000), event: event as Event }
}

type Bytes = Uint8Array<ArrayBuffer>

/** Whether any key made any of the signatures; the platform compares in constant time. */
async function findSignature(keys: Bytes[], header: string, signed: Bytes): Promise<boolean> {
  const given = header.split(' ').filter((one) => one.startsWith('v1,'))
  const signatures = given.map((one) => readBase64(one.slice(3))).filter((one) => one !== null)
  for (const bytes of keys) {
    const key = await crypto.subtle.importKey('raw', bytes, { name: 'HMAC', hash: 'SHA-256' }, false, [
      'verify',
    ])
    for (const signature of signatures)
      if (await crypto.subtle.verify('HMAC', key, signature, signed)) return true
  }
  return false
}

function readSecret(secret: string): Bytes {
  const bytes = secret.startsWith('whsec_') ? readBase64(secret.slice(6)) : null
  if (!bytes || bytes.length < 16) throw new TypeError('secret must be whsec_ and base64')
  return bytes
}

function readBase64(text: string): Bytes | null {
  try {
    return Uint8Array.from(atob(text), (char) => char.charCodeAt(0))
  } catch {
    return null
  }
}

function read(headers: SignedRequest['headers'], name: string): string | undefined {
  if (headers instanceof Headers) return headers.get(name) ?? undefined
  const value = Object.entries(headers).find(([key]) => key.toLowerCase() === name)?.[1]
  return Array.isArray(value) ? value.join(' ') : value
}

function join(start: string, bytes: Uint8Array): Bytes {
  const head = new TextEncoder().encode(start)
  const all = new Uint8Array(head.length + bytes.length)
  all.set(head)
  all.set(bytes, head.length)
  return all
}

function parse(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder().decode(bytes)) as unknown
  } catch {
    return undefined
  }
}
