/**
 * A number has to be given, or confirmed.
 */
import type { Next } from '#client/keypad.ts'
import { readCountries } from '#portal/countries.ts'
import { writeButton, writeSubmit } from '#portal/form.ts'
import type { Fault } from '#portal/form.ts'
import { html } from '#core/html.ts'
import type { Html } from '#core/html.ts'
import { STEP } from '#portal/login-flow.ts'
import type { Visit } from '#portal/visit.ts'
import { writePhoneFields } from './phone-fields.ts'
import { writeStepForm } from './step-view.ts'
import type { StepView } from './step-view.ts'

type NextPhone = Extract<Next, { action: 'provide_phone' }>

/** The number on file may be used as it is where it waits for its code; another one can be typed. */
export async function writeGivePhone(
  visit: Visit,
  next: NextPhone,
  faults: readonly Fault[],
): Promise<StepView> {
  const { say, text, field } = visit
  const { reason, pending_masked: pending, current_masked: current, skippable } = next
  const countries = await readCountries(visit, field('country'))
  const phone = masked(pending ?? current)
  const canUse = pending !== null && reason !== 'landline'
  const body = html`<h1>${say('give.title')}</h1>
    <p>${say(`give.${reason}`, { phone })}</p>
    ${canUse && writeUse(visit, phone)} ${canUse && html`<h2>${say('give.other')}</h2>`}
    ${writeStepForm(
      visit,
      'phone',
      html`${writePhoneFields(visit, countries, faults)} ${writeSubmit(say('give.submit'))}`,
    )}
    ${skippable && writeButton(visit, { action: STEP, fields: { act: 'skip' } }, say('give.skip'))}`
  return { title: text('give.title'), body, fields: ['phone', 'country'] }
}

function writeUse(visit: Visit, phone: Html): Html {
  const fields = { act: 'pending' }
  return writeButton(visit, { action: STEP, fields, look: 'main' }, visit.say('give.usePending', { phone }))
}

function masked(phone: string | null): Html {
  return html`<bdi dir="ltr">${phone}</bdi>`
}
