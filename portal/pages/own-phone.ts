/**
 * P5, /portal/profile/phone: a new number («save and get code»). It counts once its code has come back.
 */
import { readCountries } from '#portal/countries.ts'
import { explainProblem } from '#portal/explain-problem.ts'
import { writeFaults, writeForm, writeSubmit } from '#portal/form.ts'
import type { Fault } from '#portal/form.ts'
import { html } from '#core/html.ts'
import { writeMasked } from '#portal/own.ts'
import { BASE } from '#portal/portal.ts'
import { goTo, show } from '#portal/reply.ts'
import type { Reply, Route } from '#portal/reply.ts'
import { withPerson } from '#portal/signed-in.ts'
import type { SignedIn } from '#portal/signed-in.ts'
import { refuseUnexpected } from '#portal/unexpected.ts'
import type { Visit } from '#portal/visit.ts'
import { showOwnCode } from './own-phone-code.ts'
import { readPhoneFields, writePhoneFields } from './phone-fields.ts'
import { showProof, withProof } from './prove.ts'

const PATH = '/profile/phone'

export const PHONE_ROUTES: readonly Route[] = [
  { method: 'get', path: PATH, run: (visit) => withPerson(visit, (person) => open(visit, person)) },
  { method: 'post', path: PATH, run: (visit) => withPerson(visit, (person) => save(visit, person)) },
]

function open(visit: Visit, person: SignedIn): Promise<Reply> {
  return withProof(visit, { me: person.me, goal: PATH }, () => showForm(visit, person, []))
}

async function showForm(visit: Visit, { me }: SignedIn, faults: readonly Fault[]): Promise<Reply> {
  const { say, text, field, portal } = visit
  const { current_masked: current } = me.phone
  const countries = await readCountries(visit, field('country'))
  const body = html`${writeFaults(visit, faults)}
    <h1>${say('ownPhone.title')}</h1>
    ${current !== null && html`<p>${say('ownPhone.now', { phone: writeMasked(current) })}</p>`}
    <p>${say('phone.why')} ${current !== null && say('ownPhone.told')}</p>
    ${writeForm(
      visit,
      PATH,
      html`${writePhoneFields(visit, countries, faults)} ${writeSubmit(say('ownPhone.submit'))}`,
    )}
    <details>
      <summary>${say('phone.none')}</summary>
      <p>${say('phone.noneText', { brand: portal.brand })}</p>
    </details>
    <p><a href="${BASE}${me.session.enroll_only ? '/ways-in' : '/profile'}">${say('own.cancel')}</a></p>`
  return show({ title: text('ownPhone.title'), body, isFaulty: faults.length > 0 })
}

async function save(visit: Visit, person: SignedIn): Promise<Reply> {
  const { field, say } = visit
  if (field('phone').trim() === '')
    return showForm(visit, person, [{ field: 'phone', text: say('phone.empty') }])
  const answer = await person.keypad.changeOwnPhone(readPhoneFields(visit))
  if (answer.ok) return goTo(`${PATH}/code`)
  const { problem } = answer
  if (problem.code === 'step_up_required') return showProof(visit, person.me, PATH)
  refuseUnexpected(problem)
  const text = explainProblem(visit, problem, field('phone'))
  if (!LATER.has(problem.code)) return showForm(visit, person, [{ field: 'phone', text }])
  // The number is on file; only its code could not be sent yet.
  const now = await person.keypad.readMe()
  const waits = now.ok && now.data.phone.pending_masked !== null
  return waits
    ? showOwnCode(visit, now.data, [{ field: 'code', text }])
    : showForm(visit, person, [{ field: 'phone', text }])
}

const LATER = new Set(['send_too_soon', 'sends_exhausted', 'call_in_progress'])
