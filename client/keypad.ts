/**
 * The client of Keypad: one method per operation of its API. Runs in Node, Deno, Bun and browsers; needs nothing.
 */
import { ADDRESSES } from './addresses.ts'
import type { CallName } from './addresses.ts'
import type { Answer, CallOptions } from './answer.ts'
import type { AuditCalls } from './audit.ts'
import { makeCall } from './make-call.ts'
import { KeypadError } from './keypad-error.ts'
import type { Login, LoginCalls } from './logins.ts'
import type { MeCalls } from './me.ts'
import type { PeopleCalls } from './people.ts'
import type { Wire } from './send.ts'
import type { SupportCalls } from './support.ts'
import type { Verification, VerificationCalls } from './verifications.ts'
import { waitUntilMoved } from './wait-until-moved.ts'
import type { WebhookCalls } from './webhook-calls.ts'

export type * from './answer.ts'
export type * from './audit.ts'
export type * from './logins.ts'
export type * from './me.ts'
export type * from './people.ts'
export type * from './problem-codes.ts'
export type * from './support.ts'
export type * from './verifications.ts'
export type * from './webhook-calls.ts'
export { KeypadError }
export type { Failure } from './keypad-error.ts'

export type KeypadOptions = {
  /** Where Keypad is, such as `https://keypad.example.org`. */
  url: string
  /** A secret key `kp_sk_…`, a publishable one `kp_pk_…`, a session `kp_ses_…`, or the `client_secret` of one login. */
  token: string
  /** For each try; 10 000 by default. */
  timeoutMs?: number | undefined
  /** How often a call is tried again where that is safe; 2 by default. */
  retries?: number | undefined
  /** Instead of the platform's own. */
  fetch?: ((url: string, init: RequestInit) => Promise<Response>) | undefined
}

export type WaitOptions = CallOptions & {
  /** The version that you have seen. */
  since: number
}

export type Keypad = VerificationCalls &
  LoginCalls &
  MeCalls &
  PeopleCalls &
  SupportCalls &
  AuditCalls &
  WebhookCalls & {
    /** The same Keypad with another token: the `client_secret` of a login, or somebody's session. */
    as(token: string): Keypad
    /** Waits until a login is newer than `since`, however long that takes: a key pressed on the phone, or its end. */
    waitForLogin(id: string, options: WaitOptions): Promise<Answer<Login>>
    /** Waits until a verification is newer than `since`: a receipt of the carrier, a key pressed, or its end. */
    waitForVerification(id: string, options: WaitOptions): Promise<Answer<Verification>>
  }

/** Opens a client. Nothing is sent before the first call. Throws a TypeError for a url or token that cannot be one. */
export function openKeypad(options: KeypadOptions): Keypad {
  const {
    token,
    timeoutMs = 10_000,
    retries = 2,
    fetch = (url, init) => globalThis.fetch(url, init),
  } = options
  return openWith({ url: readUrl(options.url), token, timeoutMs, retries, fetch, userAgent: nameOfClient() })
}

function openWith(wire: Wire): Keypad {
  // The platform quotes a header that it refuses, and this one is a secret.
  if (!/^[\x21-\x7e]+$/.test(wire.token))
    throw new TypeError('token must be a key, a session or a client_secret')
  const names = Object.keys(ADDRESSES) as CallName[]
  const calls = Object.fromEntries(names.map((name) => [name, makeCall(wire, name)])) as unknown as Keypad
  return {
    ...calls,
    as: (token) => openWith({ ...wire, token }),
    waitForLogin: (id, options) => waitUntilMoved((query) => calls.readLogin(id, query, options), options),
    waitForVerification: (id, options) =>
      waitUntilMoved((query) => calls.readVerification(id, query, options), options),
  }
}

function readUrl(text: string): string {
  const url = URL.canParse(text) ? new URL(text) : null
  if (!url || !/^https?:$/.test(url.protocol) || url.username || url.password || url.search || url.hash)
    throw new TypeError('url must be an address like https://keypad.example.org')
  return url.href.replace(/\/+$/, '')
}

/** Null in browsers: there the header would need a permission that Keypad does not give. */
function nameOfClient(): string | null {
  const { process } = globalThis as { process?: { versions?: { node?: string } } }
  return process?.versions?.node ? 'keypad-client/0.1.0' : null
}
