/**
 * /portal/profile/password: another password, with the one so far.
 */
import type { Problem } from '#client/keypad.ts'
import { explainProblem } from '#portal/explain-problem.ts'
import { writeInput } from '#portal/fields.ts'
import { writeFaults, writeForm, writeSubmit } from '#portal/form.ts'
import type { Fault } from '#portal/form.ts'
import { html } from '#core/html.ts'
import { withOwner } from '#portal/own.ts'
import { BASE } from '#portal/portal.ts'
import { goTo, show } from '#portal/reply.ts'
import type { Reply, Route } from '#portal/reply.ts'
import type { SignedIn } from '#portal/signed-in.ts'
import { refuseUnexpected } from '#portal/unexpected.ts'
import type { Visit } from '#portal/visit.ts'

const PATH = '/profile/password'

export const PASSWORD_ROUTES: readonly Route[] = [
  { method: 'get', path: PATH, run: (visit) => withOwner(visit, () => showForm(visit, [])) },
  { method: 'post', path: PATH, run: (visit) => withOwner(visit, (person) => change(visit, person)) },
]

function showForm(visit: Visit, faults: readonly Fault[]): Reply {
  const { say, text } = visit
  const current = { label: say('password.current'), autocomplete: 'current-password' }
  const next = {
    label: say('reset.newPassword'),
    hint: say('register.passwordHint'),
    autocomplete: 'new-password',
  }
  const body = html`${writeFaults(visit, faults)}
    <h1>${say('own.password')}</h1>
    <p>${say('password.text')}</p>
    ${writeForm(
      visit,
      PATH,
      html`${writeInput(visit, { name: 'current', type: 'password', ...current, faults })}
      ${writeInput(visit, { name: 'password', type: 'password', ...next, faults })}
      ${writeSubmit(say('reset.newSubmit'))}`,
    )}
    <p><a href="${BASE}/profile">${say('own.cancel')}</a></p>`
  return show({ title: text('own.password'), body, isFaulty: faults.length > 0 })
}

async function change(visit: Visit, { keypad }: SignedIn): Promise<Reply> {
  const [current_password, new_password] = [visit.field('current'), visit.field('password')]
  const gaps = [
    ...(current_password === '' ? [{ field: 'current', text: visit.say('password.noCurrent') }] : []),
    ...(new_password === '' ? [{ field: 'password', text: visit.say('password.noNew') }] : []),
  ]
  if (gaps.length > 0) return showForm(visit, gaps)
  const answer = await keypad.changeOwnPassword({ current_password, new_password })
  if (answer.ok) return goTo('/profile?said=password')
  refuseUnexpected(answer.problem)
  return showForm(visit, [placeFault(visit, answer.problem)])
}

function placeFault(visit: Visit, problem: Problem): Fault {
  if (problem.code === 'credentials_incorrect') return { field: 'current', text: visit.say('password.wrong') }
  const field = problem.code === 'password_too_weak' ? 'password' : 'current'
  return { field, text: explainProblem(visit, problem) }
}
