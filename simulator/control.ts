import express, { type NextFunction, type Request, type Response, type Router } from 'express'
import { addCallControl } from './control-calls.ts'
import { FATE_NAMES, isFate } from './fates.ts'
import { readPathPhone } from './phone.ts'
import { answerProblem } from './problem.ts'
import { refuseCrossSite } from './same-site.ts'
import { handsetOf, keepMail, type Handset } from './world.ts'
import type { Network } from './network.ts'

/** The longest wait that can be asked for: an hour. */
const LONGEST_MS = 3_600_000

const NO_NUMBER = 'The path must name a number like +12025550123.'

/** Makes the routes by which tests and the demo steer the phones and see what happened. */
export function makeControlRouter(network: Network, forget: () => void): Router {
  const router = express.Router()
  router.use(refuseCrossSite, express.json({ limit: '16kb' }))
  router.put('/handsets/:phone', (req, res) => putHandset(network, req, res))
  router.get('/handsets/:phone/messages', (req, res) => {
    const phone = readPathPhone(req.params.phone)
    if (phone === null) return answerProblem(res, 400, NO_NUMBER)
    res.json(listArrived(network.world.handsets.get(phone)))
  })
  router.get('/requests', (_req, res) => {
    res.json(network.world.requests.list().map((request) => ({ ...request, at: writeTime(request.at) })))
  })
  router.get('/mailboxes/:address/messages', (req, res) => {
    const mails = network.world.mailboxes.get(req.params.address.trim().toLowerCase()) ?? []
    res.json(mails.toReversed().map((mail) => ({ ...mail, at: writeTime(mail.at) })))
  })
  router.post('/mailboxes/:address/messages', (req, res) => postMail(network, req, res))
  router.delete('/', (_req, res) => {
    forget()
    res.status(204).end()
  })
  addCallControl(router, network)
  router.use((_req, res) => answerProblem(res, 404, 'There is no such route in the simulator.'))
  router.use(answerFailure)
  return router
}

function putHandset(network: Network, req: Request<{ phone: string }>, res: Response): void {
  const phone = readPathPhone(req.params.phone)
  if (phone === null) return answerProblem(res, 400, NO_NUMBER)
  const wrong = judgeFateChange(req.body)
  if (wrong !== null) return answerProblem(res, 400, wrong)
  changeFate(handsetOf(network.world, phone), req.body as FateChange)
  network.watchers.changed()
  res.status(204).end()
}

/** Where a mail server would be: how a process that the simulator does not run in delivers mail. */
function postMail(network: Network, req: Request<{ address: string }>, res: Response): void {
  const { subject, text, html } = (req.body ?? {}) as Record<string, unknown>
  if (typeof subject !== 'string' || typeof text !== 'string' || typeof html !== 'string')
    return answerProblem(res, 400, 'The body must have subject, text and html, each a text.')
  keepMail(network.world, { to: req.params.address, subject, text, html, at: network.clock.now() })
  network.watchers.changed()
  res.status(204).end()
}

type FateChange = { fate?: Handset['fate']; delay_ms?: number; queue_ms?: number }

/** Null: nothing is wrong. */
function judgeFateChange(body: unknown): string | null {
  if (typeof body !== 'object' || body === null || Array.isArray(body))
    return 'The body must be a JSON object.'
  const { fate, delay_ms, queue_ms, ...others } = body as Record<string, unknown>
  const stranger = Object.keys(others)[0]
  if (stranger !== undefined)
    return `"${stranger.slice(0, 40)}" is no field; there are fate, delay_ms and queue_ms.`
  if (fate !== undefined && (typeof fate !== 'string' || !isFate(fate))) {
    return `fate must be one of: ${FATE_NAMES.join(', ')}.`
  }
  const wrong = Object.entries({ delay_ms, queue_ms }).find(([, ms]) => ms !== undefined && !isWait(ms))
  return wrong ? `${wrong[0]} must be a whole number from 0 to ${LONGEST_MS}.` : null
}

function isWait(ms: unknown): boolean {
  return Number.isInteger(ms) && Number(ms) >= 0 && Number(ms) <= LONGEST_MS
}

/** A PUT replaces: waits that are not named go back to the fate's own. */
function changeFate(handset: Handset, change: FateChange): void {
  handset.fate = change.fate ?? handset.fate
  handset.delayMs = change.delay_ms ?? null
  handset.queueMs = change.queue_ms ?? 0
}

/** Newest first; only what reached the phone. */
function listArrived(handset: Handset | undefined) {
  const arrived = (handset?.messages ?? []).filter((message) => message.arrivedAt !== null)
  return arrived
    .toSorted(
      (one, other) => (other.arrivedAt ?? 0) - (one.arrivedAt ?? 0) || other.createdAt - one.createdAt,
    )
    .map((message) => ({
      sid: message.sid,
      from: message.from,
      to: message.to,
      body: message.body,
      at: writeTime(message.arrivedAt ?? message.createdAt),
      status: message.status,
      segments: message.parts.segments,
      encoding: message.parts.encoding,
    }))
}

function writeTime(ms: number): string {
  return new Date(ms).toISOString()
}

function answerFailure(_error: unknown, _req: Request, res: Response, _next: NextFunction): void {
  answerProblem(res, 400, 'The body must be JSON of at most 16 KB.')
}
