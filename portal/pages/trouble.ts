/**
 * The pages that nobody wants to see: nothing here, something broke, a form that cannot be used.
 */
import { html } from '#core/html.ts'
import { BASE } from '#portal/portal.ts'
import { show } from '#portal/reply.ts'
import type { Reply } from '#portal/reply.ts'
import type { Visit } from '#portal/visit.ts'

/** Nothing is at this address. */
export function makeMissing({ say, text }: Visit): Reply {
  const body = html`<h1>${say('missing.title')}</h1>
    <p>${say('missing.text')}</p>
    <p><a href="${BASE}">${say('missing.start')}</a></p>`
  return show({ title: text('missing.title'), status: 404, body })
}

/** Keypad gave no answer, or we made a mistake. */
export function makeBroken({ say, text }: Visit, status: number): Reply {
  const body = html`<h1>${say('broken.title')}</h1>
    <p>${say('broken.text')}</p>
    <p><a href="${BASE}">${say('missing.start')}</a></p>`
  return show({ title: text('broken.title'), status, body })
}

/** A form from another site, one that has been open for very long, or one that is too large. */
export function makeRefused({ say, text }: Visit, status: number): Reply {
  const body = html`<h1>${say('refused.title')}</h1>
    <p>${say(status === 413 ? 'refused.large' : 'refused.text')}</p>
    <p><a href="${BASE}">${say('missing.start')}</a></p>`
  return show({ title: text('refused.title'), status, body })
}
