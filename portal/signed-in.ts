/**
 * Pages for signed-in people only.
 */
import type { Keypad, Me } from '#client/keypad.ts'
import { goTo } from './reply.ts'
import type { Reply } from './reply.ts'
import { refuseUnexpected, UnexpectedProblem } from './unexpected.ts'
import type { Visit } from './visit.ts'

/** Who is signed in; `keypad` acts as this person. */
export type SignedIn = { keypad: Keypad; me: Me }

/** Runs a page for whoever is signed in; everybody else is sent to the sign-in page. */
export async function withPerson(
  visit: Visit,
  run: (person: SignedIn) => Reply | Promise<Reply>,
): Promise<Reply> {
  const token = visit.cookie('session')
  if (token === undefined) return goTo('/sign-in')
  const keypad = visit.keypad.as(token)
  const answer = await keypad.readMe({ signal: visit.gone })
  if (answer.ok) return run({ keypad, me: answer.data })
  if (answer.problem.code === 'key_invalid') return goTo('/sign-in?said=ended', { session: null })
  refuseUnexpected(answer.problem)
  throw new UnexpectedProblem(answer.problem)
}
