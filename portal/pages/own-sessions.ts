/**
 * /portal/profile/sessions: where and how somebody is signed in, and a button to end each.
 */
import type { OwnSession } from '#client/keypad.ts'
import { writeDay } from '#portal/day.ts'
import { writeButton } from '#portal/form.ts'
import { html } from '#core/html.ts'
import type { Html } from '#core/html.ts'
import { withOwner, writeSaid } from '#portal/own.ts'
import { BASE } from '#portal/portal.ts'
import { goTo, show } from '#portal/reply.ts'
import type { Reply, Route } from '#portal/reply.ts'
import type { SignedIn } from '#portal/signed-in.ts'
import { refuseUnexpected, UnexpectedProblem } from '#portal/unexpected.ts'
import type { Visit } from '#portal/visit.ts'
import { isWordKey } from '#portal/words/tables.ts'

const PATH = '/profile/sessions'

export const SESSION_ROUTES: readonly Route[] = [
  { method: 'get', path: PATH, run: (visit) => withOwner(visit, (person) => showSessions(visit, person)) },
  { method: 'get', path: `${PATH}/end`, run: () => goTo(PATH) },
  {
    method: 'post',
    path: `${PATH}/end`,
    run: (visit) => withOwner(visit, (person) => endSession(visit, person)),
  },
]

const SAID = { ended: 'sessions.ended' } as const

async function showSessions(visit: Visit, { keypad }: SignedIn): Promise<Reply> {
  const { say, text, query, gone } = visit
  const cursor = query('after')
  const answer = await keypad.listOwnSessions(cursor === '' ? {} : { cursor }, { signal: gone })
  if (!answer.ok) {
    // The place in the list may be of a session that is gone.
    if (cursor !== '') return goTo(PATH)
    throw new UnexpectedProblem(answer.problem)
  }
  const { data, next_cursor: next } = answer.data
  const body = html`${writeSaid(visit, SAID)}
    <h1>${say('sessions.title')}</h1>
    <p>${say('sessions.text')}</p>
    ${data.map((session) => writeSession(visit, session))}
    ${next !== null && html`<p><a href="${BASE}${PATH}?after=${next}">${say('sessions.more')}</a></p>`}
    <p><a href="${BASE}/profile">${say('own.back')}</a></p>`
  return show({ title: text('sessions.title'), body })
}

function writeSession(visit: Visit, session: OwnSession): Html {
  const { say } = visit
  const { id, current, auth_time: at, used_at: usedAt } = session
  const began = say('sessions.began', { time: writeDay(visit, at, true) })
  const end = { action: `${PATH}/end`, fields: { session: id }, look: 'plain' }
  const label = html`${say(current ? 'sessions.endThis' : 'sessions.end')}
  ${!current && html`<span class="hidden">: ${began}</span>`}`
  return html`<h2>${began}</h2>
    ${current && html`<p><strong>${say('sessions.current')}</strong></p>`}
    <p>${say('sessions.used', { time: writeDay(visit, usedAt, true) })}<br />${writeShown(visit, session)}</p>
    ${writeButton(visit, end, label)}`
}

/** What was shown when it began: the words of `amr` that say something to a person. */
function writeShown({ text, locale }: Visit, { amr }: OwnSession): string {
  const words = amr.map((word) => `amr.${word}`).filter(isWordKey)
  return new Intl.ListFormat(locale, { type: 'unit' }).format(words.map((key) => text(key)))
}

async function endSession(visit: Visit, { keypad, me }: SignedIn): Promise<Reply> {
  const id = visit.field('session')
  if (!/^ses_\w{1,60}$/.test(id)) return goTo(PATH)
  const answer = await keypad.endOwnSession(id)
  // One that has just ended by itself is gone all the same.
  if (!answer.ok && answer.problem.code !== 'not_found') {
    refuseUnexpected(answer.problem)
    return goTo(PATH)
  }
  if (id === me.session.id) return goTo('/sign-in?said=signed_out', { session: null, form: null })
  return goTo(`${PATH}?said=ended`)
}
