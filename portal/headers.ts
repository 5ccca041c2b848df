/**
 * Headers of every answer: nothing from elsewhere, nothing inline, in no frame, in no cache.
 */
import type { RequestHandler } from 'express'

const POLICY = [
  "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self'",
  "form-action 'self'; base-uri 'none'; frame-ancestors 'none'; require-trusted-types-for 'script'",
].join('; ')

const HEADERS = Object.entries({
  'Content-Security-Policy': POLICY,
  'X-Content-Type-Options': 'nosniff',
  // Not `no-referrer`: then browsers would send `Origin: null` with our own forms.
  'Referrer-Policy': 'same-origin',
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Resource-Policy': 'same-origin',
  'Permissions-Policy':
    'otp-credentials=(self), clipboard-write=(self), camera=(), microphone=(), geolocation=()',
  'Cache-Control': 'no-store',
})

/** Sets them; `Strict-Transport-Security` only where there is TLS. */
export function setHeaders(isSecure: boolean): RequestHandler {
  return (_request, response, next) => {
    for (const [name, value] of HEADERS) response.setHeader(name, value)
    if (isSecure) response.setHeader('Strict-Transport-Security', 'max-age=31536000; includeSubDomains')
    next()
  }
}
