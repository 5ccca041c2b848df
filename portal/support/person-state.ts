/**
 * What a verdict rests on: the ways in, the limits, what waits, and the rule that holds.
 */
import type { SupportAccount, SupportLimit } from '#client/keypad.ts'
import type { Desk } from '#portal/console/desk.ts'
import { writeTime } from '#portal/console/desk-form.ts'
import { html } from '#core/html.ts'
import type { Html } from '#core/html.ts'

/** Writes the cards beside the acts. */
export function writeState(desk: Desk, person: SupportAccount): Html {
  const { tell, language } = desk
  const { policy } = person
  const sentence =
    language === 'en-GB' ? html`<p>${policy.sentence}</p>` : html`<p lang="en">${policy.sentence}</p>`
  return html`<section class="state" aria-labelledby="ways">
    <h2 id="ways">${tell('person.ways')}</h2>
    ${writeFactors(desk, person)}
    <h2>${tell('person.limits')}</h2>
    <ul class="limits">
      ${person.limits.map((limit) => writeLimit(desk, limit))}
    </ul>
    ${writeWaiting(desk, person)}
    <details>
      <summary>${tell('person.policy')}</summary>
      ${sentence}
    </details>
  </section>`
}

function writeFactors(desk: Desk, { factors }: SupportAccount): Html {
  const { tell } = desk
  const { phone, totp, pin, recovery_codes: codes } = factors
  const number = (text: string) => html`<bdi dir="ltr">${text}</bdi>`
  const proven = phone.proven_at && tell('person.proven', { time: writeTime(desk, phone.proven_at) })
  const current = phone.current_masked ? html`${number(phone.current_masked)} ${proven}` : tell('person.none')
  return html`<dl class="facts">
    <dt>${tell('person.phone')}</dt>
    <dd>${current}</dd>
    ${
      phone.pending_masked &&
      html`<dt>${tell('person.pending')}</dt>
        <dd>${number(phone.pending_masked)}</dd>`
    }
    <dt>${tell('factor.totp')}</dt>
    <dd>${tell(totp ? 'person.setUp' : 'person.none')}</dd>
    <dt>${tell('factor.pin')}</dt>
    <dd>${tell(pin ? 'person.setUp' : 'person.none')}</dd>
    <dt>${tell('factor.recovery_code')}</dt>
    <dd>${codes > 0 ? tell('person.codesLeft', { count: codes }) : tell('person.none')}</dd>
  </dl>`
}

function writeLimit(desk: Desk, { is_on: isOn, since, sentence }: SupportLimit): Html {
  const { tell } = desk
  const chip = html`<span class="chip${isOn && ' on'}">${tell(isOn ? 'limit.on' : 'limit.off')}</span>`
  return html`<li>
    ${chip} ${sentence} ${isOn && since && tell('limit.since', { time: writeTime(desk, since) })}
  </li>`
}

function writeWaiting(desk: Desk, { requests, help_codes: codes }: SupportAccount): Html {
  const { tell, plain } = desk
  const resets = requests.map(
    ({ factor, created_at: at }) =>
      html`<li>
        ${tell('waiting.reset', { factor: plainFactor(desk, factor), time: writeTime(desk, at) })}
        <a href="/support/approvals">${tell('desk.approvals')}</a>
      </li>`,
  )
  const help = codes.map(
    ({ code, expires_at: until }) =>
      html`<li>${tell('waiting.help', { code, time: writeTime(desk, until) })}</li>`,
  )
  if (resets.length + help.length === 0) return html``
  return html`<h2>${plain('person.waiting')}</h2>
    <ul>
      ${resets}${help}
    </ul>`
}

/** The name of a factor; one that is new here stands as it is. */
export function plainFactor({ plain }: Desk, factor: string): string {
  const known = (['sms', 'call', 'totp', 'pin', 'recovery_code'] as const).find((name) => name === factor)
  return known ? plain(`factor.${known}`) : factor
}
