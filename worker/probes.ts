/**
 * The worker's small HTTP side: /livez, /readyz, /metrics.
 */
import type { RequestListener } from 'node:http'
import type { RunningWorker } from './run.ts'

/** Answers probes; anything else is a 404. */
export function answerProbes(worker: RunningWorker): RequestListener {
  return (request, response) => {
    answer(worker, request.url ?? '').then(
      ({ status, type, body }) =>
        response.writeHead(status, { 'Content-Type': type, 'Cache-Control': 'no-store' }).end(body),
      () => response.writeHead(500).end(),
    )
  }
}

async function answer(
  worker: RunningWorker,
  path: string,
): Promise<{ status: number; type: string; body: string }> {
  if (path === '/livez') return json(200, { status: 'ok' })
  if (path === '/readyz') {
    const { isReady, ...report } = await worker.checkReadiness()
    return json(isReady ? 200 : 503, report)
  }
  if (path !== '/metrics') return json(404, { status: 'not_found' })
  const { registry, breakerOpen } = worker.context.metrics
  breakerOpen.set(worker.context.breaker.isOpen() ? 1 : 0)
  return { status: 200, type: registry.contentType, body: await registry.metrics() }
}

function json(status: number, body: unknown) {
  return { status, type: 'application/json', body: JSON.stringify(body) }
}
