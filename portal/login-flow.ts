/**
 * How a login begins and ends in the browser: the ticket in its cookie, and then the session.
 */
import type { Answer, Login, Session } from '#client/keypad.ts'
import { readTicket, writeTicket } from './login-ticket.ts'
import type { LoginTicket } from './login-ticket.ts'
import { goTo } from './reply.ts'
import type { Reply } from './reply.ts'
import { refuseUnexpected } from './unexpected.ts'
import type { Visit } from './visit.ts'

/** The page that follows `next.action`. */
export const STEP = '/sign-in/step'

/** Takes up a login that was just started; at its end the browser goes to `to`, a path inside the portal. */
export function takeUpLogin(visit: Visit, login: Pick<Login, 'id'>, to = '/profile'): Reply {
  return goTo(STEP, { login: writeTicket(visit.portal.key, { id: login.id, to }) })
}

/** A login that goes on in this browser. */
export type Going = { ticket: LoginTicket; login: Login }

/** Reads the login of this browser. Null: there is none any more. */
export async function readGoing(visit: Visit): Promise<Going | null> {
  const ticket = readTicket(visit.portal.key, visit.cookie('login'))
  if (!ticket) return null
  const answer: Answer<Login> = await visit.keypad.readLogin(ticket.id, {}, { signal: visit.gone })
  if (answer.ok) return { ticket, login: answer.data }
  refuseUnexpected(answer.problem)
  return null
}

/** Where somebody goes whose login is gone. */
export function startAgain(): Reply {
  return goTo('/sign-in?said=ended', { login: null })
}

/** Lets somebody in. A new session gets a new secret for its forms. */
export function finishLogin(ticket: LoginTicket, session: Session | null): Reply {
  if (!session) return startAgain()
  return goTo(ticket.to, { login: null, form: null, session: session.token })
}
