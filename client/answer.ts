/**
 * What every call resolves to, and what it may be told besides.
 */
import type { ProblemCode } from './problem-codes.ts'

/**
 * What Keypad answered. Refusals are answers too, so that no `try` is needed to show a person what is wrong; look at
 * `ok` first. `requestId` is what support asks for; null: a proxy answered in Keypad's place, or took the header away.
 */
export type Answer<Data> =
  | { ok: true; status: number; data: Data; requestId: string | null }
  | { ok: false; status: number; problem: Problem; requestId: string | null }

/** A refusal, as RFC 9457 writes it. `detail` is one sentence that a person may read. */
export type Problem = {
  type: string
  title: string
  status: number
  detail: string
  instance: string
  /** A stable word. `unreadable`: not Keypad but something in between refused, and did not say why. */
  code: ProblemCode | 'unreadable' | (string & {})
  /** Whether the same request can succeed later. */
  retryable: boolean
  /** Seconds. */
  retry_after?: number | undefined
  tries_left?: number | undefined
  /** For `request_invalid`: which fields, and what is wrong with each. */
  errors?: { pointer: string; detail: string }[] | undefined
}

export type CallOptions = {
  /** Ends the call, and the waits between its tries. The call then throws the signal's reason. */
  signal?: AbortSignal | undefined
  /** For POSTs: two calls with the same key and body have one effect. Made freshly for every call by default. */
  idempotencyKey?: string | undefined
  /** For each try, besides what a long poll waits anyway. */
  timeoutMs?: number | undefined
}

/** A page of a list. */
export type Page<Entry> = {
  data: Entry[]
  has_more: boolean
  /** Send it as `cursor` for the next page; null: this is the last one. */
  next_cursor: string | null
}

export type PageQuery = { limit?: number | undefined; cursor?: string | undefined }
export type WaitQuery = {
  /** Seconds to wait for a change, at most 25. */
  wait?: number | undefined
  /** The version that you know; with `wait`, the answer comes once there is a newer one. */
  since?: number | undefined
}

/** The address of the person's browser, told by a back end; it then counts for limits. */
export type FromBrowser = { client_ip?: string | undefined }
