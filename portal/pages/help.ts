/**
 * /portal/help, and P8: /portal/lost-phone.
 */
import { html } from '#core/html.ts'
import { readGoing } from '#portal/login-flow.ts'
import { BASE } from '#portal/portal.ts'
import { show } from '#portal/reply.ts'
import type { Reply, Route } from '#portal/reply.ts'
import type { Visit } from '#portal/visit.ts'
import { writeWays } from './ways.ts'

export const HELP_ROUTES: readonly Route[] = [
  { method: 'get', path: '/help', run: showHelp },
  { method: 'get', path: '/lost-phone', run: showLostPhone },
]

function showHelp({ say, text, portal }: Visit): Reply {
  const body = html`<h1>${say('help.title')}</h1>
    <ul class="links">
      <li><a href="${BASE}/sign-in/help">${say('help.noCode')}</a></li>
      <li><a href="${BASE}/reset">${say('help.password')}</a></li>
      <li><a href="${BASE}/lost-phone">${say('help.phone')}</a></li>
    </ul>
    <p>${say('help.desk', { brand: portal.brand })}</p>`
  return show({ title: text('help.title'), body })
}

async function showLostPhone(visit: Visit): Promise<Reply> {
  const { say, text, portal } = visit
  const going = await readGoing(visit)
  const { next } = going?.login ?? {}
  const ways = next && 'alternatives' in next ? next.alternatives : []
  const others = ways.filter((way) => way !== 'sms' && way !== 'call')
  const body = html`<h1>${say('lost.title')}</h1>
    ${
      others.length > 0
        ? html`<p>${say('lost.others')}</p>
            ${writeWays(visit, others)}`
        : html`<p>${say('lost.first')}</p>`
    }
    <p>${say('lost.none', { brand: portal.brand })}</p>
    <h2>${say('lost.whatTitle')}</h2>
    <ul>
      <li>${say('lost.who')}</li>
      <li>${say('lost.proof')}</li>
      <li>${say('lost.code')}</li>
    </ul>
    <p>${say('lost.after')}</p>
    <p>${say('lost.stolen')}</p>`
  return show({ title: text('lost.title'), body })
}
