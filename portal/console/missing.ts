/**
 * The page for whoever looks for somebody or something that is not there, or is another tenant's.
 */
import { html } from '#core/html.ts'
import type { Reply } from '#portal/reply.ts'
import { showDesk } from './console-reply.ts'
import type { Desk } from './desk.ts'

/** Nothing is at this address. */
export function makeDeskMissing({ tell, plain }: Desk): Reply {
  const body = html`<h1>${tell('desk.missingTitle')}</h1>
    <p>${tell('desk.missingText')}</p>
    <p><a href="/support">${tell('desk.search')}</a></p>`
  return showDesk(plain('desk.missingTitle'), body, { status: 404 })
}
