/**
 * Fields with a label, a hint and an error that belong together for everybody.
 */
import type { Fault } from './form.ts'
import { html } from '#core/html.ts'
import type { Html } from '#core/html.ts'
import type { Visit } from './visit.ts'

export type Input = {
  /** Also its id. */
  name: string
  label: Html
  hint?: Html
  type?: 'text' | 'tel' | 'email' | 'password'
  /** What was typed before; never for passwords and codes. */
  value?: string
  autocomplete: string
  inputmode?: 'numeric' | 'text'
  /** How wide it looks: about as wide as what goes in. */
  width?: 'code' | 'phone' | 'full'
  faults: readonly Fault[]
}

/** One field with all that belongs to it. */
export function writeInput(visit: Visit, input: Input): Html {
  const { name, type = 'text', value, autocomplete, inputmode, width = 'full' } = input
  const box = html`<input
    ${marks(input)}
    class="${width}"
    type="${type}"
    autocomplete="${autocomplete}"
    ${value !== undefined && html`value="${value}"`}
    ${inputmode && html`inputmode="${inputmode}"`}
    ${type !== 'text' || inputmode ? html`dir="ltr"` : html`dir="auto"`}
    ${isNoSentence(input) && html`spellcheck="false" autocapitalize="none"`}
  />`
  return writeField(input, type === 'password' ? withShow(visit, name, box) : box)
}

/** Names to sign in with, codes and addresses: nothing that a keyboard should correct. */
function isNoSentence({ type = 'text', width, autocomplete }: Input): boolean {
  return type !== 'text' || width === 'code' || autocomplete === 'username'
}

/** Only with the script: it takes the button out of hiding. */
function withShow({ text }: Visit, name: string, box: Html): Html {
  const words = html`data-show="${name}" data-words="${text('frame.show')}|${text('frame.hide')}"`
  return html`<span class="pair"
    >${box}<button type="button" class="quiet" aria-controls="${name}" ${words} hidden>
      ${text('frame.show')}
    </button></span
  >`
}

/** A choice from a long list. */
export function writeSelect(
  field: Pick<Input, 'name' | 'label' | 'hint' | 'faults' | 'autocomplete'>,
  options: readonly { value: string; label: string }[],
  chosen: string,
): Html {
  const entries = options.map(
    ({ value, label }) =>
      html`<option value="${value}" ${value === chosen && html`selected`}>${label}</option>`,
  )
  return writeField(
    field,
    html`<select ${marks(field)} autocomplete="${field.autocomplete}">
      ${entries}
    </select>`,
  )
}

type Field = Pick<Input, 'name' | 'label' | 'hint' | 'faults'>

function writeField(field: Field, box: Html): Html {
  const { name, label, hint } = field
  const fault = faultOf(field)
  return html`<div class="field${fault && ' wrong'}">
    <label for="${name}">${label}</label>
    ${hint && html`<p class="hint" id="${name}-hint">${hint}</p>`}
    ${fault && html`<p class="fault" id="${name}-fault">${fault.text}</p>`} ${box}
  </div>`
}

function marks(field: Field): Html {
  const { name, hint } = field
  const fault = faultOf(field)
  const about = [hint && `${name}-hint`, fault && `${name}-fault`].filter(Boolean).join(' ')
  return html`id="${name}" name="${name}" ${about !== '' && html`aria-describedby="${about}"`}
  ${fault && html`aria-invalid="true"`}`
}

function faultOf({ name, faults }: Field): Fault | undefined {
  return faults.find(({ field }) => field === name)
}

export type Choice = { value: string; label: Html; hint?: Html | undefined }

/** A choice of few, one of them. The first has the group's id, so that the summary leads to it. */
export function writeChoices(
  group: { name: string; legend: Html; faults: readonly Fault[] },
  choices: readonly Choice[],
  chosen: string | null,
): Html {
  const fault = faultOf({ ...group, label: group.legend })
  const entries = choices.map((choice, at) => writeChoice(group.name, choice, { at, chosen }))
  return html`<fieldset
    class="field${fault && ' wrong'}"
    ${fault && html`aria-describedby="${group.name}-fault"`}
  >
    <legend>${group.legend}</legend>
    ${fault && html`<p class="fault" id="${group.name}-fault">${fault.text}</p>`} ${entries}
  </fieldset>`
}

function writeChoice(
  name: string,
  { value, label, hint }: Choice,
  is: { at: number; chosen: string | null },
): Html {
  const id = is.at === 0 ? name : `${name}-${is.at}`
  const about = hint && html`aria-describedby="${id}-hint"`
  return html`<div class="choice">
    <input
      type="radio"
      id="${id}"
      name="${name}"
      value="${value}"
      ${value === is.chosen && html`checked`}
      ${about}
    />
    <label for="${id}">${label}</label>
    ${hint && html`<p class="hint" id="${id}-hint">${hint}</p>`}
  </div>`
}
