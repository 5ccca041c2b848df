/**
 * /portal/sign-in/live: waits for the next thing that happens to a text or call, for the script of the page.
 */
import { readTicket } from '#portal/login-ticket.ts'
import type { Reply, Route } from '#portal/reply.ts'
import type { Visit } from '#portal/visit.ts'
import { explainDelivery, isOver } from './step-status.ts'

export const LIVE_ROUTES: readonly Route[] = [{ method: 'get', path: '/sign-in/live', run: wait }]

/** Seconds; proxies often cut at thirty. */
const WAIT = 20

/** `moved`: the page is no longer what the login asks for, and should be loaded again. */
async function wait(visit: Visit): Promise<Reply> {
  const ticket = readTicket(visit.portal.key, visit.cookie('login'))
  const since = Number(visit.query('since'))
  if (!ticket || !Number.isSafeInteger(since)) return { json: { moved: true } }
  const answer = await visit.keypad.readLogin(ticket.id, { wait: WAIT, since }, { signal: visit.gone })
  if (!answer.ok) return { json: { moved: answer.status !== 429 } }
  const { version, next } = answer.data
  if (next.action !== visit.query('action') || !('verification' in next) || !next.verification)
    return { json: { moved: true } }
  const { verification } = next
  // A call that is over shows another button.
  const moved = verification.status !== 'pending' || (next.action === 'answer_call' && isOver(verification))
  return { json: { version, moved: moved && version > since, text: explainDelivery(visit, verification) } }
}
