/**
 * Forms of other sites are refused twice: by what the browser says about where a form stood, and by a token in the form
 * that only this portal can make for the cookie of this browser.
 */
import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto'

/** Makes what a browser's form tokens are bound to. */
export function makeFormSecret(): string {
  return randomBytes(18).toString('base64url')
}

/** Makes the token that stands in every form of this browser. */
export function makeFormToken(key: string, formSecret: string): string {
  return createHmac('sha256', key).update(`form ${formSecret}`).digest('base64url')
}

/** What a request tells about the form it comes from. */
export type FormOrigin = {
  fetchSite: string | undefined
  origin: string | undefined
  publicUrl: string
}

/**
 * Whether a form stood on one of our own pages. `Sec-Fetch-Site` decides where it is sent, else `Origin`; a request with
 * neither comes from no browser of the last years.
 */
export function isOwnForm({ fetchSite, origin, publicUrl }: FormOrigin): boolean {
  if (fetchSite !== undefined) return fetchSite === 'same-origin'
  return origin === new URL(publicUrl).origin
}

/** Compares the token of a form in constant time. */
export function isFormToken(given: string, expected: string): boolean {
  const [one, other] = [Buffer.from(given), Buffer.from(expected)]
  return one.length === other.length && timingSafeEqual(one, other)
}
