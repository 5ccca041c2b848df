/**
 * The frame around every staff page: where one can go, and the page.
 */
import type { Role } from '#core/roles.ts'
import { csrfField } from '#portal/form.ts'
import { html } from '#core/html.ts'
import type { Html } from '#core/html.ts'
import { BASE } from '#portal/portal.ts'
import type { Page } from '#portal/reply.ts'
import type { Visit } from '#portal/visit.ts'
import { mayOpen } from './desk.ts'
import type { Needs } from './desk.ts'
import type { DeskWord, DeskWords } from './desk-words.ts'
import type { Style } from './style.ts'

type DeskVisit = Visit & DeskWords
/** `search`: what the address asks for, which another language keeps. */
type Shown = { page: Page; role: Role | null; style: Style; search: string }

/** `key` is the letter after `g` that leads there. */
const PLACES: readonly { path: string; word: DeskWord; needs: Needs; key: string }[] = [
  { path: '/support', word: 'desk.search', needs: 'read', key: 's' },
  { path: '/support/approvals', word: 'desk.approvals', needs: 'read', key: 'a' },
  { path: '/support/audit', word: 'desk.audit', needs: 'audit', key: 't' },
  { path: '/support/me', word: 'desk.me', needs: 'read', key: 'm' },
  { path: '/support/words', word: 'desk.words', needs: 'read', key: 'w' },
  { path: '/owner/policies', word: 'desk.policies', needs: 'admin', key: 'p' },
  { path: '/owner/people', word: 'desk.people', needs: 'admin', key: 'e' },
  { path: '/owner/deliveries', word: 'desk.deliveries', needs: 'admin', key: 'd' },
]

/** Writes a whole document. */
export function renderDesk(visit: DeskVisit, { page, role, style, search }: Shown): string {
  const { tell, language } = visit
  return html`<!doctype html>
    <html lang="${language}" dir="ltr">
      ${renderHead(visit, page, style)}
      <body class="desk">
        <a class="skip" href="#main">${tell('desk.skip')}</a>
        ${renderHeader(visit, role, search)}
        <main id="main" tabindex="-1">${page.body}</main>
        ${role && renderKeys(visit, role)}
      </body>
    </html>`.html.replaceAll(/\n +(?=<)/g, '\n')
}

function renderHead({ portal, plain }: DeskVisit, { title, isFaulty }: Page, style: Style): Html {
  const { assets, brand } = portal
  return html`<head>
    <meta charset="utf-8" />
    <meta name="viewport" content="width=device-width, initial-scale=1" />
    <meta name="color-scheme" content="light dark" />
    <title>${isFaulty && `${plain('desk.error')} `}${title} – ${brand}</title>
    <link rel="icon" href="data:," />
    <link rel="stylesheet" href="${BASE}${assets.path('portal.css')}" />
    <link rel="stylesheet" href="${style.css}" />
    <script type="module" src="${BASE}${assets.path('portal.js')}"></script>
    <script type="module" src="${style.js}"></script>
  </head>`
}

function renderHeader(visit: DeskVisit, role: Role | null, search: string): Html {
  const { portal, tell, path, language } = visit
  const other =
    language === 'nl-NL' ? { lang: 'en-GB', name: 'English' } : { lang: 'nl-NL', name: 'Nederlands' }
  return html`<header class="top">
    <a class="brand" href="/support">${portal.brand}</a>
    <a class="turn" href="${path}?${search}lang=${other.lang}" lang="${other.lang}" hreflang="${other.lang}"
      >${other.name}</a
    >
    <form class="out" method="post" action="${BASE}/sign-out">
      ${csrfField(visit)}<button class="quiet">${tell('desk.signOut')}</button>
    </form>
    ${role && renderPlaces(visit, role)}
  </header>`
}

/** The keys of console.js; the button stays hidden without it. */
function renderKeys({ tell, plain }: DeskVisit, role: Role): Html {
  const keys = PLACES.filter(({ needs }) => mayOpen(role, needs)).map(
    ({ word, key }) => html`<li><kbd>g</kbd> <kbd>${key}</kbd> ${tell(word)}</li>`,
  )
  const words = `${plain('desk.keysOff')}|${plain('desk.keysOn')}`
  return html`<footer class="bottom">
    <details>
      <summary>${tell('desk.keys')}</summary>
      <ul class="keys">
        <li><kbd>/</kbd> ${tell('desk.keysSearch')}</li>
        ${keys}
      </ul>
      <button type="button" data-keys data-words="${words}" hidden>${plain('desk.keysOff')}</button>
    </details>
  </footer>`
}

function renderPlaces({ tell, plain, path }: DeskVisit, role: Role): Html {
  const entries = PLACES.filter(({ needs }) => mayOpen(role, needs)).map((place) => {
    const here = path === place.path && html`aria-current="page"`
    return html`<li><a href="${place.path}" data-key="${place.key}" ${here}>${tell(place.word)}</a></li>`
  })
  return html`<nav class="places" aria-label="${plain('desk.places')}">
    <ul>
      ${entries}
    </ul>
  </nav>`
}
