/**
 * Other ways than the one that is being asked for.
 */
import type { LoginFactor } from '#client/keypad.ts'
import { writeButton } from '#portal/form.ts'
import { html } from '#core/html.ts'
import type { Html } from '#core/html.ts'
import { STEP } from '#portal/login-flow.ts'
import type { Visit } from '#portal/visit.ts'
import type { WordKey } from '#portal/words/tables.ts'

const LABELS: Record<LoginFactor, WordKey> = {
  sms: 'way.useSms',
  call: 'way.useCall',
  totp: 'way.useTotp',
  pin: 'way.usePin',
  recovery_code: 'way.useRecovery_code',
}

/** A button for each way. */
export function writeWays(visit: Visit, ways: readonly LoginFactor[]): Html {
  const entries = ways.map((way) => {
    const fields = { act: 'use', factor: way }
    return html`<li>${writeButton(visit, { action: STEP, fields }, visit.say(LABELS[way]))}</li>`
  })
  return entries.length === 0
    ? html``
    : html`<ul class="links">
        ${entries}
      </ul>`
}

/** The way back to the list of ways. */
export function writeBack(visit: Visit): Html {
  return writeButton(visit, { action: STEP, fields: { act: 'back' } }, visit.say('way.others'))
}
