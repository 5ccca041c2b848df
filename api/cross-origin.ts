/**
 * Browsers of other origins: only those that a publishable key of the tenant lists may read an answer.
 */
import type { Request, RequestHandler, Response } from 'express'
import type { ApiContext, Caller } from './context.ts'
import { listOrigins } from '#db/keys.ts'

const METHODS = 'GET, POST, DELETE'
const HEADERS = 'Authorization, Content-Type, Idempotency-Key'
const SHOWN = 'Request-Id, Retry-After, Idempotent-Replayed'

/** Lets the browser read the answer when its origin is on the list of the caller's key, or of the tenant's keys. */
export async function allowOrigin(
  context: ApiContext,
  caller: Caller,
  to: { request: Request; response: Response },
): Promise<void> {
  const origin = to.request.get('origin')
  if (origin === undefined || caller.kind === 'secret') return
  const listed =
    caller.kind === 'client' ? await listOrigins(context.database, caller.tenantId) : caller.key.origins
  if (!listed.includes(origin)) return
  to.response.set({ 'Access-Control-Allow-Origin': origin, 'Access-Control-Expose-Headers': SHOWN })
  to.response.vary('Origin')
}

/** Answers preflights. They carry no key, so they promise nothing: the request itself is judged by its key. */
export const answerPreflight: RequestHandler = (request, response, next) => {
  const origin = request.get('origin')
  if (request.method !== 'OPTIONS' || origin === undefined || !request.get('access-control-request-method'))
    return next()
  response.set({
    'Access-Control-Allow-Origin': origin,
    'Access-Control-Allow-Methods': METHODS,
    'Access-Control-Allow-Headers': HEADERS,
    'Access-Control-Max-Age': '600',
  })
  response.vary('Origin')
  response.status(204).end()
}
