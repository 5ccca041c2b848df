/**
 * Requests as nobody's client library would send them: any method, path, headers and bytes, over kept connections.
 */
import { Agent, request } from 'node:http'
import type { IncomingHttpHeaders } from 'node:http'

/** One request. Header values may be lists: the header then comes several times. */
export type WireRequest = {
  method: string
  path: string
  headers: Record<string, string | string[]>
  body: Buffer | null
  /** Sends the body in chunks, without its length. */
  chunked: boolean
}

export type WireAnswer = { status: number; headers: IncomingHttpHeaders; body: Buffer }

/** Opens a client of one server; close it at the end. */
export function openWire(baseUrl: string, sockets: number) {
  const agent = new Agent({ keepAlive: true, maxSockets: sockets })
  const { hostname, port } = new URL(baseUrl)
  const send = ({ method, path, headers, body, chunked }: WireRequest): Promise<WireAnswer> =>
    new Promise((resolve, reject) => {
      const sent = request({ agent, hostname, port, method, path, headers: framed(headers, body, chunked) })
      sent.once('error', reject)
      sent.once('response', (response) => {
        const parts: Buffer[] = []
        response.on('data', (part: Buffer) => parts.push(part))
        response.once('error', reject)
        response.once('end', () =>
          resolve({ status: response.statusCode!, headers: response.headers, body: Buffer.concat(parts) }),
        )
      })
      sent.end(body ?? undefined)
    })
  return { send, close: () => agent.destroy() }
}

function framed(headers: WireRequest['headers'], body: Buffer | null, chunked: boolean) {
  if (chunked) return { ...headers, 'transfer-encoding': 'chunked' }
  return body === null ? headers : { ...headers, 'content-length': `${body.length}` }
}

/** Runs all orders, so many at once, and gives each answer to `seen`. */
export async function runAll<Order>(
  orders: readonly Order[],
  atOnce: number,
  work: (order: Order, index: number) => Promise<void>,
): Promise<void> {
  let next = 0
  const lane = async (): Promise<void> => {
    while (next < orders.length) {
      const index = next++
      await work(orders[index]!, index)
    }
  }
  await Promise.all(Array.from({ length: atOnce }, lane))
}
