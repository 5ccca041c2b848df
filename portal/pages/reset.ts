/**
 * /portal/reset: a link for whoever forgot the password, and the page that the link leads to. The link's token stays in
 * the address only until the first answer; then a cookie has it.
 */
import { explainProblem } from '#portal/explain-problem.ts'
import { writeInput } from '#portal/fields.ts'
import { writeFaults, writeForm, writeSubmit } from '#portal/form.ts'
import type { Fault } from '#portal/form.ts'
import { html } from '#core/html.ts'
import { BASE } from '#portal/portal.ts'
import { goTo, show } from '#portal/reply.ts'
import type { Reply, Route } from '#portal/reply.ts'
import { refuseUnexpected } from '#portal/unexpected.ts'
import type { Visit } from '#portal/visit.ts'

export const RESET_ROUTES: readonly Route[] = [
  { method: 'get', path: '/reset', run: open },
  { method: 'post', path: '/reset', run: ask },
  { method: 'get', path: '/reset/sent', run: showSent },
  {
    method: 'get',
    path: '/reset/new',
    run: (visit) => (visit.cookie('reset') ? showNew(visit, []) : showDead(visit)),
  },
  { method: 'post', path: '/reset/new', run: setPassword },
]

function open(visit: Visit): Reply {
  const token = visit.query('token')
  if (token === '') return showAsk(visit, [])
  const reply = goTo('/reset/new', { reset: /^[\w-]{1,200}$/.test(token) ? token : null })
  return { ...reply, headers: { 'Referrer-Policy': 'no-referrer' } }
}

function showAsk(visit: Visit, faults: readonly Fault[]): Reply {
  const { say, text, field } = visit
  const username = { label: say('signIn.username'), value: field('username') }
  const body = html`${writeFaults(visit, faults)}
    <h1>${say('reset.title')}</h1>
    <p>${say('reset.text')}</p>
    ${writeForm(
      visit,
      '/reset',
      html`${writeInput(visit, { name: 'username', autocomplete: 'username', ...username, faults })}
      ${writeSubmit(say('reset.submit'))}`,
    )}`
  return show({ title: text('reset.title'), body, isFaulty: faults.length > 0 })
}

async function ask(visit: Visit): Promise<Reply> {
  const { field, keypad, client, say } = visit
  const username = field('username')
  if (username.trim() === '') return showAsk(visit, [{ field: 'username', text: say('signIn.noUsername') }])
  const answer = await keypad.requestPasswordReset({ username, ...client })
  if (answer.ok) return goTo('/reset/sent')
  refuseUnexpected(answer.problem)
  return showAsk(visit, [{ field: 'username', text: explainProblem(visit, answer.problem) }])
}

function showSent({ say, text, portal }: Visit): Reply {
  const body = html`<h1>${say('reset.sentTitle')}</h1>
    <p>${say('reset.sentText')}</p>
    <p>${say('reset.sentNone', { brand: portal.brand })}</p>`
  return show({ title: text('reset.sentTitle'), body })
}

function showNew(visit: Visit, faults: readonly Fault[]): Reply {
  const { say, text } = visit
  const field = { label: say('reset.newPassword'), hint: say('register.passwordHint') }
  const body = html`${writeFaults(visit, faults)}
    <h1>${say('reset.newTitle')}</h1>
    ${writeForm(
      visit,
      '/reset/new',
      html`${writeInput(visit, { name: 'password', type: 'password', autocomplete: 'new-password', ...field, faults })}
      ${writeSubmit(say('reset.newSubmit'))}`,
    )}`
  return show({ title: text('reset.newTitle'), body, isFaulty: faults.length > 0 })
}

function showDead({ say, text }: Visit): Reply {
  const body = html`<h1>${say('reset.deadTitle')}</h1>
    <p>${say('reset.deadText')}</p>
    <p><a href="${BASE}/reset">${say('reset.again')}</a></p>`
  return show({ title: text('reset.deadTitle'), body, status: 410 }, { reset: null })
}

async function setPassword(visit: Visit): Promise<Reply> {
  const { keypad, client, say } = visit
  const token = visit.cookie('reset')
  if (token === undefined) return showDead(visit)
  const password = visit.field('password')
  if (password === '') return showNew(visit, [{ field: 'password', text: say('register.noPassword') }])
  const answer = await keypad.confirmPasswordReset({ token, new_password: password, ...client })
  if (answer.ok) return goTo('/sign-in?said=password_set', { reset: null, session: null })
  refuseUnexpected(answer.problem)
  if (answer.problem.code === 'reset_link_invalid') return showDead(visit)
  return showNew(visit, [{ field: 'password', text: explainProblem(visit, answer.problem) }])
}
