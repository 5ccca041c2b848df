/**
 * The frame around every page: brand, languages, the page, help.
 */
import { csrfField } from './form.ts'
import { html } from '#core/html.ts'
import type { Html } from '#core/html.ts'
import { listLanguages } from './languages.ts'
import { BASE } from './portal.ts'
import type { Page } from './reply.ts'
import type { Visit } from './visit.ts'

/** Writes a whole document. */
export function renderPage(visit: Visit, page: Page): string {
  const { locale, direction } = visit
  return html`<!doctype html>
    <html lang="${locale}" dir="${direction}">
      ${renderHead(visit, page)}
      <body>
        <a class="skip" href="#main">${visit.say('frame.skip')}</a>
        ${renderHeader(visit)}
        <main id="main" tabindex="-1">${page.body}</main>
        <footer class="bottom"><a href="${BASE}/help">${visit.say('frame.help')}</a></footer>
      </body>
    </html>`.html
}

function renderHead({ portal, text }: Visit, { title, isFaulty }: Page): Html {
  const { assets, brand } = portal
  return html`<head>
    <meta charset="utf-8" />
    <meta name="viewport" content="width=device-width, initial-scale=1" />
    <meta name="color-scheme" content="light dark" />
    <title>${isFaulty && `${text('frame.error')} `}${title} – ${brand}</title>
    <link rel="icon" href="data:," />
    <link rel="stylesheet" href="${BASE}${assets.path('portal.css')}" />
    <script type="module" src="${BASE}${assets.path('portal.js')}"></script>
  </head>`
}

function renderHeader(visit: Visit): Html {
  const { portal, say, cookie } = visit
  return html`<header class="top">
    <a class="brand" href="${BASE}">${portal.brand}</a>
    ${renderLanguages(visit)}
    ${
      cookie('session') &&
      html`<form class="out" method="post" action="${BASE}/sign-out">
        ${csrfField(visit)}<button class="quiet">${say('frame.signOut')}</button>
      </form>`
    }
  </header>`
}

function renderLanguages(visit: Visit): Html {
  const { say, locale: chosen, path } = visit
  const languages = listLanguages()
  const current = languages.find(({ locale }) => locale === chosen)
  const entries = languages.map(({ locale, name, direction }) => {
    const mark = locale === chosen && html`aria-current="true"`
    const tag = html`lang="${locale}" dir="${direction}" hreflang="${locale}"`
    return html`<li><a href="${BASE}${path}?lang=${locale}" ${tag} ${mark}>${name}</a></li>`
  })
  return html`<nav class="languages" aria-label="${visit.text('frame.language')}">
    <details>
      <summary><span class="hidden">${say('frame.language')}: </span>${current?.name}</summary>
      <ul>
        ${entries}
      </ul>
    </details>
  </nav>`
}
