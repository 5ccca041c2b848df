/**
 * The country and the number, wherever a number is asked for.
 */
import type { Countries } from '#portal/countries.ts'
import { writeInput, writeSelect } from '#portal/fields.ts'
import type { Fault } from '#portal/form.ts'
import { html } from '#core/html.ts'
import type { Html } from '#core/html.ts'
import type { Visit } from '#portal/visit.ts'

/** The fields `country` (where there is a choice) and `phone`, with what was typed into them. */
export function writePhoneFields(visit: Visit, countries: Countries, faults: readonly Fault[]): Html {
  const { say } = visit
  const { example } = countries
  const hint = example
    ? say('phone.hintExample', { example: html`<bdi dir="ltr">${example}</bdi>` })
    : say('phone.hint')
  const phone = { label: say('phone.label'), hint, value: visit.field('phone'), width: 'phone' } as const
  return html`${writeCountry(visit, countries, faults)}
  ${writeInput(visit, { name: 'phone', type: 'tel', autocomplete: 'tel', ...phone, faults })}`
}

function writeCountry({ say, text }: Visit, { options, chosen }: Countries, faults: readonly Fault[]): Html {
  if (options.length === 1) return html`<input type="hidden" name="country" value="${options[0]?.value}" />`
  const none = chosen === '' ? [{ value: '', label: text('phone.chooseCountry') }] : []
  const field = { name: 'country', label: say('phone.country'), autocomplete: 'country', faults }
  return writeSelect(field, [...none, ...options], chosen)
}

/** What goes to Keypad. A country that nobody chose is left out: the number may start with its code. */
export function readPhoneFields({ field }: Visit): { phone: string; country?: string } {
  const country = field('country')
  return { phone: field('phone'), ...(/^[A-Z]{2}$/.test(country) ? { country } : {}) }
}
