/**
 * P6, /portal/ways-in/app: an authenticator app is set up. Its key is shown once, in the answer that made it.
 */
import { explainProblem } from '#portal/explain-problem.ts'
import { writeButton, writeFaults } from '#portal/form.ts'
import type { Fault } from '#portal/form.ts'
import { html } from '#core/html.ts'
import { writeSaid } from '#portal/own.ts'
import { BASE } from '#portal/portal.ts'
import { goTo, show } from '#portal/reply.ts'
import type { Reply, Route } from '#portal/reply.ts'
import { withPerson } from '#portal/signed-in.ts'
import type { SignedIn } from '#portal/signed-in.ts'
import { readOwnCode, writeOwnCode } from '#portal/typed-code.ts'
import { refuseUnexpected } from '#portal/unexpected.ts'
import type { Visit } from '#portal/visit.ts'
import { showProof, withProof } from './prove.ts'
import { writeTotpKey } from './step-enrol.ts'

const PATH = '/ways-in/app'
const CONFIRM = `${PATH}/confirm`

export const APP_ROUTES: readonly Route[] = [
  { method: 'get', path: PATH, run: (visit) => withPerson(visit, (person) => open(visit, person)) },
  { method: 'post', path: PATH, run: (visit) => withPerson(visit, (person) => setUp(visit, person)) },
  { method: 'get', path: CONFIRM, run: (visit) => withPerson(visit, () => showConfirm(visit, [])) },
  { method: 'post', path: CONFIRM, run: (visit) => withPerson(visit, (person) => confirm(visit, person)) },
]

const SAID = { off: 'app.offBound', late: 'app.late' } as const

function open(visit: Visit, { me }: SignedIn): Promise<Reply> {
  const { say, text } = visit
  return withProof(visit, { me, goal: PATH }, () => {
    const body = html`${writeSaid(visit, SAID)}
      <h1>${say('totp.title')}</h1>
      <p>${say('app.text')}</p>
      <p>${say(me.factors.totp ? 'app.replaces' : 'app.next')}</p>
      ${writeButton(visit, { action: PATH, fields: {}, look: 'main' }, say('app.show'))}
      <p><a href="${BASE}/ways-in">${say('own.cancel')}</a></p>`
    return show({ title: text('totp.title'), body })
  })
}

/** The address stays the same, and reading it again shows no key. */
async function setUp(visit: Visit, { keypad, me }: SignedIn): Promise<Reply> {
  const { say, text } = visit
  const answer = await keypad.setUpTotp({})
  if (!answer.ok) {
    refuseUnexpected(answer.problem)
    return showProof(visit, me, PATH)
  }
  const form = { action: CONFIRM, label: 'secret.totpLabel', submit: 'app.submit', faults: [] } as const
  const body = html`<h1>${say('totp.title')}</h1>
    ${writeTotpKey(visit, answer.data)}
    <h2>${say('totp.enter')}</h2>
    ${writeOwnCode(visit, form)}
    <p><a href="${BASE}/ways-in">${say('own.cancel')}</a></p>`
  return show({ title: text('totp.title'), body })
}

/** After a wrong code: the app has its key already, so that the picture need not be shown, or kept, again. */
function showConfirm(visit: Visit, faults: readonly Fault[]): Reply {
  const { say, text, portal } = visit
  const form = { action: CONFIRM, label: 'secret.totpLabel', submit: 'app.submit', faults } as const
  const body = html`${writeFaults(visit, faults)}
    <h1>${say('totp.enter')}</h1>
    <p>${say('secret.totpText', { brand: portal.brand })} ${say('app.clock')}</p>
    ${writeOwnCode(visit, form)} ${writeButton(visit, { action: PATH, fields: {} }, say('app.again'))}
    <p><a href="${BASE}/ways-in">${say('own.cancel')}</a></p>`
  return show({ title: text('totp.enter'), body, isFaulty: faults.length > 0 })
}

async function confirm(visit: Visit, { keypad }: SignedIn): Promise<Reply> {
  const read = readOwnCode(visit, 'secret.totpEmpty')
  if ('fault' in read) return showConfirm(visit, [read.fault])
  const answer = await keypad.confirmTotp({ code: read.code })
  if (answer.ok) return goTo('/ways-in?said=app_on')
  const { problem } = answer
  if (problem.code === 'nothing_pending') return goTo(`${PATH}?said=late`)
  refuseUnexpected(problem)
  const named = problem.code === 'code_incorrect' ? { ...problem, code: 'own_code_incorrect' } : problem
  return showConfirm(visit, [{ field: 'code', text: explainProblem(visit, named) }])
}
