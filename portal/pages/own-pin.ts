/**
 * P6, /portal/ways-in/pin: a first PIN, or another one with the one so far.
 */
import type { Me, Problem } from '#client/keypad.ts'
import { explainProblem } from '#portal/explain-problem.ts'
import { writeInput } from '#portal/fields.ts'
import { writeFaults, writeForm, writeSubmit } from '#portal/form.ts'
import type { Fault } from '#portal/form.ts'
import { html } from '#core/html.ts'
import type { Html } from '#core/html.ts'
import { BASE } from '#portal/portal.ts'
import { goTo, show } from '#portal/reply.ts'
import type { Reply, Route } from '#portal/reply.ts'
import { withPerson } from '#portal/signed-in.ts'
import type { SignedIn } from '#portal/signed-in.ts'
import { refuseUnexpected } from '#portal/unexpected.ts'
import type { Visit } from '#portal/visit.ts'
import { showProof, withProof } from './prove.ts'

const PATH = '/ways-in/pin'

export const PIN_ROUTES: readonly Route[] = [
  { method: 'get', path: PATH, run: (visit) => withPerson(visit, (person) => open(visit, person)) },
  { method: 'post', path: PATH, run: (visit) => withPerson(visit, (person) => save(visit, person)) },
]

/** Whoever knows the PIN needs no other proof to change it; whoever forgot it asks with `forgot`. */
function knowsPin({ query, field }: Visit, { factors }: Me): boolean {
  return factors.pin && query('forgot') === '' && field('forgot') === ''
}

function open(visit: Visit, { me }: SignedIn): Promise<Reply> | Reply {
  if (knowsPin(visit, me)) return showForm(visit, me, [])
  return withProof(visit, { me, goal: PATH }, () => showForm(visit, me, []))
}

function showForm(visit: Visit, me: Me, faults: readonly Fault[]): Reply {
  const { say, text } = visit
  const title = me.factors.pin ? 'pinSet.changeTitle' : 'pin.title'
  const body = html`${writeFaults(visit, faults)}
    <h1>${say(title)}</h1>
    <p>${say('pinSet.text')}</p>
    ${writeForm(visit, PATH, writeFields(visit, knowsPin(visit, me), faults))}
    ${knowsPin(visit, me) && html`<p><a href="${BASE}${PATH}?forgot=yes">${say('pinSet.forgot')}</a></p>`}
    <p><a href="${BASE}/ways-in">${say('own.cancel')}</a></p>`
  return show({ title: text(title), body, isFaulty: faults.length > 0 })
}

function writeFields(visit: Visit, asksCurrent: boolean, faults: readonly Fault[]): Html {
  const { say } = visit
  const common = { type: 'password', inputmode: 'numeric', width: 'code', faults } as const
  const current = {
    ...common,
    name: 'current',
    autocomplete: 'current-password',
    label: say('pinSet.current'),
  }
  const fresh = { ...common, autocomplete: 'new-password' }
  const first = { ...fresh, name: 'pin', label: say('pin.label'), hint: say('pin.hint') }
  return html`${asksCurrent ? writeInput(visit, current) : html`<input type="hidden" name="forgot" value="yes" />`}
  ${writeInput(visit, first)} ${writeInput(visit, { ...fresh, name: 'pin_again', label: say('pin.again') })}
  ${writeSubmit(say('pin.submit'))}`
}

async function save(visit: Visit, { keypad, me }: SignedIn): Promise<Reply> {
  const { field, say } = visit
  const asksCurrent = knowsPin(visit, me)
  const gaps = [
    ...(asksCurrent && field('current') === '' ? [{ field: 'current', text: say('pinSet.noCurrent') }] : []),
    ...(field('pin') === '' ? [{ field: 'pin', text: say('pinSet.noPin') }] : []),
  ]
  if (gaps.length > 0) return showForm(visit, me, gaps)
  const chosen = { pin: field('pin'), pin_confirmation: field('pin_again') }
  const answer = await keypad.changeOwnPin({
    ...(asksCurrent ? { current_pin: field('current') } : {}),
    ...chosen,
  })
  if (answer.ok) return goTo('/ways-in?said=pin')
  if (answer.problem.code === 'step_up_required') return showProof(visit, me, PATH)
  refuseUnexpected(answer.problem)
  return showForm(visit, me, [placeFault(visit, answer.problem)])
}

const FIELDS: Partial<Record<string, string>> = { pin_incorrect: 'current', pin_mismatch: 'pin_again' }

function placeFault(visit: Visit, problem: Problem): Fault {
  return { field: FIELDS[problem.code] ?? 'pin', text: explainProblem(visit, problem) }
}
