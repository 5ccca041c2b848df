/**
 * P5, /portal/profile: personal information, and the way to change it.
 */
import { writeDay } from '#portal/day.ts'
import { writeButton } from '#portal/form.ts'
import { html } from '#core/html.ts'
import type { Html } from '#core/html.ts'
import { listLanguages } from '#portal/languages.ts'
import { withOwner, writeMasked, writeSaid } from '#portal/own.ts'
import { BASE } from '#portal/portal.ts'
import { show } from '#portal/reply.ts'
import type { Reply, Route } from '#portal/reply.ts'
import type { SignedIn } from '#portal/signed-in.ts'
import type { Visit } from '#portal/visit.ts'
import { endingOf } from './step-view.ts'

export const PERSONAL_ROUTES: readonly Route[] = [
  {
    method: 'get',
    path: '/profile',
    run: (visit) => withOwner(visit, (person) => showPersonal(visit, person)),
  },
]

const SAID = { dropped: 'own.dropped', password: 'own.passwordSet' } as const

function showPersonal(visit: Visit, { me }: SignedIn): Reply {
  const { say, text } = visit
  const { display_name: name, username } = me.account
  const body = html`${writeSaid(visit, SAID)}
    <h1>${say('own.title')}</h1>
    <dl>
      <dt>${say('own.name')}</dt>
      <dd>${name}</dd>
      ${
        username !== null &&
        html`<dt>${say('signIn.username')}</dt>
          <dd>${username}</dd>`
      }
    </dl>
    <h2>${say('phone.label')}</h2>
    ${writePhone(visit, me.phone)} ${me.phone.pending_masked !== null && writePending(visit, me.phone)}
    <h2>${say('frame.language')}</h2>
    ${writeLanguage(visit)} ${me.account.role !== null && writeDesk(visit, me.account.role)}
    <h2>${say('own.safety')}</h2>
    ${writeLinks(visit, username !== null)}
    ${writeButton(visit, { action: '/sign-out', fields: {}, look: 'plain' }, say('frame.signOut'))}`
  return show({ title: text('own.title'), body })
}

/** Where staff go on to; the console itself judges what a role may open. */
function writeDesk({ say }: Visit, role: string): Html {
  const isOwner = role === 'owner' || role === 'admin'
  return html`<h2>${say('own.desk')}</h2>
    <ul class="links">
      <li><a href="/support">${say('own.deskSupport')}</a></li>
      ${isOwner && html`<li><a href="/owner/policies">${say('own.deskOwner')}</a></li>`}
    </ul>`
}

type OwnPhone = SignedIn['me']['phone']

/** As people know it from their portals: a question mark beside the number tells how to change it, with a link. */
function writePhone(
  visit: Visit,
  { current_masked: phone, proven_at: at, pending_masked: pending }: OwnPhone,
): Html {
  const { say, text, direction } = visit
  const to = `${BASE}/profile/phone`
  if (phone === null)
    return html`<p>${say('own.phoneNone')}</p>
      ${pending === null && html`<p><a href="${to}">${say('own.phoneAdd')}</a></p>`}`
  const here = html`<a href="${to}">${say('own.phoneHere')}</a>`
  return html`<p>${writeMasked(phone)} ${at && html`· ${say('own.proven', { day: writeDay(visit, at) })}`}</p>
    <details>
      <summary aria-label="${text('own.phoneHelp')}">
        <span aria-hidden="true">${direction === 'rtl' ? '؟' : '?'}</span> ${say('own.change')}
      </summary>
      <p>${say('own.phoneWhy', { here })}</p>
    </details>`
}

function writePending(visit: Visit, { current_masked: current, pending_masked: pending }: OwnPhone): Html {
  const { say } = visit
  const button = (action: string, label: Html) =>
    html`<li>${writeButton(visit, { action, fields: {} }, label)}</li>`
  return html`<div class="verdict">
    <p>${say('own.pendingText', { ending: endingOf(pending ?? '') })}</p>
    <ul class="links">
      <li><a href="${BASE}/profile/phone/code">${say('own.enterCode')}</a></li>
      ${button('/profile/phone/send', say('own.sendAgain'))}
      ${button('/profile/phone/cancel', say(current === null ? 'own.dropFirst' : 'own.drop'))}
    </ul>
  </div>`
}

/** Without another page: the links keep the choice, and come back here. */
function writeLanguage({ say, text, locale: chosen }: Visit): Html {
  const languages = listLanguages()
  const entries = languages.map(({ locale, name, direction }) => {
    const tag = html`lang="${locale}" dir="${direction}" hreflang="${locale}"`
    const mark = locale === chosen && html`aria-current="true"`
    return html`<li><a href="${BASE}/profile?lang=${locale}" ${tag} ${mark}>${name}</a></li>`
  })
  return html`<p>${languages.find(({ locale }) => locale === chosen)?.name}</p>
    <details>
      <summary aria-label="${text('own.languageHelp')}">${say('own.change')}</summary>
      <ul class="links">
        ${entries}
      </ul>
    </details>`
}

function writeLinks({ say }: Visit, hasPassword: boolean): Html {
  return html`<ul class="links">
    <li><a href="${BASE}/ways-in">${say('ways.title')}</a></li>
    ${hasPassword && html`<li><a href="${BASE}/profile/password">${say('own.password')}</a></li>`}
    <li><a href="${BASE}/profile/sessions">${say('sessions.title')}</a></li>
  </ul>`
}
