/**
 * What may be known of a failed request to the carrier. The library's own errors hold the Authorization header, the
 * text and the number, so they end here: nothing of them is passed on but what is picked out below.
 */
import type { Failure } from './twilio-errors.ts'

/** The only error that leaves the request client: a Failure that can be thrown. */
export type CarrierFailure = Error & Failure & { moreInfo: string | null }

/** The connection was never made, so nothing can have been taken. Anything else that breaks is in doubt. */
const NEVER_CONNECTED = /^(ECONNREFUSED|ENOTFOUND|EAI_AGAIN|EHOSTUNREACH|ENETUNREACH)$/
/** Certificate and handshake failures of OpenSSL and Node: they come before the first byte of the request. */
const NO_TLS = /^(ERR_TLS_\w+|CERT_\w+|\w*SELF_SIGNED_CERT\w*|UNABLE_TO_\w+)$/
/** EPROTO covers many faults of TLS; with these words the handshake itself failed. */
const NO_HANDSHAKE = /wrong version number|unsupported protocol|handshake failure|packet length too long/
const DOCS_URL = /^https:\/\/www\.twilio\.com\/docs\/[\w/.-]{1,80}$/
const MAX_RETRY_AFTER_S = 3_600

/** Makes the failure of a complete answer that is no success. */
export function failureOfAnswer(answer: {
  statusCode: number
  body: unknown
  headers: object
}): CarrierFailure {
  const status = answer.statusCode
  const body = (typeof answer.body === 'object' && answer.body !== null ? answer.body : {}) as Record<
    string,
    unknown
  >
  const moreInfo =
    typeof body['more_info'] === 'string' && DOCS_URL.test(body['more_info']) ? body['more_info'] : null
  const retryAfterMs = readRetryAfter((answer.headers as Record<string, unknown>)['retry-after'])
  return failure({ status, code: codeOf(status, body['code']), neverSent: false, retryAfterMs, moreInfo })
}

/** Makes the failure of a request that got no complete answer, from whatever the library threw. */
export function failureOfConnection(error: unknown): CarrierFailure {
  if (isCarrierFailure(error)) return error
  return failure({
    status: null,
    code: null,
    neverSent: neverSent(error),
    retryAfterMs: null,
    moreInfo: null,
  })
}

/** True for errors that this file made. */
export function isCarrierFailure(error: unknown): error is CarrierFailure {
  return error instanceof Error && error.name === 'CarrierFailure'
}

function failure(parts: Failure & { moreInfo: string | null }): CarrierFailure {
  const what = parts.status === null ? 'no answer from the carrier' : `the carrier answered ${parts.status}`
  const error = new Error(parts.code === null ? what : `${what}, code ${parts.code}`)
  return Object.assign(error, { name: 'CarrierFailure' }, parts)
}

/** 401 and 429 have one meaning even when a proxy on the way dropped the body with the number. */
function codeOf(status: number, code: unknown): number | null {
  if (Number.isInteger(code)) return code as number
  if (status === 401) return 20003
  return status === 429 ? 20429 : null
}

function readRetryAfter(header: unknown): number | null {
  if (typeof header !== 'string' || !/^\d{1,9}$/.test(header)) return null
  return Math.min(Number(header), MAX_RETRY_AFTER_S) * 1_000
}

/** An attempt at several addresses fails as an AggregateError: then each of them must have failed to connect. */
function neverSent(error: unknown): boolean {
  const { code, syscall, errors, cause, message } = (error ?? {}) as Record<string, unknown>
  if (Array.isArray(errors) && errors.length > 0) return errors.every(neverSent)
  if (syscall === 'connect' || syscall === 'getaddrinfo') return true
  if (typeof code === 'string' && (NEVER_CONNECTED.test(code) || NO_TLS.test(code))) return true
  if (code === 'EPROTO' && NO_HANDSHAKE.test(String(message))) return true
  return cause !== undefined && neverSent(cause)
}
