import type { Request, Response } from 'express'
import type { Network } from '#simulator/network.ts'

const KEEP_ALIVE_MS = 20_000
const WATCHERS = 50

/** Tells an open page that something changed, as server-sent events; what changed it reads from the page itself. */
export function streamChanges({ watchers }: Network, _req: Request, res: Response): void {
  if (watchers.count() >= WATCHERS) {
    res.status(503).end()
    return
  }
  res.writeHead(200, { 'Content-Type': 'text/event-stream', 'X-Accel-Buffering': 'no' })
  const tell = () => res.write('event: change\ndata: {}\n\n')
  tell()
  const stopWatching = watchers.watch(tell, () => res.end())
  const keepAlive = setInterval(() => res.write(': still here\n\n'), KEEP_ALIVE_MS).unref()
  res.once('close', () => {
    clearInterval(keepAlive)
    stopWatching()
  })
}
