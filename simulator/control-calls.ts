import { answerCall, declineCall, hangUp } from './call-life.ts'
import { pressKeys } from './twiml/line.ts'
import { isEnded, type Call } from './call.ts'
import { readPathPhone } from './phone.ts'
import { answerProblem } from './problem.ts'
import type { Response, Router } from 'express'
import type { Network } from './network.ts'

const KEYS = /^[0-9*#]{1,20}$/

/** Adds the routes that list calls and act for the person who holds the phone. */
export function addCallControl(router: Router, network: Network): void {
  router.get('/handsets/:phone/calls', (req, res) => {
    const phone = readPathPhone(req.params.phone)
    if (phone === null) return answerProblem(res, 400, 'The path must name a number like +12025550123.')
    res.json((network.world.handsets.get(phone)?.calls ?? []).toReversed().map(showCall))
  })
  router.post('/calls/:sid/digits', (req, res) => {
    const call = network.world.calls.get(req.params.sid)
    if (!call) return answerProblem(res, 404, 'There is no such call.')
    const digits = (req.body as { digits?: unknown } | undefined)?.digits
    if (typeof digits !== 'string' || !KEYS.test(digits)) {
      return answerProblem(res, 400, 'digits must be a text of 1 to 20 of 0-9, * and #.')
    }
    const heard = pressKeys(network, call, digits)
    if (heard === 'not_live')
      return answerProblem(res, 409, `Nobody is on the line: the call is ${call.status}.`)
    if (heard === 'unheard') return res.status(202).json({ heard: false })
    res.status(204).end()
  })
  for (const act of ['answer', 'decline', 'hangup'] as const) {
    router.post(`/calls/:sid/${act}`, (req, res) => {
      const call = network.world.calls.get(req.params.sid)
      if (!call) return answerProblem(res, 404, 'There is no such call.')
      answerAct(res, call, actOnCall(network, call, act))
    })
  }
}

/** Does what the person with the phone does. Hanging up while it still rings is declining. False: too late or too early. */
export function actOnCall(network: Network, call: Call, act: 'answer' | 'decline' | 'hangup'): boolean {
  if (act === 'answer') return answerCall(network, call)
  if (act === 'decline') return declineCall(network, call)
  return hangUp(network, call) || declineCall(network, call)
}

function answerAct(res: Response, call: Call, done: boolean): void {
  if (!done) return answerProblem(res, 409, `That cannot be done now: the call is ${call.status}.`)
  res.status(204).end()
}

function showCall(call: Call) {
  return {
    sid: call.sid,
    status: call.status,
    from: call.from,
    to: call.to,
    at: new Date(call.createdAt).toISOString(),
    said: call.said.map(({ text }) => text),
    waiting_for_digits: call.collector !== null,
    pressed: call.pressed,
    answered_by: call.answeredBy,
    duration: isEnded(call) ? call.duration : null,
    error_code: call.error?.code ?? null,
    recorded: call.recorded,
  }
}
