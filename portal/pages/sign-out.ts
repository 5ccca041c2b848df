/**
 * /portal/sign-out: ends the session at Keypad, and has the browser forget every page it kept.
 */
import { goTo } from '#portal/reply.ts'
import type { Reply, Route } from '#portal/reply.ts'
import type { Visit } from '#portal/visit.ts'

export const SIGN_OUT_ROUTES: readonly Route[] = [{ method: 'post', path: '/sign-out', run: signOut }]

/** The cookie goes even if Keypad cannot be reached: whoever presses this is about to leave the computer. */
async function signOut(visit: Visit): Promise<Reply> {
  const token = visit.cookie('session')
  if (token !== undefined) await endSession(visit, token).catch(() => {})
  const reply = goTo('/sign-in?said=signed_out', { session: null, login: null, form: null })
  return { ...reply, headers: { 'Clear-Site-Data': '"cache"' } }
}

async function endSession({ keypad }: Visit, token: string): Promise<void> {
  const own = keypad.as(token)
  const me = await own.readMe()
  if (me.ok) await own.endOwnSession(me.data.session.id)
}
