/**
 * P5, /portal/profile/phone/code: the code that went to a new number; sending it again; giving the number up.
 */
import type { Me, Problem } from '#client/keypad.ts'
import { explainProblem } from '#portal/explain-problem.ts'
import { writeButton, writeFaults } from '#portal/form.ts'
import type { Fault } from '#portal/form.ts'
import { html } from '#core/html.ts'
import type { Html } from '#core/html.ts'
import { BASE } from '#portal/portal.ts'
import { goTo, show } from '#portal/reply.ts'
import type { Reply, Route } from '#portal/reply.ts'
import { withPerson } from '#portal/signed-in.ts'
import type { SignedIn } from '#portal/signed-in.ts'
import { readOwnCode, writeOwnCode } from '#portal/typed-code.ts'
import { refuseUnexpected } from '#portal/unexpected.ts'
import type { Visit } from '#portal/visit.ts'
import { showProof } from './prove.ts'
import { endingOf } from './step-view.ts'

const PATH = '/profile/phone/code'

export const PHONE_CODE_ROUTES: readonly Route[] = [
  { method: 'get', path: PATH, run: (visit) => withPerson(visit, ({ me }) => showOwnCode(visit, me, [])) },
  { method: 'post', path: PATH, run: (visit) => withPerson(visit, (person) => check(visit, person)) },
  { method: 'get', path: '/profile/phone/send', run: () => goTo(PATH) },
  {
    method: 'post',
    path: '/profile/phone/send',
    run: (visit) => withPerson(visit, (person) => send(visit, person)),
  },
  { method: 'get', path: '/profile/phone/cancel', run: () => goTo('/profile') },
  {
    method: 'post',
    path: '/profile/phone/cancel',
    run: (visit) => withPerson(visit, (person) => drop(visit, person)),
  },
  { method: 'get', path: '/profile/phone/done', run: (visit) => withPerson(visit, () => showDone(visit)) },
]

const SAID: Partial<Record<string, 'ownPhone.again' | 'ownPhone.calling'>> = {
  sent: 'ownPhone.again',
  calling: 'ownPhone.calling',
}

/** The page with the input. Without a number that waits there is nothing to type. */
export function showOwnCode(visit: Visit, { phone }: Me, faults: readonly Fault[]): Reply {
  const { say, text, query } = visit
  if (phone.pending_masked === null) return goTo('/profile')
  const ending = endingOf(phone.pending_masked)
  const form = { action: PATH, label: 'code.label', submit: 'ownPhone.verify', faults } as const
  const body = html`${writeFaults(visit, faults)}
    <h1>${say('code.title')}</h1>
    <p>${say(SAID[query('said')] ?? 'code.sms', { ending })}</p>
    ${writeOwnCode(visit, form)}
    <p>${say('ownPhone.minutes')}</p>
    ${writeOthers(visit, phone.current_masked !== null)}`
  return show({ title: text('code.title'), body, isFaulty: faults.length > 0 })
}

function writeOthers(visit: Visit, hasOld: boolean): Html {
  const { say } = visit
  const button = (action: string, fields: Record<string, string>, label: Html) =>
    html`<li>${writeButton(visit, { action, fields }, label)}</li>`
  return html`<ul class="links">
    ${button('/profile/phone/send', { channel: 'sms' }, say('code.again'))}
    ${button('/profile/phone/send', { channel: 'call' }, say('way.useCall'))}
    <li><a href="${BASE}/profile/phone">${say('ownPhone.other')}</a></li>
    ${button('/profile/phone/cancel', {}, say(hasOld ? 'own.drop' : 'own.dropFirst'))}
  </ul>`
}

async function check(visit: Visit, { keypad, me }: SignedIn): Promise<Reply> {
  const read = readOwnCode(visit, 'code.empty')
  if ('fault' in read) return showOwnCode(visit, me, [read.fault])
  const answer = await keypad.checkOwnPhoneCode({ code: read.code })
  if (answer.ok) return goTo(`/profile/phone/done${me.phone.current_masked === null ? '?said=first' : ''}`)
  refuseUnexpected(answer.problem)
  if (answer.problem.code === 'nothing_pending') return goTo('/profile')
  return showOwnCode(visit, me, [{ field: 'code', text: await explainCode(visit, keypad, answer.problem) }])
}

/** Whoever typed a code that was too old gets a new one at once. */
async function explainCode(visit: Visit, keypad: SignedIn['keypad'], problem: Problem): Promise<Html> {
  if (problem.code === 'verification_locked') return visit.say('ownPhone.locked')
  if (problem.code !== 'code_expired') return explainProblem(visit, problem)
  const sent = await keypad.sendOwnPhoneCode({})
  return visit.say(sent.ok ? 'code.resent' : 'code.old')
}

async function send(visit: Visit, { keypad, me }: SignedIn): Promise<Reply> {
  const isCall = visit.field('channel') === 'call'
  const answer = await keypad.sendOwnPhoneCode({ channel: isCall ? 'call' : 'sms' })
  if (answer.ok) return goTo(`${PATH}?said=${isCall ? 'calling' : 'sent'}`)
  const { problem } = answer
  if (problem.code === 'nothing_pending') return goTo('/profile')
  if (problem.code === 'step_up_required') return showProof(visit, me, '/profile/phone')
  refuseUnexpected(problem)
  return showOwnCode(visit, me, [{ field: 'code', text: explainProblem(visit, problem) }])
}

async function drop(visit: Visit, { keypad, me }: SignedIn): Promise<Reply> {
  const answer = await keypad.dropOwnPendingPhone()
  if (answer.ok || answer.problem.code === 'nothing_pending') return goTo('/profile?said=dropped')
  if (answer.problem.code === 'step_up_required') return showProof(visit, me, '/profile/phone')
  refuseUnexpected(answer.problem)
  return goTo('/profile')
}

function showDone({ say, text, query }: Visit): Reply {
  const isFirst = query('said') === 'first'
  const body = html`<h1>${say('ownPhone.done')}</h1>
    <p>${say(isFirst ? 'ownPhone.doneFirst' : 'ownPhone.doneText')}</p>
    <p><a class="button" href="${BASE}/profile">${say('own.back')}</a></p>`
  return show({ title: text('ownPhone.done'), body })
}
