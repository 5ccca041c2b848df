import { isOver, makeMessage, writeMessage, type Message } from '#simulator/message.ts'
import { rushMessage, startMessage } from '#simulator/message-life.ts'
import { handsetOf, keepMessage } from '#simulator/world.ts'
import { answerAccepted, answerRefused, judgeFate } from './accept.ts'
import { field, readForm } from './form.ts'
import { judgeMessage, readMessageOrder } from './judge-message.ts'
import { matchesDate, writePage } from './listing.ts'
import { refuse } from './refusals.ts'
import type { Response, Router } from 'express'
import type { Network } from '#simulator/network.ts'
import type { Form } from '#simulator/signature.ts'

/** Adds Twilio's Messages resource: create, list, fetch, redact, delete. */
export function addMessages(router: Router, network: Network): void {
  const { world, accountSid } = network
  const list = `/2010-04-01/Accounts/${accountSid}/Messages.json`
  const one = `/2010-04-01/Accounts/${accountSid}/Messages/:sid.json`
  const write = (message: Message) => writeMessage(accountSid, message)
  router.post(list, (req, res) => createMessage(network, readForm(req), res))
  router.get(list, (req, res) => {
    const query = req.query as Form
    res.json(writePage(query, { key: 'messages', path: list, found: findMessages(network, query), write }))
  })
  router.get(one, (req, res) => {
    const message = world.messages.get(String(req.params['sid']))
    if (!message) return refuse(res, 20404)
    res.json(write(message))
  })
  router.post(one, (req, res) => {
    const message = world.messages.get(String(req.params['sid']))
    if (!message) return refuse(res, 20404)
    const refusal = redactMessage(network, message, readForm(req))
    if (refusal !== null) return refuse(res, refusal)
    res.json(write(message))
  })
  router.delete(one, (req, res) => removeMessage(network, String(req.params['sid']), res))
}

async function createMessage(network: Network, form: Form, res: Response): Promise<void> {
  const refusal = judgeMessage(form)
  if (refusal !== null) return answerRefused(network, res, refusal)
  const handset = handsetOf(network.world, field(form, 'To') ?? '')
  const refusedByFate = judgeFate(handset, 'text')
  if (refusedByFate !== null) return answerRefused(network, res, refusedByFate)
  const message = makeMessage(handset, readMessageOrder(form))
  keepMessage(network.world, handset, message)
  const json = writeMessage(network.accountSid, message)
  const start = () => startMessage(network, handset, message)
  const rush = () => rushMessage(network, handset, message)
  await answerAccepted(network, res, { json, handset, start, rush })
}

/** The only change that a text allows: an empty body, once it is over. Null: done. */
function redactMessage(network: Network, message: Message, form: Form): number | null {
  if (form['Body'] !== '') return 20001
  if (!isOver(message)) return 20009
  message.body = ''
  message.updatedAt = network.clock.now()
  network.watchers.changed()
  return null
}

function removeMessage(network: Network, sid: string, res: Response): void {
  const message = network.world.messages.get(sid)
  if (!message) return refuse(res, 20404)
  if (!isOver(message)) return refuse(res, 20009)
  network.world.messages.delete(sid)
  const own = network.world.handsets.get(message.to)?.messages ?? []
  if (own.includes(message)) own.splice(own.indexOf(message), 1)
  network.watchers.changed()
  res.status(204).end()
}

/** Newest first. A filter by number looks only at that phone. */
function findMessages({ world }: Network, query: Form): Message[] {
  const to = field(query, 'To')
  const from = field(query, 'From')
  const all = to === undefined ? [...world.messages.values()] : (world.handsets.get(to)?.messages ?? [])
  return all
    .filter(
      (message) =>
        (from === undefined || message.from === from) && matchesDate(query, 'DateSent', message.sentAt),
    )
    .toReversed()
}
