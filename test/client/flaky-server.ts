/**
 * A server that answers as it is told, once each: what a client meets between itself and Keypad.
 */
import { createServer } from 'node:http'
import type { IncomingHttpHeaders, ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'

/** `cut`: the connection breaks; `half`: in the middle of the body; `hang`: no answer at all. */
export type Turn =
  | 'cut'
  | 'half'
  | 'hang'
  | { status: number; headers?: Record<string, string>; body?: unknown; raw?: string }

export type Seen = { method: string; url: string; headers: IncomingHttpHeaders; body: string; at: number }

/** Starts it; the last turn is repeated. */
export async function startFlaky(...turns: Turn[]) {
  const seen: Seen[] = []
  const server = createServer((request, response) => {
    let body = ''
    request.on('data', (piece) => (body += String(piece)))
    request.on('end', () => {
      const { method = '', url = '', headers } = request
      const turn = turns[Math.min(seen.length, turns.length - 1)]!
      seen.push({ method, url, headers, body, at: performance.now() })
      take(turn, response)
    })
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    seen,
    close: async () => {
      server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
    },
  }
}

function take(turn: Turn, response: ServerResponse): void {
  if (turn === 'hang') return
  if (turn === 'cut') return void response.socket?.destroy()
  if (turn === 'half') {
    response.writeHead(200, { 'content-type': 'application/json', 'content-length': '99' }).write('{"id":')
    return void setTimeout(() => response.socket?.destroy(), 5)
  }
  const type = turn.status < 400 ? 'application/json' : 'application/problem+json'
  response.writeHead(turn.status, { 'content-type': type, 'request-id': 'req_1', ...turn.headers })
  response.end(turn.raw ?? (turn.body === undefined ? '' : JSON.stringify(turn.body)))
}

/** A refusal as Keypad writes it. */
export function problem(status: number, code: string, more: object = {}): Turn {
  const usual = { type: 'about:blank', title: code, status, detail: '', instance: '', code, retryable: true }
  return { status, body: { ...usual, ...more } }
}
