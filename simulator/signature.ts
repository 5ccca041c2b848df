import { createHmac } from 'node:crypto'

/** Form fields as they travel; a list means a repeated key. */
export type Form = Record<string, string | string[]>

/**
 * Signs a webhook as Twilio does: HMAC-SHA1 over the URL without its fragment, followed by every field sorted by
 * key, name and value run together (https://www.twilio.com/docs/usage/security).
 */
export function signWebhook(authToken: string, url: string, form: Form): string {
  let text = url.split('#', 1)[0] ?? ''
  for (const key of Object.keys(form).sort()) {
    const value = form[key] ?? ''
    const values = Array.isArray(value) ? [...new Set(value)].sort() : [value]
    for (const one of values) text += key + one
  }
  return createHmac('sha1', authToken).update(text, 'utf8').digest('base64')
}
