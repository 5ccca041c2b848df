/**
 * One log line per request: what operation, how it ended, how long it took. No address, no query, no body: they may
 * hold what belongs to a person.
 */
import type { RequestHandler } from 'express'
import type { ApiContext } from './context.ts'
import { requestIdOf } from './request-id.ts'

/** Not worth a line unless they fail: probes, and the simulator's own traffic. */
const QUIET = /^\/(livez|readyz|metrics|simulator|handsets)([/?]|$)/

/** Logs every answer that matters. */
export function logRequests({ log }: ApiContext): RequestHandler {
  return (request, response, next) => {
    const startedAt = performance.now()
    response.once('close', () => {
      if (QUIET.test(request.originalUrl) && response.statusCode < 500) return
      const operation = (response.locals['operation'] as string | undefined) ?? 'other'
      const ms = Math.round((performance.now() - startedAt) * 10) / 10
      const level = response.statusCode >= 500 ? 'error' : 'info'
      log[level]({ request: requestIdOf(response), operation, status: response.statusCode, ms }, 'answered')
    })
    next()
  }
}
