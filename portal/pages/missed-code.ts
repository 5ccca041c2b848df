/**
 * P4, /portal/sign-in/help: why the code is not there, and the best next step.
 */
import type { Verification } from '#client/keypad.ts'
import { writeButton } from '#portal/form.ts'
import { html } from '#core/html.ts'
import type { Html } from '#core/html.ts'
import { readGoing, startAgain, STEP } from '#portal/login-flow.ts'
import { BASE } from '#portal/portal.ts'
import { goTo, show } from '#portal/reply.ts'
import type { Reply, Route } from '#portal/reply.ts'
import type { Visit } from '#portal/visit.ts'
import { explainDelivery } from './step-status.ts'
import type { NextCode } from './step-view.ts'
import { writeWays } from './ways.ts'

export const MISSED_ROUTES: readonly Route[] = [{ method: 'get', path: '/sign-in/help', run: showMissed }]

async function showMissed(visit: Visit): Promise<Reply> {
  const going = await readGoing(visit)
  if (!going) return startAgain()
  const { next, id } = going.login
  if (next.action !== 'enter_code' && next.action !== 'answer_call') return goTo(STEP)
  const { verification } = next
  if (!verification) return goTo(STEP)
  const { say, text } = visit
  const phone = html`<bdi dir="ltr">${verification.to_masked}</bdi>`
  const body = html`<h1>${say('missed.title')}</h1>
    ${await writeVerdict(visit, id, verification)} ${writeResend(visit, next, verification)}
    <ol>
      <li>${say('missed.wait')}</li>
      <li>${say('missed.number', { phone })}</li>
      <li>${say('missed.signal')}</li>
      <li>${say('missed.blocked')}</li>
      <li>${say('missed.restart')}</li>
      <li>${say('missed.abroad')}</li>
    </ol>
    <p><a href="${BASE}${STEP}">${say('missed.back')}</a></p>
    ${writeStuck(visit, verification)}`
  return show({ title: text('missed.title'), body })
}

/** The reason: Keypad's own three sentences in English, the short one of the pages in other languages. */
async function writeVerdict(visit: Visit, id: string, verification: Verification): Promise<Html> {
  const why = visit.locale.startsWith('en') ? await visit.keypad.explainLogin(id) : null
  if (!why?.ok) return html`<div class="verdict"><p>${explainDelivery(visit, verification)}</p></div>`
  const { sentence, cause, remedy } = why.data
  return html`<div class="verdict">
    <p><strong>${sentence}</strong> ${cause}</p>
    <p>${remedy}</p>
  </div>`
}

function writeResend(visit: Visit, next: NextCode, verification: Verification): Html {
  const { say, clock } = visit
  const { resend_at: at, channel } = verification
  const ways = writeWays(visit, next.alternatives)
  if (at === null)
    return html`<p>${say('missed.used')}</p>
      ${ways}`
  const isSoon = Date.parse(at) > Date.now()
  const label = say(channel === 'sms' ? 'code.again' : 'code.callAgain')
  const fields = { act: 'code', channel }
  return html`${writeButton(visit, { action: STEP, fields, look: 'main' }, label)}
  ${isSoon && html`<p>${say('missed.later', { time: clock(at) })}</p>`} ${ways}`
}

function writeStuck(visit: Visit, { purpose }: Verification): Html {
  const { say, portal } = visit
  const change = html`<p>${say('send.wrongText')} <a href="${BASE}/sign-in">${say('signIn.title')}</a></p>`
  return html`<details>
    <summary>${say('missed.stuck')}</summary>
    ${purpose === 'registration' && change}
    <p><a href="${BASE}/lost-phone">${say('signIn.lostPhone')}</a></p>
    <p>${say('help.desk', { brand: portal.brand })}</p>
  </details>`
}
