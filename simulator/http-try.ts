import http from 'node:http'
import https from 'node:https'

/** One HTTP request of the simulator to the product, with its limits in real ms. */
export type HttpTry = {
  url: string
  method: 'GET' | 'POST'
  headers: Record<string, string>
  body: string | null
  connectMs: number
  readMs: number
  agents: Agents
  signal: AbortSignal
}

/** What came of it: a status, or how it failed. `connect`: never got through; `read`: no whole answer came. */
export type HttpOutcome = {
  status: number | null
  failure: 'connect' | 'read' | 'too_long' | null
  type: string
  body: string
}

/** Kept connections, one pool per scheme. */
export type Agents = { plain: http.Agent; secure: https.Agent }

/** More than Twilio reads of a TwiML answer (64 kB, error 11750). */
const BODY_LIMIT = 64 * 1024

/** Makes the pools; destroy both to let the process go. Idle connections go before a receiver (5 s in Node) closes them. */
export function makeAgents(): Agents {
  const options = { keepAlive: true, maxSockets: 64, timeout: 2_000 }
  return { plain: new http.Agent(options), secure: new https.Agent(options) }
}

/** Sends one request and never rejects: a receiver that is down or rude must not harm the simulator. */
export function tryHttp(order: HttpTry): Promise<HttpOutcome> {
  return new Promise((resolve) => {
    const request = open(order)
    const limit = makeLimit(() => request.destroy())
    let connected = false
    const settle = (outcome: Partial<HttpOutcome>) => {
      limit.clear()
      resolve({ status: null, failure: null, type: '', body: '', ...outcome })
    }
    const onConnect = () => {
      connected = true
      limit.set(order.readMs)
    }
    request.on('socket', (socket) => {
      limit.set(order.connectMs)
      if (!socket.connecting) return onConnect()
      socket.once(order.url.startsWith('https:') ? 'secureConnect' : 'connect', onConnect)
    })
    request.on('error', () => settle({ failure: connected ? 'read' : 'connect' }))
    request.on('response', (response) => readAnswer(response, settle))
    request.end(order.body ?? undefined)
  })
}

function open({ url, method, headers, agents, signal }: HttpTry): http.ClientRequest {
  if (url.startsWith('https:')) return https.request(url, { method, headers, signal, agent: agents.secure })
  return http.request(url, { method, headers, signal, agent: agents.plain })
}

function makeLimit(expire: () => void) {
  let timer: NodeJS.Timeout | undefined
  return {
    set(ms: number) {
      clearTimeout(timer)
      timer = setTimeout(expire, ms).unref()
    },
    clear: () => clearTimeout(timer),
  }
}

function readAnswer(response: http.IncomingMessage, settle: (outcome: Partial<HttpOutcome>) => void): void {
  const status = response.statusCode ?? 0
  const type = response.headers['content-type'] ?? ''
  let body = ''
  response.setEncoding('utf8')
  response.on('data', (piece: string) => {
    body += piece
    if (body.length <= BODY_LIMIT) return
    settle({ status, type, failure: 'too_long' })
    response.destroy()
  })
  response.on('end', () => settle({ status, type, body }))
  response.on('error', () => settle({ failure: 'read' }))
}
