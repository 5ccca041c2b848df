import type { Call, Said } from '#simulator/call.ts'
import { html, type Html } from './html.ts'

const KEYS = ['1', '2', '3', '4', '5', '6', '7', '8', '9', '*', '0', '#']
const KEY_NAMES: Record<string, string> = { '*': 'Star', '#': 'Hash' }

/** A call that rings or is talked on: its captions, its keys and its buttons. */
export function renderLiveCall(base: string, call: Call): Html {
  return html`<section
    class="call ${call.status}"
    id="${call.sid}"
    aria-label="Call from ${call.from} to ${call.to}"
  >
    <p class="caller" role="status">
      <span class="pulse" aria-hidden="true"></span>${stateOf(call)}<b>${call.from}</b>
    </p>
    ${call.status === 'ringing' && renderRinging(base, call)}
    ${call.status === 'in-progress' && renderTalking(base, call)}
  </section>`
}

function stateOf(call: Call): string {
  if (call.status === 'ringing') return 'Incoming call from '
  return call.status === 'in-progress' ? 'On the line with ' : 'A call is waiting in the queue, from '
}

function renderRinging(base: string, call: Call): Html {
  return html`<div class="acts">
    ${act(base, call, { name: 'answer', label: 'Answer' })}${act(base, call, { name: 'decline', label: 'Decline' })}
  </div>`
}

function renderTalking(base: string, call: Call): Html {
  const captions = call.said.map((said, index) => renderCaption(`${call.sid}-${index}`, said))
  return html`<div
      class="captions"
      role="log"
      aria-live="polite"
      aria-label="Said to ${call.to}"
      tabindex="0"
    >
      ${
        captions.length > 0 &&
        html`<ol>
          ${captions}
        </ol>`
      }
    </div>
    <p class="listening" id="${call.sid}-keys">
      ${call.collector ? 'Waiting for a key' : 'Not listening for keys'}${call.pressed && ` · pressed ${call.pressed}`}
    </p>
    <form method="post" action="${base}/calls/${call.sid}/digits" class="keypad" aria-label="Keypad">
      ${KEYS.map((key) => html`<button name="digits" value="${key}" ${label(key)}>${key}</button>`)}
    </form>
    <div class="acts">${act(base, call, { name: 'hangup', label: 'Hang up' })}</div>`
}

function renderCaption(id: string, { text, language }: Said): Html {
  return html`<li id="${id}" dir="auto" ${inLanguage(language)}>${text}</li>`
}

/** Lets screen readers and the spoken captions use the right voice. Null: the document names no language. */
export function inLanguage(language: string | null): Html | null {
  return language !== null && /^[a-z]{2,3}(-\w{2,8})*$/i.test(language) ? html`lang="${language}"` : null
}

function label(key: string): Html | null {
  const name = KEY_NAMES[key]
  return name === undefined ? null : html`aria-label="${name}"`
}

function act(base: string, call: Call, { name, label }: { name: string; label: string }): Html {
  return html`<form method="post" action="${base}/calls/${call.sid}/${name}">
    <button class="${name}">${label}</button>
  </form>`
}
