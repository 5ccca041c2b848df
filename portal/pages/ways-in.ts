/**
 * P6, /portal/ways-in: every way to sign in, what is set up of it, and what the policy asks for.
 */
import type { Factor, Me } from '#client/keypad.ts'
import { writeDay } from '#portal/day.ts'
import { html } from '#core/html.ts'
import type { Html } from '#core/html.ts'
import { writeMasked, writeSaid } from '#portal/own.ts'
import { BASE } from '#portal/portal.ts'
import { show } from '#portal/reply.ts'
import type { Reply, Route } from '#portal/reply.ts'
import { withPerson } from '#portal/signed-in.ts'
import type { Visit } from '#portal/visit.ts'
import type { WordKey } from '#portal/words/tables.ts'

export const WAYS_IN_ROUTES: readonly Route[] = [
  { method: 'get', path: '/ways-in', run: (visit) => withPerson(visit, ({ me }) => showWays(visit, me)) },
]

const SAID = {
  app_on: 'ways.appOn',
  app_off: 'ways.appOff',
  pin: 'ways.pinSet',
  codes: 'ways.codesSaved',
} as const

function showWays(visit: Visit, me: Me): Reply {
  const { say, text, query } = visit
  const isBound = me.session.enroll_only
  const body = html`${writeSaid(visit, SAID)}
    <h1>${say('ways.title')}</h1>
    ${isBound && query('said') === '' && html`<p class="notice">${say('ways.bound')}</p>`}
    <p>${writeRule(visit, me)}</p>
    ${isLonely(me) && html`<p>${say('ways.second')}</p>`} ${writePhoneWays(visit, me)} ${writeApp(visit, me)}
    ${writePin(visit, me)} ${!isBound && writeCodes(visit, me)}
    ${!isBound && html`<p><a href="${BASE}/profile">${say('own.back')}</a></p>`}`
  return show({ title: text('ways.title'), body })
}

/** What the policy demands, in the person's language; Keypad's own sentence is for staff. */
function writeRule({ say, text, locale }: Visit, { policy }: Me): Html {
  const names = policy.factors.map((factor) => text(`way.${factor}`))
  const list = new Intl.ListFormat(locale, { type: 'disjunction' }).format(names)
  if (!policy.required) return say('ways.optional')
  return say(names.length === 1 ? 'ways.requiredOne' : 'ways.required', { list })
}

/** Whether a lost phone would lock this person out. */
function isLonely({ factors, session }: Me): boolean {
  const ways = [factors.phone, factors.totp, factors.recovery_codes_left > 0].filter(Boolean).length
  return ways === 1 && !session.enroll_only
}

type Way = { name: WordKey; factor?: Factor; state: Html; links: { to: string; label: WordKey }[] }

function writeWay({ say, text }: Visit, { policy }: Me, { name, factor, state, links }: Way): Html {
  const isAsked = policy.required && factor !== undefined && policy.factors.includes(factor)
  const entries = links.map(({ to, label }) => {
    // Links of the same name lead to different places; heard alone, each has to say which.
    const about = html`aria-label="${text(label)}: ${text(name)}"`
    return html`<li><a href="${BASE}${to}" ${about}>${say(label)}</a></li>`
  })
  return html`<h2>${say(name)}</h2>
    ${isAsked && html`<p class="hint">${say('ways.asked')}</p>`}
    <p>${state}</p>
    ${
      entries.length > 0 &&
      html`<ul class="links">
        ${entries}
      </ul>`
    }`
}

function writePhoneWays(visit: Visit, me: Me): Html {
  const { say } = visit
  const { current_masked: phone, proven_at: at } = me.phone
  const day = at && html` · ${say('own.proven', { day: writeDay(visit, at) })}`
  const state =
    phone === null ? say('ways.off') : html`${say('ways.to', { phone: writeMasked(phone) })}${day}`
  const links = [
    { to: '/profile/phone', label: phone === null ? 'ways.addPhone' : 'ways.changePhone' } as const,
  ]
  return html`${writeWay(visit, me, { name: 'way.sms', factor: 'sms', state, links })}
  ${writeWay(visit, me, { name: 'way.call', factor: 'call', state, links: [] })}`
}

function writeApp(visit: Visit, me: Me): Html {
  const { totp } = me.factors
  const on = [
    { to: '/ways-in/app', label: 'ways.replaceApp' },
    { to: '/ways-in/app/off', label: 'ways.switchOff' },
  ] as const
  const links = totp
    ? on.slice(0, me.session.enroll_only ? 1 : 2)
    : [{ to: '/ways-in/app', label: 'ways.setUp' } as const]
  const state = visit.say(totp ? 'ways.on' : 'ways.off')
  return writeWay(visit, me, { name: 'way.totp', factor: 'totp', state, links: [...links] })
}

function writePin(visit: Visit, me: Me): Html {
  const { pin } = me.factors
  const isUsed = me.policy.factors.includes('pin')
  const state = visit.say(pin ? 'ways.on' : isUsed ? 'ways.off' : 'ways.notUsed')
  const links = [{ to: '/ways-in/pin', label: pin ? 'own.change' : 'ways.setUp' } as const]
  return writeWay(visit, me, { name: 'way.pin', factor: 'pin', state, links: pin || isUsed ? links : [] })
}

function writeCodes(visit: Visit, me: Me): Html {
  const { recovery_codes_left: count } = me.factors
  const state = count > 0 ? visit.say('ways.codesLeft', { count }) : visit.say('ways.off')
  const links = [
    { to: '/ways-in/recovery-codes', label: count > 0 ? 'ways.newCodes' : 'ways.makeCodes' } as const,
  ]
  return writeWay(visit, me, { name: 'ways.codes', state, links })
}
