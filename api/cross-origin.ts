/**
 * Browsers of other origins: only those that a publishable key of the tenant lists may read an answer.
 */
import type { Request, RequestHandler, Response } from 'express'
import { isListedOrigin, listOrigins } from '#db/keys.ts'
import type { ApiContext, Caller } from './context.ts'
import type { Operation } from './operation.ts'

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
  const isKey = caller.kind === 'publishable'
  const listed = isKey ? caller.key.origins : await listOrigins(context.database, caller.tenantId)
  if (!listed.includes(origin)) return
  to.response.set({ 'Access-Control-Allow-Origin': origin, 'Access-Control-Expose-Headers': SHOWN })
  to.response.vary('Origin')
}

/** Whether a page may call this operation: with a publishable key, a session, or the secret of one verification or login. */
export function isForBrowsers({ access }: Operation): boolean {
  return (
    access.client !== undefined ||
    access.publishable === true ||
    access.session !== undefined ||
    access.staff !== undefined
  )
}

/**
 * Answers preflights. They carry no key, so an origin that any key lists is told to go on; whether it may is judged by
 * the key of the request itself.
 */
export function answerPreflight(context: ApiContext, methods: string): RequestHandler {
  return async (request, response, next) => {
    const origin = request.get('origin')
    if (origin === undefined || !request.get('access-control-request-method')) return next()
    response.vary('Origin')
    if (await isListedOrigin(context.database, origin)) {
      response.set({
        'Access-Control-Allow-Origin': origin,
        'Access-Control-Allow-Methods': methods,
        'Access-Control-Allow-Headers': HEADERS,
        'Access-Control-Max-Age': '600',
      })
    }
    response.status(204).end()
  }
}
