import express, { type NextFunction, type Request, type Response, type Router } from 'express'
import { addCalls } from './calls.ts'
import { field, readForm } from './form.ts'
import { addLookups } from './lookups.ts'
import { addMessages } from './messages.ts'
import { refuse } from './refusals.ts'
import type { Network } from '#simulator/network.ts'
import type { Form } from '#simulator/signature.ts'

const PATHS = ['/2010-04-01', '/v2']

/** Makes Twilio's REST API: every request is recorded, then must carry the account's name and token. */
export function makeRestRouter(network: Network): Router {
  const router = express.Router()
  const credentials = Buffer.from(`${network.accountSid}:${network.authToken}`).toString('base64')
  router.use(PATHS, express.urlencoded({ extended: false, limit: '64kb' }))
  router.use(PATHS, (req, res, next) => {
    recordRequest(network, req, res)
    if (req.headers.authorization !== `Basic ${credentials}`) return refuse(res, 20003)
    next()
  })
  addMessages(router, network)
  addCalls(router, network)
  addLookups(router, network)
  router.use(PATHS, (_req, res) => refuse(res, 20404))
  router.use(PATHS, (_error: unknown, _req: Request, res: Response, _next: NextFunction) =>
    refuse(res, 20001),
  )
  return router
}

/** Kept for `GET /simulator/requests` at once, and for the page's log once the answer is known. */
function recordRequest(network: Network, req: Request, res: Response): void {
  const at = network.clock.now()
  const path = req.baseUrl.slice(req.baseUrl.search(/\/(2010-04-01|v2)$/)) + req.path
  const form = req.method === 'GET' ? (req.query as Form) : readForm(req)
  network.world.requests.push({ method: req.method, path, form, at })
  res.once('close', () => {
    const answered = res.writableFinished
    network.record({
      at,
      kind: 'request',
      phone: field(form, 'To') ?? null,
      title: `${req.method} ${path.split('/').slice(-1)[0] ?? path}`,
      result: answered ? `HTTP ${res.statusCode}` : 'no answer',
      ok: answered && res.statusCode < 400,
      tookMs: network.clock.now() - at,
      tries: 1,
      target: path,
      form,
      signature: null,
    })
  })
}
