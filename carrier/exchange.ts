/**
 * One request over HTTP and its whole answer. Node's own client with connections that are kept: the library's axios takes
 * a fifth of a worker's processor time (docs/performance.md).
 */
import http from 'node:http'
import https from 'node:https'
import type { IncomingMessage } from 'node:http'

/** More than any worker's concurrency, so that no request waits for a socket while its time limit runs. */
const MAX_SOCKETS = 100

/** What goes out. `limitMs` counts over the whole exchange: a dripping answer ends as well. */
export type Outgoing = {
  url: URL
  method: string
  headers: Record<string, string>
  form: string | null
  limitMs: number
}

/** A complete answer. `body` is what its JSON says, else the text as it came. */
export type Answer = { statusCode: number; headers: Record<string, unknown>; body: unknown }

/** Sends one request, once: no redirects, no proxy, no retry. Rejects with whatever broke, or when it took too long. */
export type Exchange = (outgoing: Outgoing) => Promise<Answer>

/** Opens the connections; an idle one is closed after `idleMs`. */
export function openExchange(idleMs: number): Exchange {
  const options = { keepAlive: true, maxSockets: MAX_SOCKETS, maxTotalSockets: MAX_SOCKETS, timeout: idleMs }
  const agents = { http: new http.Agent(options), https: new https.Agent(options) }
  return ({ url, method, headers, form, limitMs }) =>
    new Promise((resolve, reject) => {
      const isTls = url.protocol === 'https:'
      const agent = isTls ? agents.https : agents.http
      const request = (isTls ? https : http).request(url, { method, headers, agent })
      const timer = setTimeout(() => request.destroy(new Error('no answer in time')), limitMs)
      request.on('response', (response) => read(response, resolve, reject))
      request.on('error', reject)
      request.on('close', () => clearTimeout(timer))
      request.end(form ?? undefined)
    })
}

function read(
  response: IncomingMessage,
  resolve: (answer: Answer) => void,
  reject: (error: Error) => void,
): void {
  let text = ''
  response.setEncoding('utf8')
  response.on('data', (part: string) => (text += part))
  response.on('error', reject)
  response.on('end', () => {
    const { statusCode = 0, headers } = response
    resolve({ statusCode, headers, body: readJson(text) })
  })
}

function readJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return text
  }
}

/** Writes a form or a query; a list becomes one field for each of its values. */
export function writeForm(fields: object): string {
  const form = new URLSearchParams()
  for (const [name, value] of Object.entries(fields))
    for (const one of Array.isArray(value) ? value : [value])
      if (one !== undefined) form.append(name, String(one))
  return form.toString()
}
