/**
 * P7: nobody gets in for now; why, until when, and what to read out to support.
 */
import type { Next } from '#client/keypad.ts'
import { html } from '#core/html.ts'
import type { Html } from '#core/html.ts'
import { BASE } from '#portal/portal.ts'
import type { Visit } from '#portal/visit.ts'
import { isWordKey } from '#portal/words/tables.ts'
import type { WordKey } from '#portal/words/tables.ts'
import type { StepView } from './step-view.ts'

type NextSupport = Extract<Next, { action: 'contact_support' }>

const TITLES: Partial<Record<string, WordKey>> = {
  nothing_left: 'support.nothingTitle',
  denied: 'support.deniedTitle',
  login_expired: 'support.expiredTitle',
}
/** Those who may begin again at once. */
const MAY_START: ReadonlySet<string> = new Set(['nothing_left', 'denied', 'login_expired'])

/** The page for each reason. */
export function writeSupport(visit: Visit, { reason, until, help_code: code }: NextSupport): StepView {
  const { say, clock, portal } = visit
  const key = `support.${reason}`
  const title = titleOf(visit, { reason, until: until && clock(until) })
  const body = html`<h1>${title}</h1>
    <p>${isWordKey(key) && say(key)} ${until && say('support.wait')}</p>
    ${MAY_START.has(reason) && html`<p><a class="button" href="${BASE}/sign-in">${say('support.start')}</a></p>`}
    <p>${say('support.call', { brand: portal.brand })}</p>
    ${writeHelpCode(visit, code)}
    <p>${say('support.notYou')} <a href="${BASE}/reset">${say('signIn.forgot')}</a></p>`
  return { title, body, fields: [] }
}

function titleOf({ text }: Visit, { reason, until }: { reason: string; until: string | null }): string {
  const key = TITLES[reason]
  if (key) return text(key)
  return until ? text('support.pausedUntil', { time: until }) : text('support.pausedTitle')
}

function writeHelpCode({ text }: Visit, code: string): Html {
  const copy = html`data-copy="help-code" data-words="${text('frame.copy')}|${text('frame.copied')}"`
  return html`<p class="key">
    <strong id="help-code" dir="ltr">${code}</strong>
    <button type="button" class="quiet" ${copy} hidden>${text('frame.copy')}</button>
  </p>`
}
