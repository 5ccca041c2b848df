/**
 * /support/words: every verdict with its four sentences, as staff read them.
 */
import { DELIVERY_REASONS } from '#core/delivery.ts'
import { wordsOf } from '#core/support-words.ts'
import { LOGIN_CODES, STATE_CODES } from '#core/verdict-codes.ts'
import { showDesk } from '#portal/console/console-reply.ts'
import type { DeskRoute } from '#portal/console/console-reply.ts'
import type { Desk } from '#portal/console/desk.ts'
import { html } from '#core/html.ts'
import type { Html } from '#core/html.ts'
import type { Reply } from '#portal/reply.ts'

export const DICTIONARY_ROUTES: readonly DeskRoute[] = [
  { method: 'get', path: '/support/words', needs: 'read', run: showWords },
]

const GROUPS = { reasons: DELIVERY_REASONS, states: STATE_CODES, logins: LOGIN_CODES } as const
type Group = keyof typeof GROUPS

function showWords(desk: Desk): Reply {
  const { tell, plain } = desk
  const groups = Object.keys(GROUPS) as Group[]
  const links = groups.map((group) => html`<li><a href="#${group}">${tell(`words.${group}`)}</a></li>`)
  const body = html`<h1>${tell('words.title')}</h1>
    <p>${tell('words.text')}</p>
    <ul class="links">
      ${links}
    </ul>
    ${groups.map((group) => writeGroup(desk, group))}`
  return showDesk(plain('words.title'), body)
}

function writeGroup(desk: Desk, group: Group): Html {
  const entries = GROUPS[group].map((code) => writeCode(desk, code))
  return html`<section aria-labelledby="${group}">
    <h2 id="${group}">${desk.tell(`words.${group}`)}</h2>
    ${entries}
  </section>`
}

function writeCode({ tell, language }: Desk, code: string): Html {
  const words = wordsOf(language, code, exampleOf(language))
  return html`<details class="meaning" id="${code}">
    <summary>${words.headline} <code>${code}</code></summary>
    <p>${words.cause}</p>
    <dl class="facts">
      <dt>${tell('person.tell')}</dt>
      <dd>${words.tell_patient}</dd>
      <dt>${tell('person.next')}</dt>
      <dd>${words.remedy}</dd>
    </dl>
  </details>`
}

/** What stands in the places of the sentences; dots where it differs each time. */
function exampleOf(language: string) {
  return {
    until: '14:32',
    at: language === 'nl-NL' ? 'vandaag 14:17' : 'today 14:17',
    count: 3,
    max: 5,
    way: 'sms',
  }
}
