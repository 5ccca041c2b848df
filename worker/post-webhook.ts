/**
 * Posts to an address that a tenant chose: to a public one only, which is looked up once and then connected to, so that
 * a name cannot mean something else a moment later. Nothing is followed.
 */
import { lookup } from 'node:dns/promises'
import { request as requestHttp } from 'node:http'
import { request as requestHttps } from 'node:https'
import type { LookupFunction } from 'node:net'
import { WEBHOOK_TIME_LIMIT_MS } from '#core/limits.ts'
import { isLoopback, isPublicAddress } from '#process/public-address.ts'
import { atMost } from '#queue/at-most.ts'

export type Posting = { url: string; headers: Record<string, string>; body: string }
/** Gives the status of the answer. Null: none came in time, or the address must not be reached. */
export type PostWebhook = (posting: Posting) => Promise<number | null>

/** `resolve` gives all addresses of a host. */
export type Resolve = (host: string) => Promise<{ address: string; family: number }[]>

const resolveHost: Resolve = (host) => lookup(host, { all: true })

/** Opens it; outside production this machine itself may be reached, and without TLS. */
export function openPostWebhook(isProduction: boolean, resolve: Resolve = resolveHost): PostWebhook {
  return (posting) => atMost(WEBHOOK_TIME_LIMIT_MS, post(posting, isProduction, resolve)).catch(() => null)
}

async function post(posting: Posting, isProduction: boolean, resolve: Resolve): Promise<number | null> {
  const url = new URL(posting.url)
  if (isProduction && url.protocol !== 'https:') return null
  const found = await resolve(url.hostname.replaceAll(/[[\]]/g, ''))
  const isAllowed = (address: string) => isPublicAddress(address) || (!isProduction && isLoopback(address))
  const [first] = found
  // One address that is not public is enough to mistrust the name.
  if (!first || !found.every(({ address }) => isAllowed(address))) return null
  return connect(url, posting, first)
}

function connect(
  url: URL,
  { headers, body }: Posting,
  to: { address: string; family: number },
): Promise<number> {
  const pinned: LookupFunction = (_host, options, done) =>
    options.all ? done(null, [to]) : done(null, to.address, to.family)
  const send = url.protocol === 'https:' ? requestHttps : requestHttp
  return new Promise((answer, fail) => {
    const request = send(url, {
      method: 'POST',
      headers: { ...headers, 'content-type': 'application/json', 'content-length': Buffer.byteLength(body) },
      agent: false,
      lookup: pinned,
      signal: AbortSignal.timeout(WEBHOOK_TIME_LIMIT_MS),
    })
    request.on('error', fail)
    request.on('response', (response) => {
      answer(response.statusCode ?? 0)
      response.on('error', () => {}).resume()
    })
    request.end(body)
  })
}
