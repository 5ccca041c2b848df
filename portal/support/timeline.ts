/**
 * What happened to a person, newest first. Every reading of it is noted, so it follows by itself only where staff ask for
 * that, and stops by itself.
 */
import type { Timeline, TimelineEntry } from '#client/keypad.ts'
import { showDesk } from '#portal/console/console-reply.ts'
import type { Desk } from '#portal/console/desk.ts'
import { writeCopy, writeTime } from '#portal/console/desk-form.ts'
import { html } from '#core/html.ts'
import type { Html } from '#core/html.ts'
import { makeDeskMissing } from '#portal/console/missing.ts'
import type { Reply } from '#portal/reply.ts'
import { UnexpectedProblem } from '#portal/unexpected.ts'

const NEWEST = 40
const PAGE = 100
const REFRESH_S = 5
/** Five minutes. */
const REFRESHES = 60

/** The newest entries, on the page of the person. */
export async function listNewest(desk: Desk, id: string): Promise<Html> {
  const { tell } = desk
  const timeline = await readTimeline(desk, id, { limit: NEWEST })
  if (!timeline) return html``
  return html`<section aria-labelledby="timeline">
    <h2 id="timeline">${tell('timeline.title')}</h2>
    <p class="links">
      <a href="/support/people/${id}/timeline">${tell('timeline.all')}</a>
      <a href="/support/people/${id}/timeline?live=${REFRESHES}">${tell('timeline.follow')}</a>
    </p>
    ${writeEntries(desk, timeline)}
  </section>`
}

/** The timeline on a page of its own; with `live` it loads itself anew that many times. */
export async function showTimeline(desk: Desk): Promise<Reply> {
  const { tell, plain, query, param } = desk
  const id = param('id')
  const [live, cursor] = [readLive(query('live')), query('cursor')]
  const timeline = await readTimeline(desk, id, { limit: PAGE, ...(cursor ? { cursor } : {}) })
  if (!timeline) return makeDeskMissing(desk)
  const here = `/support/people/${id}`
  const older =
    timeline.next_cursor &&
    html`<a href="${here}/timeline?cursor=${timeline.next_cursor}">${tell('timeline.older')}</a>`
  const body = html`<p><a href="${here}">${tell('person.back')}</a></p>
    <h1>${tell('timeline.title')}</h1>
    ${writeLive(desk, here, live)} ${writeEntries(desk, timeline)}
    <p>${older}</p>
    ${writeTicket(desk, timeline)}`
  const reply = showDesk(plain('timeline.title'), body)
  return live > 0
    ? { ...reply, headers: { Refresh: `${REFRESH_S}; url=${here}/timeline?live=${live - 1}` } }
    : reply
}

function readLive(text: string): number {
  return /^\d{1,2}$/.test(text) ? Math.min(Number(text), REFRESHES) : 0
}

function writeLive({ tell }: Desk, here: string, live: number): Html {
  const following = html`${tell('timeline.live')} <a href="${here}/timeline">${tell('timeline.stop')}</a>`
  const still = html`<a href="${here}/timeline?live=${REFRESHES}">${tell('timeline.follow')}</a>`
  return html`<p>${live > 0 ? following : still}</p>`
}

async function readTimeline(
  { keypad, language: locale, gone }: Desk,
  id: string,
  page: { limit: number; cursor?: string },
): Promise<Timeline | null> {
  const answer = await keypad.readTimeline(id, { locale, ...page }, { signal: gone })
  if (answer.ok) return answer.data
  if (answer.problem.status !== 404) throw new UnexpectedProblem(answer.problem)
  return null
}

/** Look-ups are left to the audit: here they would bury what happened. */
function writeEntries(desk: Desk, { data }: Timeline): Html {
  const shown = data.filter(({ kind }) => kind !== 'looked_up')
  if (shown.length === 0) return html`<p>${desk.tell('timeline.empty')}</p>`
  return html`<ol class="timeline">
    ${shown.map((entry) => writeEntry(desk, entry))}
  </ol>`
}

function writeEntry(desk: Desk, { at, sentence, cause, kind, technical }: TimelineEntry): Html {
  const { tell } = desk
  const known = Object.entries({ kind, ...technical }).map(
    ([name, value]) =>
      html`<dt>${name}</dt>
        <dd>${typeof value === 'string' ? value : JSON.stringify(value)}</dd>`,
  )
  return html`<li>
    <span class="when">${writeTime(desk, at)}</span>
    <div>
      <strong>${sentence}</strong> <span class="cause">${cause}</span>
      <details>
        <summary><span class="hidden">${sentence} </span>${tell('timeline.technical')}</summary>
        <dl class="technical" lang="en">${known}</dl>
      </details>
    </div>
  </li>`
}

function writeTicket(desk: Desk, { text }: Timeline): Html {
  const { tell } = desk
  return html`<details class="ticket">
    <summary>${tell('timeline.ticket')}</summary>
    <p>${tell('timeline.ticketText')} ${writeCopy(desk, 'ticket')}</p>
    <pre id="ticket" tabindex="0">${text}</pre>
  </details>`
}
