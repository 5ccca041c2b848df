/**
 * The form of each act on the page of a person: what it does, who is calling where that matters, and why.
 */
import { mayAct } from '#core/roles.ts'
import { writeDeskForm, writeReason } from '#portal/console/desk-form.ts'
import type { Desk } from '#portal/console/desk.ts'
import { readCountries } from '#portal/countries.ts'
import type { Countries } from '#portal/countries.ts'
import { writeSelect } from '#portal/fields.ts'
import type { Fault } from '#portal/form.ts'
import { html } from '#core/html.ts'
import type { Html } from '#core/html.ts'
import { writePhoneFields } from '#portal/pages/phone-fields.ts'
import { ACT_NEEDS, CHECKED } from './act-names.ts'
import type { ActName } from './act-names.ts'

/** What staff can have checked to know who is calling; the words are kept with the act. */
export const CHECK_KINDS = ['date_of_birth', 'address', 'appointment', 'call_back', 'photo_id'] as const
/** What a reset can take away. */
export const RESETS = ['totp', 'sms', 'pin', 'recovery_code'] as const

export type FormContext = { accountId: string; faults: readonly Fault[]; countries: Countries }

/** Reads what the forms need to know. */
export async function openForms(
  desk: Desk,
  accountId: string,
  faults: readonly Fault[],
): Promise<FormContext> {
  return { accountId, faults, countries: await readCountries(desk, desk.field('country')) }
}

/** Writes the form of an act, or who may do it. `isBest`: its button is the main one of the page. */
export function writeActForm(desk: Desk, act: ActName, of: FormContext & { isBest: boolean }): Html {
  const { tell, role } = desk
  const what = html`<p>${tell(`act.${act}Text`)}</p>`
  if (!mayAct(role, ACT_NEEDS[act]))
    return html`${what}
      <p class="ask">${tell(`act.ask.${ACT_NEEDS[act]}`)}</p>`
  const button = html`<button class="${of.isBest ? 'main' : 'act'}">${tell(`act.${act}Submit`)}</button>`
  const fields = html`${writeOwnFields(desk, act, of)}
  ${CHECKED.has(act) && writeChecks(desk, act, of.faults)} ${writeReason(desk, act, of.faults)}`
  const form = { action: `/support/people/${of.accountId}`, hidden: { act } }
  return html`${what} ${writeDeskForm(desk, form, html`${fields}${button}`)}`
}

/** An act behind its name. Open where something is wrong in it. */
export function writeFolded(desk: Desk, act: ActName, of: FormContext): Html {
  const isOpen = of.faults.length > 0 && desk.field('act') === act
  return html`<details class="act" ${isOpen && html`open`}>
    <summary>${desk.tell(`act.${act}`)}</summary>
    ${writeActForm(desk, act, { ...of, isBest: false })}
  </details>`
}

function writeOwnFields(desk: Desk, act: ActName, { countries, faults }: FormContext): Html {
  const { tell, plain, field } = desk
  if (act === 'phone') return writePhoneFields(desk, countries, faults)
  if (act !== 'reset') return html``
  const options = RESETS.map((value) => ({ value, label: plain(`factor.${value}`) }))
  const select = { name: 'factor', label: tell('act.resetWhich'), autocomplete: 'off', faults }
  return writeSelect(select, options, field('factor'))
}

function writeChecks({ tell, field }: Desk, act: ActName, faults: readonly Fault[]): Html {
  const name = `${act}-checks`
  const fault = faults.find((one) => one.field === name)
  const boxes = CHECK_KINDS.map((kind, at) => {
    const id = at === 0 ? name : `${name}-${kind}`
    const ticked = field(`${act}-${kind}`) !== '' && html`checked`
    return html`<div class="tick">
      <input type="checkbox" id="${id}" name="${act}-${kind}" value="passed" ${ticked} />
      <label for="${id}">${tell(`check.${kind}`)}</label>
    </div>`
  })
  return html`<fieldset class="field${fault && ' wrong'}" ${fault && html`aria-describedby="${name}-fault"`}>
    <legend>${tell('act.checks')}</legend>
    ${fault && html`<p class="fault" id="${name}-fault">${fault.text}</p>`} ${boxes}
  </fieldset>`
}
