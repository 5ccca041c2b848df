import express, { type Request, type Response, type Router } from 'express'
import { actOnCall } from '#simulator/control-calls.ts'
import { isFate } from '#simulator/fates.ts'
import { readPathPhone } from '#simulator/phone.ts'
import { answerProblem } from '#simulator/problem.ts'
import { pressKeys } from '#simulator/twiml/line.ts'
import { handsetOf } from '#simulator/world.ts'
import type { Network } from '#simulator/network.ts'

const REPLIES = 100

/** Adds what the forms of the page do. Each leads back to the page, so that it works without the script too. */
export function addActs(router: Router, network: Network, forget: () => void): void {
  router.use(express.urlencoded({ extended: false, limit: '4kb' }))
  router.post('/phones/:phone/fate', (req, res) => changeFate(network, req, res))
  router.post('/phones/:phone/replies', (req, res) => sendReply(network, req, res))
  router.post('/calls/:sid/:act', (req, res) => actOnPage(network, req, res))
  router.post('/forget', (req, res) => {
    forget()
    res.redirect(303, req.baseUrl)
  })
}

function changeFate(network: Network, req: Request<{ phone: string }>, res: Response): void {
  const phone = readPathPhone(req.params.phone)
  const fate = readField(req, 'fate')
  if (phone === null || !isFate(fate)) return answerProblem(res, 400, 'There is no such phone or fate.')
  const handset = handsetOf(network.world, phone)
  Object.assign(handset, { fate, delayMs: null, queueMs: 0 })
  network.watchers.changed()
  leadBack(req, res, phone)
}

/** STOP and START are words that carriers act on themselves, whatever their case. */
function sendReply(network: Network, req: Request<{ phone: string }>, res: Response): void {
  const phone = readPathPhone(req.params.phone)
  const text = readField(req, 'text').trim().toUpperCase()
  if (phone === null || (text !== 'STOP' && text !== 'START')) {
    return answerProblem(res, 400, 'A phone can text back STOP or START.')
  }
  const handset = handsetOf(network.world, phone)
  handset.optedOut = text === 'STOP'
  if (text === 'START' && handset.fate === 'opted_out') handset.fate = 'delivered'
  handset.replies.push({ text, at: network.clock.now() })
  if (handset.replies.length > REPLIES) handset.replies.shift()
  network.watchers.changed()
  leadBack(req, res, phone)
}

function actOnPage(network: Network, req: Request<{ sid: string; act: string }>, res: Response): void {
  const call = network.world.calls.get(req.params.sid)
  if (!call) return answerProblem(res, 404, 'There is no such call.')
  const { act } = req.params
  const keys = readField(req, 'digits')
  if (act === 'digits' && /^[0-9*#]$/.test(keys)) pressKeys(network, call, keys)
  else if (act === 'answer' || act === 'decline' || act === 'hangup') actOnCall(network, call, act)
  else return answerProblem(res, 400, 'A call can be answered, declined, hung up, or take one key.')
  leadBack(req, res, call.to)
}

function readField(req: Request<Record<string, string>>, name: string): string {
  const value = (req.body as Record<string, unknown> | undefined)?.[name]
  return typeof value === 'string' ? value : ''
}

function leadBack(req: Request<Record<string, string>>, res: Response, phone: string): void {
  res.redirect(303, `${req.baseUrl}?n=${encodeURIComponent(phone)}#phone-${phone.slice(1)}`)
}
