/**
 * /portal/sign-in: the username and the password. What comes after is Keypad's to say.
 */
import { explainProblem } from '#portal/explain-problem.ts'
import { writeInput } from '#portal/fields.ts'
import { writeFaults, writeForm, writeSubmit } from '#portal/form.ts'
import type { Fault } from '#portal/form.ts'
import { html } from '#core/html.ts'
import type { Html } from '#core/html.ts'
import { takeUpLogin } from '#portal/login-flow.ts'
import { BASE } from '#portal/portal.ts'
import { goTo, show } from '#portal/reply.ts'
import type { Reply, Route } from '#portal/reply.ts'
import { refuseUnexpected } from '#portal/unexpected.ts'
import type { Visit } from '#portal/visit.ts'
import type { WordKey } from '#portal/words/tables.ts'

export const SIGN_IN_ROUTES: readonly Route[] = [
  { method: 'get', path: '/sign-in', run: open },
  { method: 'post', path: '/sign-in', run: signIn },
  { method: 'post', path: '/sign-in/stop', run: () => goTo('/sign-in?said=stopped', { login: null }) },
]

/** What another page had to say before it led here; the address holds only one of these words. */
const SAID: Partial<Record<string, WordKey>> = {
  signed_out: 'signIn.signedOut',
  ended: 'signIn.ended',
  stopped: 'signIn.stopped',
  password_set: 'signIn.passwordSet',
}

function open(visit: Visit): Reply {
  return visit.cookie('session') ? goTo('/profile') : showForm(visit, [])
}

function showForm(visit: Visit, faults: readonly Fault[]): Reply {
  const { say, text, field, query } = visit
  const said = SAID[query('said')]
  const username = { label: say('signIn.username'), value: field('username') }
  const password = { label: say('signIn.password') }
  const body = html`${writeFaults(visit, faults)}
    ${said && html`<p class="notice" role="status">${say(said)}</p>`}
    <h1>${say('signIn.title')}</h1>
    ${writeForm(
      visit,
      '/sign-in',
      html`${writeInput(visit, { name: 'username', autocomplete: 'username', ...username, faults })}
      ${writeInput(visit, { name: 'password', type: 'password', autocomplete: 'current-password', ...password, faults })}
      ${writeSubmit(say('signIn.submit'))}`,
    )}
    ${writeLinks(visit)}`
  return show({ title: text('signIn.title'), body, isFaulty: faults.length > 0 })
}

function writeLinks({ say }: Visit): Html {
  return html`<ul class="links">
    <li><a href="${BASE}/reset">${say('signIn.forgot')}</a></li>
    <li><a href="${BASE}/lost-phone">${say('signIn.lostPhone')}</a></li>
    <li><a href="${BASE}/register">${say('signIn.register')}</a></li>
  </ul>`
}

async function signIn(visit: Visit): Promise<Reply> {
  const { field, say, keypad, client } = visit
  const [username, password] = [field('username'), field('password')]
  const gaps = [
    ...(username.trim() === '' ? [{ field: 'username', text: say('signIn.noUsername') }] : []),
    ...(password === '' ? [{ field: 'password', text: say('signIn.noPassword') }] : []),
  ]
  if (gaps.length > 0) return showForm(visit, gaps)
  const answer = await keypad.startLogin({ username, password, ...client })
  if (answer.ok) return takeUpLogin(visit, answer.data)
  refuseUnexpected(answer.problem)
  return showForm(visit, [{ field: 'username', text: explainProblem(visit, answer.problem) }])
}
