/**
 * Stands between the API and PostgreSQL and counts what it is asked: one round trip is one Sync or one simple Query
 * (PostgreSQL's protocol 3, chapter "Message Flow").
 */
import { connect, createServer } from 'node:net'
import type { AddressInfo, Socket } from 'node:net'

const SYNC = 'S'.charCodeAt(0)
const SIMPLE_QUERY = 'Q'.charCodeAt(0)

/** `take` gives the round trips since the last time it was asked, and begins anew. */
export type RoundTripProxy = { url: string; take(): number; close(): void }

/** Starts the proxy. Only connections of `applicationName` are counted: the queue has its own. */
export async function startRoundTripProxy(
  databaseUrl: string,
  applicationName: string,
): Promise<RoundTripProxy> {
  const to = new URL(databaseUrl)
  const sockets = new Set<Socket>()
  let count = 0
  const server = createServer((client) => {
    const upstream = connect(Number(to.port), to.hostname)
    for (const socket of [client, upstream]) {
      sockets.add(socket)
      socket.once('error', () => socket.destroy()).once('close', () => upstream.destroy())
    }
    const read = readMessages(applicationName, () => count++)
    client.on('data', read)
    client.pipe(upstream).pipe(client)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const url = Object.assign(new URL(databaseUrl), { port: `${(server.address() as AddressInfo).port}` }).href
  const take = (): number => {
    const taken = count
    count = 0
    return taken
  }
  const close = (): void => {
    server.close()
    for (const socket of sockets) socket.destroy()
  }
  return { url, take, close }
}

/** Cuts one connection's bytes into messages. The first has no type and names the application. */
function readMessages(applicationName: string, onRoundTrip: () => void): (bytes: Buffer) => void {
  let rest: Buffer = Buffer.alloc(0)
  let isCounted: boolean | null = null
  return (bytes) => {
    rest = Buffer.concat([rest, bytes])
    for (;;) {
      const typeLength = isCounted === null ? 0 : 1
      if (rest.length < typeLength + 4) return
      const length = typeLength + rest.readInt32BE(typeLength)
      if (rest.length < length) return
      const message = rest.subarray(0, length)
      rest = rest.subarray(length)
      if (isCounted === null) isCounted = message.includes(`application_name\0${applicationName}\0`)
      else if (isCounted && (message[0] === SYNC || message[0] === SIMPLE_QUERY)) onRoundTrip()
    }
  }
}
