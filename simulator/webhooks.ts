import { randomUUID } from 'node:crypto'
import { setMaxListeners } from 'node:events'
import { makeAgents, tryHttp, type Agents, type HttpOutcome } from './http-try.ts'
import { readOverrides, type Overrides } from './overrides.ts'
import { signWebhook, type Form } from './signature.ts'
import type { Clock } from './clock.ts'
import type { NewEntry } from './network.ts'

/** One webhook to deliver. */
type Webhook = { url: string; method: 'GET' | 'POST'; form: Form; phone: string; title: string }

/** The way out: signed requests to the product, with Twilio's retries. */
export type Webhooks = {
  send: (hook: Webhook) => Promise<HttpOutcome>
  /** Requests on their way, retries included. */
  inFlight: () => number
  close: () => Promise<void>
}

type Settings = { authToken: string; clock: Clock; record: (entry: NewEntry) => void }
type Prepared = { url: string; body: string | null; headers: Record<string, string>; overrides: Overrides }

/** What every delivery works with: its settings, kept connections, and the signal that ends all. */
type Post = Settings & { agents: Agents; signal: AbortSignal }

/** Makes the sender of webhooks. Sending never rejects; what went wrong stands in the outcome and the log. */
export function makeWebhooks(settings: Settings): Webhooks {
  const agents = makeAgents()
  const running = new Set<Promise<HttpOutcome>>()
  const closing = new AbortController()
  setMaxListeners(0, closing.signal)
  const post: Post = { ...settings, agents, signal: closing.signal }
  return {
    send(hook) {
      const sending = deliver(post, hook)
      running.add(sending)
      return sending.finally(() => running.delete(sending))
    },
    inFlight: () => running.size,
    async close() {
      closing.abort()
      agents.plain.destroy()
      agents.secure.destroy()
      await Promise.allSettled(running)
    },
  }
}

async function deliver(post: Post, hook: Webhook): Promise<HttpOutcome> {
  const prepared = prepare(post.authToken, hook)
  for (let tries = 1; ; tries++) {
    const startedAt = Date.now()
    const outcome = await tryOnce(post, hook.method, prepared)
    post.record(describe({ hook, prepared, outcome, tries, startedAt }))
    if (post.signal.aborted || tries > prepared.overrides.retries) return outcome
    if (!isRetried(outcome, prepared.overrides)) return outcome
  }
}

function tryOnce(post: Post, method: Webhook['method'], prepared: Prepared): Promise<HttpOutcome> {
  const { clock, agents, signal } = post
  const { url, body, headers, overrides } = prepared
  const connectMs = atLeast(clock.toReal(overrides.connectMs))
  const readMs = atLeast(clock.toReal(Math.min(overrides.readMs, overrides.totalMs)))
  return tryHttp({ url, method, headers, body, connectMs, readMs, agents, signal })
}

/** A scaled limit must stay long enough for a real answer on a busy machine. */
function atLeast(ms: number): number {
  return Math.max(ms, 250)
}

function prepare(authToken: string, hook: Webhook): Prepared {
  const fields = new URLSearchParams()
  for (const [key, value] of Object.entries(hook.form)) {
    for (const one of [value].flat()) fields.append(key, one)
  }
  const bare = hook.url.split('#', 1)[0] ?? ''
  const get = hook.method === 'GET'
  const url = get && fields.size > 0 ? `${bare}${bare.includes('?') ? '&' : '?'}${fields.toString()}` : bare
  const headers: Record<string, string> = {
    'X-Twilio-Signature': signWebhook(authToken, url, get ? {} : hook.form),
    'I-Twilio-Idempotency-Token': randomUUID(),
    'User-Agent': 'TwilioProxy/1.1 (simulator)',
    Accept: '*/*',
  }
  if (get) return { url, headers, body: null, overrides: readOverrides(hook.url) }
  headers['Content-Type'] = 'application/x-www-form-urlencoded; charset=UTF-8'
  const body = fields.toString()
  headers['Content-Length'] = String(Buffer.byteLength(body))
  return { url, headers, body, overrides: readOverrides(hook.url) }
}

/** Judges by the receiver's `rp` whether this outcome is worth another try. */
function isRetried(outcome: HttpOutcome, { policies }: Overrides): boolean {
  const has = (word: Overrides['policies'][number]) => policies.includes('all') || policies.includes(word)
  if (outcome.failure === 'connect') return has('ct')
  if (outcome.failure === 'read') return has('rt')
  const status = outcome.status ?? 0
  if (status >= 500) return has('5xx')
  return status >= 400 && has('4xx')
}

type Delivered = { hook: Webhook; prepared: Prepared; outcome: HttpOutcome; tries: number; startedAt: number }

function describe({ hook, prepared, outcome, tries, startedAt }: Delivered): NewEntry {
  const failures = { connect: 'not reachable', read: 'no answer', too_long: 'answer too long' }
  const status = outcome.status ?? 0
  return {
    at: startedAt,
    kind: 'callback',
    phone: hook.phone,
    title: hook.title,
    result: outcome.failure ? failures[outcome.failure] : `HTTP ${status}`,
    ok: outcome.failure === null && status < 400,
    tookMs: Date.now() - startedAt,
    tries,
    target: prepared.url,
    form: hook.form,
    signature: prepared.headers['X-Twilio-Signature'] ?? null,
  }
}
