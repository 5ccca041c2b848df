/**
 * One step of a login as it is drawn.
 */
import type { Next } from '#client/keypad.ts'
import { writeInput } from '#portal/fields.ts'
import { writeForm, writeSubmit } from '#portal/form.ts'
import type { Fault } from '#portal/form.ts'
import { html } from '#core/html.ts'
import type { Html } from '#core/html.ts'
import { STEP } from '#portal/login-flow.ts'
import type { Visit } from '#portal/visit.ts'

/** `fields`: ids that a fault can lead to. */
export type StepView = { title: string; body: Html; fields: readonly string[] }

/** What a step is drawn from. */
export type Drawn<Step extends Next = Next> = { next: Step; version: number; faults: readonly Fault[] }

/** The part of `next` where a code was sent or a call goes on. */
export type NextCode = Extract<Next, { action: 'enter_code' | 'answer_call' }>

/** A form of the login; `act` says which call it answers with. */
export function writeStepForm(visit: Visit, act: string, body: Html): Html {
  return writeForm(visit, STEP, html`<input type="hidden" name="act" value="${act}" />${body}`)
}

/** Six digits that were sent or shown, a PIN that nobody else shall see, or letters and digits from paper. */
const TYPING = {
  code: { autocomplete: 'one-time-code', inputmode: 'numeric' },
  pin: { autocomplete: 'current-password', inputmode: 'numeric', type: 'password' },
  paper: { autocomplete: 'off', inputmode: 'text' },
} as const

/** The one input for codes: no length limit, so that a whole message can be pasted; only what is sent is cut out of it. */
export function writeCodeForm(
  visit: Visit,
  { label, hint, kind = 'code' }: { label: Html; hint?: Html; kind?: keyof typeof TYPING },
  faults: readonly Fault[],
): Html {
  const { say } = visit
  const input = { name: 'code', label, ...(hint ? { hint } : {}), width: 'code', faults } as const
  const typing = TYPING[kind]
  return writeStepForm(
    visit,
    'answer',
    html`${writeInput(visit, { ...input, ...typing })} ${writeSubmit(say('frame.continue'))}`,
  )
}

/** The last digits of a masked number, which is all that its owner needs to know it. */
export function endingOf(masked: string): string {
  return masked.slice(-2)
}
