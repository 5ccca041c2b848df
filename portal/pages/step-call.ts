/**
 * P3: a call that is answered with a key. The page goes on by itself, and by a button.
 */
import { writeButton } from '#portal/form.ts'
import { html } from '#core/html.ts'
import type { Html } from '#core/html.ts'
import { STEP } from '#portal/login-flow.ts'
import { BASE } from '#portal/portal.ts'
import type { Verification } from '#client/keypad.ts'
import type { Visit } from '#portal/visit.ts'
import { isOver, writeStatus } from './step-status.ts'
import { endingOf } from './step-view.ts'
import type { Drawn, NextCode, StepView } from './step-view.ts'
import { writeBack, writeWays } from './ways.ts'

/** The call that goes on, with the digits to key where that is asked for. */
export function writeCall(
  visit: Visit,
  { next, version }: Pick<Drawn<NextCode>, 'next' | 'version'>,
): StepView {
  const { say, text } = visit
  const { verification, alternatives } = next
  const title = text('call.title')
  const body = html`<h1>${title}</h1>
    ${
      verification &&
      html`${writeAsk(visit, verification)}
      ${writeStatus(visit, { verification, version, action: next.action })}
      ${writeContinue(visit, verification)}`
    }
    <p>${say('call.notMe')}</p>
    <details>
      <summary>${say('call.real')}</summary>
      <p>${say('call.realText')}</p>
    </details>
    <p><a href="${BASE}/sign-in/help">${say('code.missingCall')}</a></p>
    ${writeWays(visit, alternatives)} ${writeBack(visit)}`
  return { title, body, fields: [] }
}

function writeAsk(
  visit: Visit,
  { call_mode: mode, match_digits: digits, to_masked: masked }: Verification,
): Html {
  const { say } = visit
  const ending = endingOf(masked)
  if (mode === 'press_1') return html`<p>${say('call.press1', { ending, digit: 1 })}</p>`
  if (!digits) return html`<p>${say('call.over')}</p>`
  const apart = Array.from(digits, (digit) => html`<span>${digit}</span> `)
  return html`<p>${say('call.match', { ending })}</p>
    <p class="digits" dir="ltr">${apart}</p>`
}

function writeContinue(visit: Visit, verification: Verification): Html {
  const again = { action: STEP, fields: { act: 'code', channel: 'call' }, look: 'main' }
  if (isOver(verification)) return writeButton(visit, again, visit.say('call.again'))
  return html`<p><a class="button" href="${BASE}${STEP}">${visit.say('call.continue')}</a></p>`
}
