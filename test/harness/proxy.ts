/**
 * A TCP proxy that can be ill: between the product and whatever it talks to.
 */
import { connect, createServer } from 'node:net'
import type { AddressInfo, Socket } from 'node:net'

/**
 * `hold_requests` and `hold_answers` keep bytes back until the mode changes; `black_hole` swallows them for ever;
 * `cut_after_request` breaks the connection as soon as the other side begins to answer.
 */
export type ProxyMode =
  | 'pass'
  | 'hold_requests'
  | 'hold_answers'
  | 'black_hole'
  | 'cut_after_request'
  | { delayMs: number }

export type Proxy = {
  port: number
  set(mode: ProxyMode): void
  /** Breaks every open connection. */
  cut(): void
  close(): Promise<void>
}

type Way = 'requests' | 'answers'

/** Starts a proxy in front of a local port. */
export async function startProxy(targetPort: number): Promise<Proxy> {
  let mode: ProxyMode = 'pass'
  let held: (() => void)[] = []
  const sockets = new Set<Socket>()
  const pass = (way: Way, to: Socket, bytes: Buffer): void => {
    const write = (): void => void (to.writable && to.write(bytes))
    if (typeof mode === 'object') return void setTimeout(write, mode.delayMs)
    if (mode === 'black_hole') return
    if (mode === `hold_${way}`) return void held.push(write)
    if (mode === 'cut_after_request' && way === 'answers') return void to.resetAndDestroy()
    write()
  }
  const server = createServer((client) => {
    const target = connect(targetPort, '127.0.0.1')
    join(client, target, (bytes) => pass('requests', target, bytes))
    join(target, client, (bytes) => pass('answers', client, bytes))
    for (const socket of [client, target]) sockets.add(socket.once('close', () => sockets.delete(socket)))
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const cut = (): void => {
    for (const socket of sockets) socket.destroy()
  }
  return {
    port: (server.address() as AddressInfo).port,
    set: (next) => {
      mode = next
      for (const write of held.splice(0)) write()
    },
    cut,
    close: async () => {
      cut()
      held = []
      await new Promise((resolve) => server.close(resolve))
    },
  }
}

function join(from: Socket, to: Socket, onBytes: (bytes: Buffer) => void): void {
  from.on('data', onBytes)
  from.on('error', () => {})
  from.on('close', () => to.destroy())
}
