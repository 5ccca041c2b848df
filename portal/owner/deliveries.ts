/**
 * /owner/deliveries: whether codes arrive, how fast, and why not; as a picture and as tables.
 */
import type { DeliverySummary, SendTimes } from '#client/keypad.ts'
import { wordsOf } from '#core/support-words.ts'
import { showDesk } from '#portal/console/console-reply.ts'
import type { DeskRoute } from '#portal/console/console-reply.ts'
import { writeDeskFaults, writeTable } from '#portal/console/desk-form.ts'
import type { Desk } from '#portal/console/desk.ts'
import type { Fault } from '#portal/form.ts'
import { html } from '#core/html.ts'
import type { Html } from '#core/html.ts'
import type { Reply } from '#portal/reply.ts'
import { refuseUnexpected } from '#portal/unexpected.ts'
import { writeDay } from '#portal/support/audit-filters.ts'
import { countDays, countFailures, countFunnel } from './count-sends.ts'
import { drawDays } from './draw-days.ts'

const DAY_MS = 86_400_000
const USUAL_DAYS = 7

export const DELIVERY_ROUTES: readonly DeskRoute[] = [
  { method: 'get', path: '/owner/deliveries', needs: 'admin', run: showDeliveries },
]

async function showDeliveries(desk: Desk): Promise<Reply> {
  const { keypad, tell, plain, gone } = desk
  const span = readSpan(desk)
  const answer = await keypad.readDeliverySummary(span, { signal: gone })
  if (!answer.ok) refuseUnexpected(answer.problem)
  const faults: Fault[] = answer.ok ? [] : [{ field: 'to', text: tell('sends.span') }]
  const body = html`${writeDeskFaults(desk, faults)}
    <h1>${tell('sends.title')}</h1>
    <form method="get" action="/owner/deliveries" class="filters">
      ${writeDay(desk, 'from', span.from)} ${writeDay(desk, 'to', span.to)}
      <button class="main">${tell('sends.show')}</button>
    </form>
    ${
      answer.ok &&
      html`<p>${tell('sends.text', span)}</p>
        ${writeSummary(desk, answer.data)}`
    }`
  return showDesk(plain('sends.title'), body, { isFaulty: faults.length > 0 })
}

/** The days of the address; the last week where there are none. */
function readSpan({ query }: Desk): { from: string; to: string } {
  const isDay = (text: string) => /^\d{4}-\d{2}-\d{2}$/.test(text) && !Number.isNaN(Date.parse(text))
  const to = isDay(query('to')) ? query('to') : new Date().toISOString().slice(0, 10)
  const usual = new Date(Date.parse(to) - (USUAL_DAYS - 1) * DAY_MS).toISOString().slice(0, 10)
  return { from: isDay(query('from')) ? query('from') : usual, to }
}

function writeSummary(desk: Desk, summary: DeliverySummary): Html {
  const { tell } = desk
  if (summary.verifications.length + summary.deliveries.length === 0)
    return html`<p class="notice">${tell('sends.nothing')}</p>`
  return html`<h2>${tell('sends.funnel')}</h2>
    ${writeFunnel(desk, summary)}
    <h2>${tell('sends.times')}</h2>
    ${writeTimes(desk, summary)}
    <h2>${tell('sends.byDay')}</h2>
    ${writeDays(desk, summary)} ${writeFailures(desk, summary)}`
}

function writeFunnel(desk: Desk, summary: DeliverySummary): Html {
  const { tell, plain, language } = desk
  const steps = countFunnel(summary)
  const most = Math.max(...steps.map(({ count }) => count), 1)
  const rows = steps.map(({ name, count }) => {
    const bar = html`<svg class="bar" viewBox="0 0 100 10" preserveAspectRatio="none" aria-hidden="true">
      <rect width="${(100 * count) / most}" height="10" />
    </svg>`
    return html`<tr>
      <th scope="row">${tell(`sends.${name}`)}</th>
      <td>${count.toLocaleString(language)}</td>
      <td>${bar}</td>
    </tr>`
  })
  return writeTable(
    plain('sends.funnel'),
    [tell('sends.step'), tell('sends.count'), tell('sends.share')],
    rows,
  )
}

function writeTimes({ tell, plain, language }: Desk, { times }: DeliverySummary): Html {
  const write = (seconds: number | null) =>
    seconds === null ? html`–` : tell('sends.seconds', { count: seconds.toLocaleString(language) })
  const row = (name: 'accepted' | 'delivered', { count, median, p95 }: SendTimes) =>
    html`<tr>
      <th scope="row">${tell(`sends.${name}`)}</th>
      <td>${write(median)}</td>
      <td>${write(p95)}</td>
      <td>${count.toLocaleString(language)}</td>
    </tr>`
  const heads = [tell('sends.step'), tell('sends.median'), tell('sends.p95'), tell('sends.count')]
  return writeTable(plain('sends.times'), heads, [
    row('accepted', times.accepted),
    row('delivered', times.delivered),
  ])
}

function writeDays(desk: Desk, summary: DeliverySummary): Html {
  const { tell, plain, language } = desk
  const days = countDays(summary)
  const rows = days.map(({ day, good, other, failed }) => {
    const counts = [good, other, failed].map((count) => html`<td>${count.toLocaleString(language)}</td>`)
    return html`<tr>
      <th scope="row">${day}</th>
      ${counts}
    </tr>`
  })
  const heads = [tell('sends.day'), tell('sends.good'), tell('sends.other'), tell('sends.failed')]
  return html`${drawDays(desk, days)} ${writeTable(plain('sends.byDay'), heads, rows)}`
}

function writeFailures(desk: Desk, summary: DeliverySummary): Html {
  const { tell, plain, language } = desk
  const rows = countFailures(summary).map(
    ({ channel, reason, count }) =>
      html`<tr>
        <th scope="row">${wordsOf(language, reason).headline}</th>
        <td>${tell(`sends.${channel}`)}</td>
        <td>${count.toLocaleString(language)}</td>
      </tr>`,
  )
  if (rows.length === 0) return html``
  const heads = [tell('sends.reason'), tell('sends.channel'), tell('sends.count')]
  return html`<h2>${tell('sends.why')}</h2>
    ${writeTable(plain('sends.why'), heads, rows)}`
}
