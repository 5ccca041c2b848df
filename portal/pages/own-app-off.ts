/**
 * P6, /portal/ways-in/app/off: the authenticator app is given up, with a code of it. Where the policy asks for one, the
 * next page sets one up again.
 */
import type { Me } from '#client/keypad.ts'
import { explainProblem } from '#portal/explain-problem.ts'
import { writeFaults } from '#portal/form.ts'
import type { Fault } from '#portal/form.ts'
import { html } from '#core/html.ts'
import { withOwner } from '#portal/own.ts'
import { BASE } from '#portal/portal.ts'
import { goTo, show } from '#portal/reply.ts'
import type { Reply, Route } from '#portal/reply.ts'
import type { SignedIn } from '#portal/signed-in.ts'
import { readOwnCode, writeOwnCode } from '#portal/typed-code.ts'
import { refuseUnexpected } from '#portal/unexpected.ts'
import type { Visit } from '#portal/visit.ts'
import { showProof, withProof } from './prove.ts'

const PATH = '/ways-in/app/off'

export const APP_OFF_ROUTES: readonly Route[] = [
  { method: 'get', path: PATH, run: (visit) => withOwner(visit, (person) => open(visit, person)) },
  { method: 'post', path: PATH, run: (visit) => withOwner(visit, (person) => switchOff(visit, person)) },
]

function open(visit: Visit, { me }: SignedIn): Promise<Reply> | Reply {
  if (!me.factors.totp) return goTo('/ways-in')
  return withProof(visit, { me, goal: PATH }, () => showForm(visit, me, []))
}

function showForm(visit: Visit, me: Me, faults: readonly Fault[]): Reply {
  const { say, text } = visit
  const form = { action: PATH, label: 'secret.totpLabel', submit: 'app.offSubmit', faults } as const
  const body = html`${writeFaults(visit, faults)}
    <h1>${say('app.offTitle')}</h1>
    <p>${say(isLastAsked(me) ? 'app.offAsked' : 'app.offText')}</p>
    ${writeOwnCode(visit, form)}
    <p><a href="${BASE}/ways-in">${say('own.cancel')}</a></p>`
  return show({ title: text('app.offTitle'), body, isFaulty: faults.length > 0 })
}

/** Whether nothing that the policy asks for would be left. */
function isLastAsked({ policy, factors }: Me): boolean {
  const others = { sms: factors.phone, call: factors.phone, totp: false, pin: factors.pin }
  return policy.required && !policy.factors.some((factor) => others[factor])
}

async function switchOff(visit: Visit, { keypad, me }: SignedIn): Promise<Reply> {
  const read = readOwnCode(visit, 'secret.totpEmpty')
  if ('fault' in read) return showForm(visit, me, [read.fault])
  const answer = await keypad.disableTotp({ code: read.code })
  if (answer.ok)
    return goTo(answer.data.session.enroll_only ? '/ways-in/app?said=off' : '/ways-in?said=app_off')
  const { problem } = answer
  if (problem.code === 'factor_not_allowed') return goTo('/ways-in')
  if (problem.code === 'step_up_required') return showProof(visit, me, PATH)
  refuseUnexpected(problem)
  const named = problem.code === 'code_incorrect' ? { ...problem, code: 'own_code_incorrect' } : problem
  return showForm(visit, me, [{ field: 'code', text: explainProblem(visit, named) }])
}
