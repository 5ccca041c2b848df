/**
 * What is typed from an app, from memory, from paper, or as support read it out.
 */
import type { Fault } from '#portal/form.ts'
import { html } from '#core/html.ts'
import { BASE } from '#portal/portal.ts'
import type { Visit } from '#portal/visit.ts'
import type { WordKey } from '#portal/words/tables.ts'
import { writeCodeForm } from './step-view.ts'
import type { StepView } from './step-view.ts'
import { writeBack } from './ways.ts'

export type SecretAction = 'enter_totp' | 'enter_pin' | 'enter_recovery_code' | 'enter_bypass_code'

type SecretWords = {
  title: WordKey
  label: WordKey
  text?: WordKey
  hint?: WordKey
  kind: 'code' | 'pin' | 'paper'
}

const WORDS: Record<SecretAction, SecretWords> = {
  enter_totp: {
    title: 'secret.totpTitle',
    label: 'secret.totpLabel',
    text: 'secret.totpText',
    hint: 'code.hint',
    kind: 'code',
  },
  enter_pin: { title: 'secret.pinTitle', label: 'secret.pinLabel', kind: 'pin' },
  enter_recovery_code: {
    title: 'secret.recoveryTitle',
    label: 'secret.recoveryLabel',
    hint: 'secret.recoveryHint',
    kind: 'paper',
  },
  enter_bypass_code: {
    title: 'secret.bypassTitle',
    label: 'secret.bypassLabel',
    hint: 'secret.bypassHint',
    kind: 'paper',
  },
}

/** The page for one of them. */
export function writeSecret(visit: Visit, action: SecretAction, faults: readonly Fault[]): StepView {
  const { say, text, portal } = visit
  const words = WORDS[action]
  const hint = words.hint ? { hint: say(words.hint) } : {}
  const input = { label: say(words.label), ...hint, kind: words.kind }
  const body = html`<h1>${say(words.title)}</h1>
    ${words.text && html`<p>${say(words.text, { brand: portal.brand })}</p>`}
    ${writeCodeForm(visit, input, faults)} ${writeBack(visit)}
    <p><a href="${BASE}/lost-phone">${say('signIn.lostPhone')}</a></p>`
  return { title: text(words.title), body, fields: ['code'] }
}
