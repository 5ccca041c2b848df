/**
 * Setting up what the policy demands: an authenticator app, a PIN.
 */
import type { Next } from '#client/keypad.ts'
import { writeInput } from '#portal/fields.ts'
import { writeSubmit } from '#portal/form.ts'
import type { Fault } from '#portal/form.ts'
import { html } from '#core/html.ts'
import type { Html } from '#core/html.ts'
import type { Visit } from '#portal/visit.ts'
import { writeCodeForm, writeStepForm } from './step-view.ts'
import type { StepView } from './step-view.ts'

type NextTotp = Extract<Next, { action: 'enroll_totp' }>

/** The picture and the key; the code of the app confirms that it has them. */
export function writeTotpSetUp(visit: Visit, next: NextTotp, faults: readonly Fault[]): StepView {
  const { say, text } = visit
  const body = html`<h1>${say('totp.title')}</h1>
    <p>${say('totp.text')}</p>
    ${writeTotpKey(visit, next)}
    <h2>${say('totp.enter')}</h2>
    ${writeCodeForm(visit, { label: say('secret.totpLabel'), hint: say('code.hint') }, faults)}`
  return { title: text('totp.title'), body, fields: ['code'] }
}

/** The key of an app in its three forms: to scan, to open, to type. As an image the picture can hold nothing that runs. */
export function writeTotpKey(
  visit: Visit,
  { secret, otpauth_url: url, qr_svg: svg }: { secret: string; otpauth_url: string; qr_svg: string },
): Html {
  const { say, text } = visit
  const groups = secret.match(/.{1,4}/g)?.join(' ') ?? secret
  const source = `data:image/svg+xml;base64,${Buffer.from(svg).toString('base64')}`
  const copy = html`data-copy="totp-key" data-words="${text('frame.copy')}|${text('frame.copied')}"`
  return html`<h2>${say('totp.scan')}</h2>
    <img class="qr" src="${source}" alt="${text('totp.alt')}" width="220" height="220" />
    <p><a href="${url}">${say('totp.open')}</a></p>
    <p>${say('totp.type')}</p>
    <p class="key">
      <code id="totp-key" dir="ltr">${groups}</code>
      <button type="button" class="quiet" ${copy} hidden>${text('frame.copy')}</button>
    </p>`
}

/** The same PIN twice. */
export function writePinSetUp(visit: Visit, faults: readonly Fault[]): StepView {
  const { say, text } = visit
  const common = {
    type: 'password',
    autocomplete: 'new-password',
    inputmode: 'numeric',
    width: 'code',
    faults,
  } as const
  const first = { ...common, name: 'pin', label: say('pin.label'), hint: say('pin.hint') }
  const again = { ...common, name: 'pin_again', label: say('pin.again') }
  const fields = html`${writeInput(visit, first)} ${writeInput(visit, again)}
  ${writeSubmit(say('pin.submit'))}`
  const body = html`<h1>${say('pin.title')}</h1>
    <p>${say('pin.text')}</p>
    ${writeStepForm(visit, 'pin', fields)}`
  return { title: text('pin.title'), body, fields: ['pin', 'pin_again'] }
}
