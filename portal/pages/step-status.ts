/**
 * What became of the newest text or call, in one sentence for the person who waits.
 */
import type { Delivery, Verification } from '#client/keypad.ts'
import { html } from '#core/html.ts'
import type { Html } from '#core/html.ts'
import { STEP } from '#portal/login-flow.ts'
import { BASE } from '#portal/portal.ts'
import type { Visit } from '#portal/visit.ts'

/** The sentence, as plain text: the script shows it too. */
export function explainDelivery(visit: Visit, verification: Verification): string {
  const newest = verification.deliveries.at(-1)
  if (verification.status === 'approved') return visit.text('status.approved')
  if (!newest || newest.status === 'expired_unsent') return visit.text('code.nothing')
  if (newest.reason) return visit.text(`reason.${newest.reason}`)
  return newest.channel === 'sms' ? explainText(visit, newest) : explainCall(visit, newest)
}

function explainText({ text, clock }: Visit, { status, at }: Delivery): string {
  if (status === 'delivered') return text('status.delivered', { time: clock(at) })
  if (status === 'queued' || status === 'sending') return text('status.queued')
  return status === 'failed' ? text('reason.unknown_failure') : text('status.sent', { time: clock(at) })
}

function explainCall({ text }: Visit, { status }: Delivery): string {
  if (status === 'ringing') return text('status.ringing')
  if (status === 'answered') return text('status.answered')
  if (status === 'ended' || status === 'delivered') return text('status.ended')
  return status === 'failed' ? text('reason.unknown_failure') : text('status.calling')
}

/** Whether the newest text or call has come to its end. */
export function isOver({ deliveries }: Verification): boolean {
  const status = deliveries.at(-1)?.status
  return status === 'ended' || status === 'failed' || status === 'expired_unsent'
}

/** The status as the page shows it. The script keeps it up to date; without it there is a link. */
export function writeStatus(
  visit: Visit,
  { verification, version, action }: { verification: Verification; version: number; action: string },
): Html {
  const live = `${BASE}/sign-in/live?action=${action}&since=${version}`
  return html`<p class="status">
    <span role="status" data-live="${live}">${explainDelivery(visit, verification)}</span>
    <a href="${BASE}${STEP}">${visit.say('status.check')}</a>
  </p>`
}
