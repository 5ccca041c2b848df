import { isOver, type Message } from '#simulator/message.ts'
import { isEnded, type Call } from '#simulator/call.ts'
import { clockTime } from './clock-time.ts'
import { html, type Html } from './html.ts'
import { inLanguage } from './live-call.ts'
import type { Handset } from '#simulator/world.ts'

const SHOWN = 30

/** Twilio's numbers in a few words, for the line under a text that never came. */
const ENDS: Record<number, string> = {
  30003: 'the phone is off or out of reach',
  30004: 'blocked by the network or its owner',
  30005: 'the number does not exist',
  30006: 'a landline cannot take texts',
  30007: 'filtered as spam by the network',
  30036: 'it waited longer than it was valid',
  30450: 'stopped as a sign of fraud',
}

/** Everything a phone has to show, oldest first: texts, replies and calls that are over. */
export function renderThread(handset: Handset): Html[] {
  const entries = [
    ...handset.messages
      .slice(-SHOWN)
      .map((message) => ({ at: message.createdAt, show: renderText(message) })),
    ...handset.replies
      .slice(-SHOWN)
      .map((reply, index) => ({ at: reply.at, show: renderReply(reply, index) })),
    ...handset.calls
      .slice(-SHOWN)
      .filter(isEnded)
      .map((call) => ({ at: call.createdAt, show: renderPastCall(call) })),
  ]
  return entries.toSorted((one, other) => one.at - other.at).map(({ show }) => show)
}

function renderText(message: Message): Html {
  if (message.arrivedAt === null) return renderAbsent(message)
  const { segments, encoding, units } = message.parts
  return html`<li class="bubble in" id="${message.sid}">
    <p class="text" dir="auto">${withCode(message.body)}</p>
    ${renderAutofill(message.body)}
    <p class="meta">
      ${clockTime(message.arrivedAt)} · ${segments === 1 ? '1 segment' : `${segments} segments`} ·
      <abbr title="${units} units">${encoding}</abbr> · from ${message.from ?? 'a service'} · valid until
      ${clockTime(message.createdAt + message.validitySeconds * 1_000)}
    </p>
  </li>`
}

/** Phones find the code in a text by themselves; so does this one. */
function withCode(body: string): Html {
  if (body === '') return html`<i>The text was redacted.</i>`
  const found = /(?<!\d)\d{4,8}(?!\d)/.exec(body)
  if (!found) return html`${body}`
  const end = found.index + found[0].length
  return html`${body.slice(0, found.index)}<strong class="code">${found[0]}</strong>${body.slice(end)}`
}

/** What a phone offers above its keyboard for an origin-bound code (https://wicg.github.io/sms-one-time-codes/). */
function renderAutofill(body: string): Html | null {
  const bound = /(?:^|\n)@([a-z0-9.-]+(?::\d+)?) #([^\s]+)[^\n]*$/i.exec(body)
  return bound && html`<p class="autofill">Fills itself in at ${bound[1] ?? ''}: ${bound[2] ?? ''}</p>`
}

function renderAbsent(message: Message): Html {
  const why = ENDS[message.errorCode ?? 0] ?? 'it did not arrive'
  const words = isOver(message) ? `A text never came: ${why} (${message.errorCode})` : 'A text is on its way'
  return html`<li class="notice ${isOver(message) ? 'lost' : 'coming'}" id="${message.sid}">
    ${words}<span class="meta"> · ${message.status} · ${clockTime(message.updatedAt)}</span>
  </li>`
}

function renderReply(reply: Handset['replies'][number], index: number): Html {
  return html`<li class="bubble out" id="reply-${reply.at}-${index}">
    <p class="text"><span class="hidden">You wrote: </span>${reply.text}</p>
    <p class="meta">${clockTime(reply.at)}</p>
  </li>`
}

function renderPastCall(call: Call): Html {
  const words =
    call.answeredAt === null ? `Call from ${call.from}: ${call.status}` : `Call, ${call.duration} s`
  return html`<li class="notice call-over" id="${call.sid}">
    <details>
      <summary>
        ${words}${call.error && ' · application error'}${call.pressed && ` · pressed ${call.pressed}`}
      </summary>
      ${call.answeredBy && html`<p>Answered by: ${call.answeredBy}</p>`}
      ${call.error && html`<p>${call.error.code}: ${call.error.text}</p>`}
      ${call.said.map(({ text, language }) => html`<p dir="auto" ${inLanguage(language)}>${text}</p>`)}
      ${call.recorded.length > 0 && html`<p>On the machine: ${call.recorded.join(' ')}</p>`}
    </details>
  </li>`
}
