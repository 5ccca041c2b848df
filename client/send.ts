/**
 * One call: tried again where that is safe and can help, and answered as a union.
 */
import type { Answer, CallOptions, Problem } from './answer.ts'
import { KeypadError } from './keypad-error.ts'
import { readAnswer } from './read-answer.ts'
import { openTimeLimit, pause } from './time-limit.ts'

/** How to reach Keypad. */
export type Wire = {
  url: string
  token: string
  fetch: (url: string, init: RequestInit) => Promise<Response>
  timeoutMs: number
  retries: number
  /** What the client says about itself; null in browsers, which do that themselves. */
  userAgent: string | null
}

/** What is asked. `name` is the method's, for messages; `path` has the query. */
export type Ask = {
  name: string
  method: string
  path: string
  body: unknown
  /** Seconds that Keypad may wait before it answers. */
  waitSeconds: number
  options: CallOptions
}

/** What one try came to; a failure has no answer. */
export type Outcome = { answer: Answer<unknown> } | { failure: KeypadError }

/** Longer waits are for the person, not for the program. */
const LONGEST_PAUSE_MS = 5_000
const FIRST_PAUSE_MS = 200

/** Sends a call and resolves to its answer. Throws KeypadError when there is none, and the reason of an ended signal. */
export async function send(wire: Wire, ask: Ask): Promise<Answer<unknown>> {
  const init = writeRequest(wire, ask)
  for (let retry = 0; ; retry++) {
    const outcome = await tryOnce(wire, ask, init)
    const pauseMs = retry < wire.retries ? pauseAfter(outcome, ask, retry) : null
    if (pauseMs !== null) await pause(pauseMs, ask.options.signal)
    else if ('failure' in outcome) throw outcome.failure
    else return outcome.answer
  }
}

/** Every try is the same request, with the same Idempotency-Key: however many arrive, they have one effect. */
function writeRequest(wire: Wire, { method, body, options }: Ask): RequestInit {
  const headers = new Headers({ accept: 'application/json', authorization: `Bearer ${wire.token}` })
  if (body !== undefined) headers.set('content-type', 'application/json')
  if (wire.userAgent !== null) headers.set('user-agent', wire.userAgent)
  if (method === 'POST') headers.set('idempotency-key', options.idempotencyKey ?? makeKey())
  return {
    ...{ method, headers, redirect: 'manual', cache: 'no-store', credentials: 'omit' },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  }
}

/** Unlike randomUUID, this is there on pages without https too. */
function makeKey(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16))
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('')
}

async function tryOnce(wire: Wire, ask: Ask, init: RequestInit): Promise<Outcome> {
  const { signal, timeoutMs = wire.timeoutMs } = ask.options
  signal?.throwIfAborted()
  const limit = openTimeLimit(timeoutMs + ask.waitSeconds * 1_000, signal)
  try {
    const response = await wire.fetch(wire.url + ask.path, { ...init, signal: limit.signal })
    return await readAnswer(response, ask.name, limit)
  } catch (error) {
    limit.close()
    signal?.throwIfAborted()
    if (limit.isOver()) return { failure: new KeypadError('timeout', ask.name) }
    return { failure: new KeypadError('unreachable', ask.name, wordOf(error)) }
  }
}

/** Only the system's word for what happened, such as ECONNREFUSED: messages may quote addresses. */
function wordOf(error: unknown): { word?: string } {
  const { code, cause } = (error ?? {}) as { code?: unknown; cause?: { code?: unknown } }
  const word = cause?.code ?? code
  return typeof word === 'string' && /^[A-Z][A-Z_]+$/.test(word) ? { word } : {}
}

/** How long to wait before the next try; null: this outcome stands. PATCH has no key that would make it safe. */
function pauseAfter(outcome: Outcome, { method }: Ask, retry: number): number | null {
  if (method === 'PATCH' || !mayPass(outcome)) return null
  const askedMs =
    'answer' in outcome && !outcome.answer.ok ? (outcome.answer.problem.retry_after ?? 0) * 1_000 : 0
  // Spread, so that clients that failed together do not come back together.
  const ownMs = FIRST_PAUSE_MS * 3 ** retry * (0.5 + Math.random())
  return askedMs > LONGEST_PAUSE_MS ? null : askedMs + ownMs
}

/** Whether it can be otherwise in a moment. Other refusals are kept with their key, and stay what they are. */
function mayPass(outcome: Outcome): boolean {
  if ('failure' in outcome) {
    const { failure, status } = outcome.failure
    return failure !== 'redirected' && (status === null || status >= 502)
  }
  return !outcome.answer.ok && isPassing(outcome.answer.problem)
}

function isPassing({ status, code }: Problem): boolean {
  if (code === 'rate_limited' || code === 'idempotency_in_flight') return true
  return (status === 429 && code === 'unreadable') || (status >= 502 && status <= 504)
}
