/**
 * P2: the page where a code is sent for, and the one where it is typed.
 */
import { writeChoices } from '#portal/fields.ts'
import { writeButton, writeSubmit } from '#portal/form.ts'
import { html } from '#core/html.ts'
import type { Html } from '#core/html.ts'
import { STEP } from '#portal/login-flow.ts'
import { BASE } from '#portal/portal.ts'
import type { Visit } from '#portal/visit.ts'
import { writeStatus } from './step-status.ts'
import { endingOf, writeCodeForm, writeStepForm } from './step-view.ts'
import type { Drawn, NextCode, StepView } from './step-view.ts'
import { writeBack, writeWays } from './ways.ts'

/** Right after registration: nothing goes out before the person asks. */
export function writeSend(visit: Visit, masked: string): StepView {
  const { say, text } = visit
  const choices = [
    { value: 'sms', label: say('way.sms'), hint: say('send.smsHint') },
    { value: 'call', label: say('way.call'), hint: say('send.callHint') },
  ]
  const group = { name: 'channel', legend: say('send.how'), faults: [] }
  const body = html`<h1>${say('send.title')}</h1>
    <p>${say('send.text', { phone: html`<bdi dir="ltr">${masked}</bdi>` })}</p>
    ${writeStepForm(visit, 'code', html`${writeChoices(group, choices, 'sms')} ${writeSubmit(say('send.submit'))}`)}
    <details>
      <summary>${say('send.wrong')}</summary>
      <p>${say('send.wrongText')}</p>
      <p><a href="${BASE}/sign-in">${say('signIn.title')}</a></p>
    </details>`
  return { title: text('send.title'), body, fields: ['channel'] }
}

/** The code that was sent, or, where a limit stands in the way, when it can be. */
export function writeCode(visit: Visit, { next, version, faults }: Drawn<NextCode>): StepView {
  const { say, text } = visit
  const { verification } = next
  const title = text('code.title')
  if (!verification) return { title, body: writeNothingSent(visit, next), fields: [] }
  const isText = verification.channel === 'sms'
  const ending = endingOf(verification.to_masked)
  const code = { label: say('code.label'), hint: say('code.hint') }
  const body = html`<h1>${title}</h1>
    <p>${say(isText ? 'code.sms' : 'code.call', { ending })}</p>
    ${writeStatus(visit, { verification, version, action: next.action })}
    ${writeCodeForm(visit, code, faults)}
    <p>${say('code.until', { time: visit.clock(verification.expires_at) })}</p>
    <p><a href="${BASE}/sign-in/help">${say(isText ? 'code.missing' : 'code.missingCall')}</a></p>
    ${writeWays(visit, next.alternatives)}`
  return { title, body, fields: ['code'] }
}

function writeNothingSent(visit: Visit, { resend_at: at, alternatives }: NextCode): Html {
  const { say } = visit
  return html`<h1>${say('code.title')}</h1>
    <p>${at ? say('code.nothingUntil', { time: visit.clock(at) }) : say('code.nothing')}</p>
    ${writeButton(visit, { action: STEP, fields: { act: 'code' }, look: 'main' }, say('code.again'))}
    ${writeWays(visit, alternatives)} ${writeBack(visit)}`
}
