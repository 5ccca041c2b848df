/**
 * The form of a rule: what stands in it, and what comes out.
 */
import type { Factor, Rule } from '#client/keypad.ts'
import type { Desk } from '#portal/console/desk.ts'
import type { DeskWord } from '#portal/console/desk-words.ts'
import { writeChoices, writeSelect } from '#portal/fields.ts'
import type { Fault } from '#portal/form.ts'
import { html } from '#core/html.ts'
import type { Html } from '#core/html.ts'

const FACTORS: readonly Factor[] = ['sms', 'call', 'totp', 'pin']

/** What holds where nobody wrote a rule; contract section 4. */
export const DEFAULT_RULE: Rule = {
  ...{ required: false, factors: ['sms'], ask_factor: false, default_call_mode: 'press_1' },
  ...{ number_change: 'safe', reset_approval: 'none', bypass: 'code' },
}

type Group = {
  name: Exclude<keyof Rule, 'factors' | 'required'>
  legend: DeskWord
  choices: readonly (readonly [string, DeskWord])[]
}

const GROUPS: readonly Group[] = [
  {
    name: 'ask_factor',
    legend: 'edit.ask',
    choices: [
      ['false', 'edit.askNo'],
      ['true', 'edit.askYes'],
    ],
  },
  {
    name: 'default_call_mode',
    legend: 'edit.call',
    choices: [
      ['press_1', 'edit.callPress'],
      ['match_digits', 'edit.callMatch'],
      ['spoken_code', 'edit.callSpoken'],
    ],
  },
  {
    name: 'number_change',
    legend: 'edit.number',
    choices: [
      ['safe', 'edit.numberSafe'],
      ['strict', 'edit.numberStrict'],
    ],
  },
  {
    name: 'reset_approval',
    legend: 'edit.reset',
    choices: [
      ['none', 'edit.resetNone'],
      ['second_person', 'edit.resetSecond'],
    ],
  },
  {
    name: 'bypass',
    legend: 'edit.bypass',
    choices: [
      ['code', 'edit.bypassCode'],
      ['open', 'edit.bypassOpen'],
    ],
  },
]

/** The fields of a rule. `held`: what is stored now, which is what `required` stays at for who is no owner. */
export function writeRuleFields(desk: Desk, rule: Rule, faults: readonly Fault[]): Html {
  const { tell } = desk
  const groups = GROUPS.map(({ name, legend, choices }) =>
    writeChoices(
      { name, legend: tell(legend), faults },
      choices.map(([value, word]) => ({ value, label: tell(word) })),
      String(rule[name]),
    ),
  )
  return html`${writeRequired(desk, rule, faults)} ${writeFactors(desk, rule, faults)}
  ${writeFirst(desk, rule, faults)} ${groups}`
}

function writeRequired({ tell, role }: Desk, { required }: Rule, faults: readonly Fault[]): Html {
  if (role !== 'owner')
    return html`<p>
        <strong>${tell('edit.required')}</strong> ${tell(required ? 'edit.requiredYes' : 'edit.requiredNo')}.
      </p>
      <p class="ask">${tell('edit.ownerOnly')}</p>`
  const choices = [
    { value: 'true', label: tell('edit.requiredYes') },
    { value: 'false', label: tell('edit.requiredNo') },
  ]
  return writeChoices({ name: 'required', legend: tell('edit.required'), faults }, choices, String(required))
}

function writeFactors({ tell }: Desk, { factors }: Rule, faults: readonly Fault[]): Html {
  const fault = faults.find(({ field }) => field === 'factors')
  const boxes = FACTORS.map((factor, at) => {
    const id = at === 0 ? 'factors' : `factors-${factor}`
    return html`<div class="tick">
      <input
        type="checkbox"
        id="${id}"
        name="way-${factor}"
        value="yes"
        ${factors.includes(factor) && html`checked`}
      />
      <label for="${id}">${tell(`way.${factor}`)}</label>
    </div>`
  })
  return html`<fieldset class="field${fault && ' wrong'}" ${fault && html`aria-describedby="factors-fault"`}>
    <legend>${tell('edit.factors')}</legend>
    ${fault && html`<p class="fault" id="factors-fault">${fault.text}</p>`} ${boxes}
  </fieldset>`
}

function writeFirst({ tell, plain }: Desk, { factors }: Rule, faults: readonly Fault[]): Html {
  const options = FACTORS.map((value) => ({ value, label: plain(`way.${value}`) }))
  const select = { name: 'first', label: tell('edit.first'), autocomplete: 'off', faults }
  return writeSelect(select, options, factors[0] ?? 'sms')
}

/** Reads the form. Who is no owner keeps what is required as it is. */
export function readRule({ field, role }: Desk, held: Rule): Rule {
  const pick = <Value extends string>(name: string, values: readonly Value[], usual: Value): Value =>
    values.find((value) => value === field(name)) ?? usual
  const ticked = FACTORS.filter((factor) => field(`way-${factor}`) !== '')
  const first = ticked.find((factor) => factor === field('first'))
  return {
    required: role === 'owner' ? field('required') === 'true' : held.required,
    factors: first ? [first, ...ticked.filter((factor) => factor !== first)] : ticked,
    ask_factor: field('ask_factor') === 'true',
    default_call_mode: pick(
      'default_call_mode',
      ['press_1', 'match_digits', 'spoken_code'],
      held.default_call_mode,
    ),
    number_change: pick('number_change', ['safe', 'strict'], held.number_change),
    reset_approval: pick('reset_approval', ['none', 'second_person'], held.reset_approval),
    bypass: pick('bypass', ['code', 'open'], held.bypass),
  }
}

/** The rule as hidden fields, which `readRule` reads again. */
export function hideRule(rule: Rule): Record<string, string> {
  const { factors, required, ...rest } = rule
  const ticked = Object.fromEntries(factors.map((factor) => [`way-${factor}`, 'yes']))
  const plain = Object.fromEntries(Object.entries(rest).map(([name, value]) => [name, String(value)]))
  return { required: String(required), first: factors[0] ?? '', ...ticked, ...plain }
}
