import { createServer } from 'node:net'
import type { AddressInfo } from 'node:net'

/** Finds a port of 127.0.0.1 that nobody listens on: the wanted one if it is free, else any. 0: none is wanted. */
export async function findFreePort(wanted: number): Promise<number> {
  return (await tryPort(wanted)) ?? (await tryPort(0)) ?? 0
}

function tryPort(port: number): Promise<number | null> {
  const probe = createServer()
  return new Promise((resolve) => {
    probe.once('error', () => resolve(null))
    probe.listen(port, '127.0.0.1', () => {
      const { port: found } = probe.address() as AddressInfo
      probe.close(() => resolve(found))
    })
  })
}
