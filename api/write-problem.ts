/**
 * The one place where refusals and mistakes become answers.
 */
import type { ErrorRequestHandler, Request, Response } from 'express'
import { sqlStateOf } from '#db/client.ts'
import { PROBLEMS, Problem, writeProblem } from '#core/problem.ts'
import type { ApiContext } from './context.ts'
import { requestIdOf } from './request-id.ts'

/** Express's error handler: a Problem as problem+json, a database that is away as 503, anything else as a bare 500. */
export function handleErrors(context: ApiContext): ErrorRequestHandler {
  return (error: unknown, request, response, _next) => {
    const problem = toProblem(error)
    if (problem.code === 'internal')
      context.log.error({ request: requestIdOf(response), error: describe(error) }, 'mistake')
    // Half an answer is out already: cutting the connection is all that still tells its reader.
    if (response.headersSent) return void response.destroy()
    sendProblem(context, problem, { request, response })
  }
}

/** Writes a problem as the answer to a request. */
export function sendProblem(
  context: ApiContext,
  problem: Problem,
  to: { request: Request; response: Response },
): void {
  const { status } = PROBLEMS[problem.code]
  const retryAfter = problem.extras.retry_after
  if (retryAfter !== undefined) to.response.set('Retry-After', String(retryAfter))
  if (problem.code === 'key_invalid') to.response.set('WWW-Authenticate', 'Bearer')
  to.response
    .status(status)
    .type('application/problem+json')
    .send(JSON.stringify(writeProblem(problem, context.config.publicUrl, requestIdOf(to.response))))
}

/** Turns whatever was thrown into a problem. */
function toProblem(error: unknown): Problem {
  if (error instanceof Problem) return error
  if (isAway(error)) return new Problem('unavailable', { retry_after: 2 })
  // An address whose percent signs stand for nothing names nothing.
  if (error instanceof URIError) return new Problem('not_found')
  const { status } = (error ?? {}) as { status?: number }
  if (status === 413) return new Problem('body_too_large')
  if (status === 415) return new Problem('content_type_unsupported')
  if (status !== undefined && status >= 400 && status < 500)
    return new Problem('request_invalid', {
      detail: 'The body or address cannot be read: malformed JSON or encoding.',
    })
  return new Problem('internal')
}

/** SQLSTATE classes that mean "not now": connection, resources, shutdown, and the time limits of db/client.ts. */
const AWAY_STATES = /^(08|53|57|58)|^(55P03|25P02|25P03|40001|40P01)$/
const AWAY_CODES = new Set([
  'ECONNREFUSED',
  'ECONNRESET',
  'EPIPE',
  'ETIMEDOUT',
  'ENOTFOUND',
  'EAI_AGAIN',
  'EHOSTUNREACH',
])

/** Whether an error says that the database is away or too slow, so that a retry may help. */
function isAway(error: unknown): boolean {
  const state = sqlStateOf(error)
  if (state !== null && AWAY_STATES.test(state)) return true
  const { code, message, cause } = (error ?? {}) as { code?: string; message?: string; cause?: unknown }
  if (code !== undefined && AWAY_CODES.has(code)) return true
  // The query builder wraps what the driver says.
  if (cause !== undefined && isAway(cause)) return true
  return /connection terminated|timeout exceeded when trying to connect|client has encountered a connection error|query read timeout|not queryable/i.test(
    message ?? '',
  )
}

/** What may be logged of a mistake: its class, place and SQLSTATE; never a message that could quote data. */
function describe(error: unknown): Record<string, unknown> {
  if (!(error instanceof Error)) return { name: typeof error }
  const frames = error.stack?.split('\n').filter((text) => /^\s+at /.test(text)) ?? []
  return {
    name: error.name,
    state: sqlStateOf(error),
    stack: frames.slice(0, 8).map((frame) => frame.trim()),
  }
}
