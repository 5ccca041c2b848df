/**
 * What is shown once, after an act: a bypass code to read out, a link, a number in full.
 */
import type { Bypass, ResetLink, ShownNumber } from '#client/keypad.ts'
import { showDesk } from '#portal/console/console-reply.ts'
import type { Desk } from '#portal/console/desk.ts'
import { writeCopy, writeTime } from '#portal/console/desk-form.ts'
import { html } from '#core/html.ts'
import type { Html } from '#core/html.ts'
import type { Reply } from '#portal/reply.ts'
import type { DeskWord } from '#portal/console/desk-words.ts'
import { spellOut } from './spell-out.ts'

/** The way in: the code large, and how to say it; or that none is needed. */
export function showBypass(desk: Desk, { code, expires_at: until }: Bypass): Reply {
  const { tell, language } = desk
  const spoken =
    code &&
    html`<p class="code" id="code" translate="no">${code}</p>
      <ol class="spelling" aria-label="${desk.plain('bypass.spelling')}">
        ${spellOut(language, code).map((word) => html`<li>${word}</li>`)}
      </ol>
      <p>${tell('bypass.once')}</p>`
  return showOnce(
    desk,
    'bypass.title',
    html`${spoken ?? html`<p class="big">${tell('bypass.open')}</p>`}
      <p>${tell('bypass.until', { time: writeTime(desk, until) })}</p>
      <h2>${tell('person.tell')}</h2>
      <p class="say">${tell(code ? 'bypass.sayCode' : 'bypass.sayOpen')}</p>`,
  )
}

/** The link for a new password. */
export function showResetLink(desk: Desk, { link, expires_at: until }: ResetLink): Reply {
  const { tell } = desk
  return showOnce(
    desk,
    'link.title',
    html`<p class="key"><code id="link" translate="no">${link}</code> ${writeCopy(desk, 'link')}</p>
      <p>${tell('link.until', { time: writeTime(desk, until) })}</p>
      <p>${tell('link.text')}</p>`,
  )
}

/** The numbers on file in full. */
export function showNumbers(desk: Desk, { phone, pending }: ShownNumber): Reply {
  const { tell } = desk
  const write = (number: string | null) =>
    number ? html`<bdi class="big" dir="ltr">${number}</bdi>` : tell('person.none')
  return showOnce(
    desk,
    'number.title',
    html`<dl>
        <dt>${tell('number.proven')}</dt>
        <dd>${write(phone)}</dd>
        <dt>${tell('number.pending')}</dt>
        <dd>${write(pending)}</dd>
      </dl>
      <p>${tell('number.text')}</p>`,
  )
}

function showOnce({ tell, plain, param }: Desk, title: DeskWord, content: Html): Reply {
  const body = html`<h1>${tell(title)}</h1>
    ${content}
    <p><a class="button" href="/support/people/${param('id')}">${tell('person.back')}</a></p>`
  return showDesk(plain(title), body)
}
