/**
 * Callbacks as Twilio posts them, signed or not, to a stack whose calls nobody places.
 */
import webhooks from 'twilio/lib/webhooks/webhooks.js'
import { keysUrl, statusUrl } from '#core/carrier-urls.ts'
import { readKeyRing } from '#core/key-ring.ts'
import { ACCOUNT } from './simulator.ts'
import type { Stack } from './stack.ts'

export type Form = Record<string, string | string[]>
export type Posted = { status: number; text: string }

/** The addresses that the product gives the carrier for a delivery (its UUID), without their connection overrides. */
export function callbackUrls(stack: Stack, delivery: string) {
  const ring = readKeyRing(stack.env['KEYPAD_SECRETS']!)!
  const plain = (url: string) => url.split('#')[0]!
  return {
    keys: (round: number) => plain(keysUrl(ring, stack.publicUrl, { id: delivery, round })),
    call: plain(statusUrl(ring, stack.publicUrl, { id: delivery, channel: 'call' })),
    text: plain(statusUrl(ring, stack.publicUrl, { id: delivery, channel: 'sms' })),
  }
}

/** Twilio's signature of a form for an address. */
export function sign(url: string, form: Form, token = ACCOUNT.token): string {
  return webhooks.getExpectedTwilioSignature(token, url, form)
}

/** Posts a form. `signature`: absent, the right one; null, none at all. */
export async function postForm(url: string, form: Form | string, signature?: string | null): Promise<Posted> {
  const fields = typeof form === 'string' ? {} : form
  const body = new URLSearchParams(
    Object.entries(fields).flatMap(([name, value]) => [value].flat().map((one) => [name, one])),
  )
  const signed = signature === undefined ? sign(url, fields) : signature
  const response = await fetch(url, {
    method: 'POST',
    body: typeof form === 'string' ? form : body.toString(),
    headers: {
      'content-type': 'application/x-www-form-urlencoded',
      ...(signed === null ? {} : { 'x-twilio-signature': signed }),
    },
  })
  return { status: response.status, text: await response.text() }
}
