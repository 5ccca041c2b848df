/**
 * Twilio's callbacks. They count only when signed over our public address, with the nonce of their delivery and the
 * right account; then they may move a delivery forward or press a key, and nothing else.
 */
import express, { Router } from 'express'
import type { Request, RequestHandler, Response } from 'express'
import { readId } from '#core/ids.ts'
import { isDerivedSecret } from '#core/key-ring.ts'
import { Problem } from '#core/problem.ts'
import { isSignedByTwilio } from '#carrier/signature.ts'
import type { Form } from '#carrier/receipt-fields.ts'
import type { ApiContext } from './context.ts'
import { recordReceipt } from './hook-receipts.ts'

/** A callback whose origin is proven. */
export type Callback = { deliveryId: string; form: Form; query: Request['query'] }

/** The routes under /hooks/twilio. */
export function hookRoutes(context: ApiContext): Router {
  const router = Router({ caseSensitive: true, strict: true })
  router.use(...readSignedBody)
  router.use(requireSignature(context.config.carrier.authTokens, context.config.publicUrl))
  router.post(
    '/texts/:delivery',
    answerWith(context, (callback) => recordReceipt(context, callback, 'sms')),
  )
  router.post(
    '/calls/:delivery',
    answerWith(context, (callback) => recordReceipt(context, callback, 'call')),
  )
  // What is said in a call is loaded by the first key: it costs memory that an API without calls does not need.
  const pressKeys = async (callback: Callback) =>
    (await import('./hook-keys.ts')).pressKeysFrom(context, callback)
  router.post('/keys/:delivery', answerWith(context, pressKeys))
  return router
}

/** Twilio signs every field of a form, and a JSON body by its hash in the address; so that one is kept as it came. */
export const readSignedBody: RequestHandler[] = [
  express.urlencoded({ extended: false, limit: '16kb', parameterLimit: 200 }),
  express.raw({ type: 'application/json', limit: '16kb' }),
]

/** Refuses what Twilio has not signed. The address is built from the settings, never from what the request says. */
export function requireSignature(authTokens: readonly string[], publicUrl: string): RequestHandler {
  return (request, _response, next) => {
    const signature = request.get('x-twilio-signature')
    const url = publicUrl + request.originalUrl
    if (!isSignedByTwilio({ authTokens, signature, url, ...signedPart(request.body) }))
      throw new Problem('signature_invalid')
    next()
  }
}

function signedPart(
  body: unknown,
): { rawBody: string } | { params: Readonly<Record<string, string | string[]>> } {
  if (Buffer.isBuffer(body)) return { rawBody: body.toString('utf8') }
  return { params: (body ?? {}) as Record<string, string | string[]> }
}

/** Runs a callback; its answer is TwiML or nothing. */
function answerWith(
  context: ApiContext,
  work: (callback: Callback) => Promise<string | null>,
): RequestHandler {
  return async (request: Request, response: Response) => {
    const twiml = await work(readCallback(context, request))
    if (twiml === null) response.status(204).end()
    else response.type('text/xml').send(twiml)
  }
}

/** Joins a signed request to its delivery. Doubled fields and a nonce of another delivery are refused like a forgery. */
function readCallback(context: ApiContext, request: Request): Callback {
  const { delivery } = request.params
  const deliveryId = typeof delivery === 'string' ? readId('dlv', delivery) : null
  const { nonce } = request.query
  const form = (request.body ?? {}) as Form
  const isOurs =
    deliveryId !== null &&
    typeof nonce === 'string' &&
    isDerivedSecret(context.config.ring, nonce, 'callback', deliveryId) &&
    Object.values(form).every((value) => typeof value === 'string')
  if (!isOurs) throw new Problem('signature_invalid')
  return { deliveryId, form, query: request.query }
}
