/**
 * Choosing: one of several profiles, one of several ways.
 */
import type { LoginFactor } from '#client/keypad.ts'
import { writeChoices } from '#portal/fields.ts'
import { writeSubmit } from '#portal/form.ts'
import type { Choice } from '#portal/fields.ts'
import type { Fault } from '#portal/form.ts'
import { html } from '#core/html.ts'
import type { Visit } from '#portal/visit.ts'
import { isWordKey } from '#portal/words/tables.ts'
import type { WordKey } from '#portal/words/tables.ts'
import { endingOf, writeStepForm } from './step-view.ts'
import type { StepView } from './step-view.ts'

type Profile = { id: string; display_name: string; user_type: string }

/** The accounts under one username. Names may be alike; the kind of user tells them apart. */
export function writeProfiles(
  visit: Visit,
  profiles: readonly Profile[],
  faults: readonly Fault[],
): StepView {
  const choices = profiles.map(({ id, display_name: name, user_type: type }) => {
    const key = `type.${type}`
    const hint = isWordKey(key) ? visit.say(key) : html`${type}`
    return { value: id, label: html`<bdi>${name}</bdi>`, hint }
  })
  return writeChoice(visit, { key: 'profileStep.title', act: 'profile', name: 'account', choices }, faults)
}

const HINTS: Partial<Record<LoginFactor, WordKey>> = {
  totp: 'way.totpHint',
  pin: 'way.pinHint',
  recovery_code: 'way.recovery_codeHint',
}

/** The ways that are open now. */
export function writeFactors(
  visit: Visit,
  factors: readonly { factor: LoginFactor; hint: string | null }[],
  faults: readonly Fault[],
): StepView {
  const { say } = visit
  const choices = factors.map(({ factor, hint: masked }) => {
    const key = HINTS[factor]
    const hint = masked ? say('way.phoneHint', { ending: endingOf(masked) }) : key && say(key)
    return { value: factor, label: say(`way.${factor}`), hint }
  })
  return writeChoice(visit, { key: 'factor.title', act: 'factor', name: 'factor', choices }, faults)
}

type Asked = { key: 'profileStep.title' | 'factor.title'; act: string; name: string; choices: Choice[] }

function writeChoice(visit: Visit, { key, act, name, choices }: Asked, faults: readonly Fault[]): StepView {
  const title = visit.text(key)
  const group = { name, legend: html`<h1>${title}</h1>`, faults }
  const fields = html`${writeChoices(group, choices, null)} ${writeSubmit(visit.say('frame.continue'))}`
  return { title, body: writeStepForm(visit, act, fields), fields: [name] }
}
