import { isEnded, isLive, makeCall, writeCall, type Call } from '#simulator/call.ts'
import { endCall, rushCall, startCall } from '#simulator/call-life.ts'
import { handsetOf, keepCall } from '#simulator/world.ts'
import { answerAccepted, answerRefused, judgeFate } from './accept.ts'
import { field, readForm } from './form.ts'
import { judgeCall, readCallOrder, readSource } from './judge-call.ts'
import { matchesDate, writePage } from './listing.ts'
import { refuse } from './refusals.ts'
import type { Response, Router } from 'express'
import type { Network } from '#simulator/network.ts'
import type { Form } from '#simulator/signature.ts'

/** Adds Twilio's Calls resource: create, list, fetch, update. */
export function addCalls(router: Router, network: Network): void {
  const { world, accountSid } = network
  const list = `/2010-04-01/Accounts/${accountSid}/Calls.json`
  const one = `/2010-04-01/Accounts/${accountSid}/Calls/:sid.json`
  const write = (call: Call) => writeCall(accountSid, call)
  router.post(list, (req, res) => createCall(network, readForm(req), res))
  router.get(list, (req, res) => {
    const query = req.query as Form
    res.json(writePage(query, { key: 'calls', path: list, found: findCalls(network, query), write }))
  })
  router.get(one, (req, res) => {
    const call = world.calls.get(String(req.params['sid']))
    if (!call) return refuse(res, 20404)
    res.json(write(call))
  })
  router.post(one, (req, res) => {
    const call = world.calls.get(String(req.params['sid']))
    if (!call) return refuse(res, 20404)
    const refusal = updateCall(network, call, readForm(req))
    if (refusal !== null) return refuse(res, refusal)
    res.json(write(call))
  })
}

async function createCall(network: Network, form: Form, res: Response): Promise<void> {
  const refusal = judgeCall(form)
  if (refusal !== null) return answerRefused(network, res, refusal)
  const handset = handsetOf(network.world, field(form, 'To') ?? '')
  const refusedByFate = judgeFate(handset, 'call')
  if (refusedByFate !== null) return answerRefused(network, res, refusedByFate)
  const call = makeCall(handset, readCallOrder(form))
  keepCall(network.world, handset, call)
  const json = writeCall(network.accountSid, call)
  const start = () => startCall(network, handset, call)
  const rush = () => rushCall(network, handset, call)
  await answerAccepted(network, res, { json, handset, start, rush })
}

/** Ends a call, or puts another document in place of the one that is playing. Null: done. */
function updateCall(network: Network, call: Call, form: Form): number | null {
  const status = field(form, 'Status')
  const source = readSource(form, 'Url')
  if (status === undefined && source === null) return 20001
  if (isEnded(call)) return 21220
  if (status === undefined) return isLive(call) ? redirectCall(call, source) : 21220
  if (status !== 'canceled' && status !== 'completed') return 20001
  if (isLive(call) && status === 'canceled') return 21220
  endCall(network, call, isLive(call) ? 'completed' : 'canceled')
  return null
}

function redirectCall(call: Call, source: Call['redirect']): null {
  call.redirect = source
  call.wake?.()
  return null
}

/** Newest first. A filter by number looks only at that phone. */
function findCalls({ world }: Network, query: Form): Call[] {
  const to = field(query, 'To')
  const from = field(query, 'From')
  const status = field(query, 'Status')
  const all = to === undefined ? [...world.calls.values()] : (world.handsets.get(to)?.calls ?? [])
  return all
    .filter((call) => from === undefined || call.from === from)
    .filter((call) => status === undefined || call.status === status)
    .filter((call) => matchesDate(query, 'StartTime', call.answeredAt ?? call.createdAt))
    .toReversed()
}
