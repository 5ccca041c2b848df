import { FATE_NAMES, ruleOf, type FateRule } from '#simulator/fates.ts'
import { formatPhone } from '#simulator/phone.ts'
import { isEnded } from '#simulator/call.ts'
import { renderThread } from './bubbles.ts'
import { html, type Html } from './html.ts'
import { renderLiveCall } from './live-call.ts'
import type { Handset } from '#simulator/world.ts'

const GROUPS: [FateRule['group'], string][] = [
  ['texts', 'Texts'],
  ['calls', 'Calls'],
  ['carrier', 'Carrier'],
]

/** One phone: its screen, and what can be done to it. */
export function renderPhone(base: string, handset: Handset): Html {
  const id = `phone-${handset.phone.slice(1)}`
  return html`<article class="phone" id="${id}" aria-labelledby="${id}-name">
    <header>
      <h2 id="${id}-name">${formatPhone(handset.phone)}</h2>
      <p class="fate ${handset.fate === 'delivered' ? 'good' : 'odd'}">
        ${ruleOf(handset.fate).label}${handset.optedOut && ' · STOP'}
      </p>
    </header>
    ${renderScreen(base, handset)} ${renderReplies(base, handset)} ${renderFates(base, handset)}
  </article>`
}

function renderScreen(base: string, handset: Handset): Html {
  const live = handset.calls.filter((call) => !isEnded(call))
  const thread = renderThread(handset)
  const name = `Messages on ${formatPhone(handset.phone)}`
  return html`<div class="screen">
    ${live.map((call) => renderLiveCall(base, call))}
    <div class="thread" role="log" aria-live="polite" aria-label="${name}" tabindex="0">
      ${
        thread.length > 0 &&
        html`<ol>
          ${thread}
        </ol>`
      }
    </div>
    ${thread.length === 0 && live.length === 0 && html`<p class="empty">No texts or calls yet.</p>`}
  </div>`
}

function renderReplies(base: string, handset: Handset): Html {
  return html`<form method="post" action="${base}/phones/${handset.phone}/replies" class="replies">
    <span>Text back</span>
    <button name="text" value="STOP">STOP</button>
    <button name="text" value="START">START</button>
  </form>`
}

function renderFates(base: string, handset: Handset): Html {
  return html`<details class="fates" id="fates-${handset.phone.slice(1)}">
    <summary>What happens to this phone</summary>
    <form method="post" action="${base}/phones/${handset.phone}/fate">
      <p class="effect">${ruleOf(handset.fate).effect}</p>
      ${GROUPS.map(([group, title]) => renderGroup(handset, group, title))}
    </form>
  </details>`
}

function renderGroup(handset: Handset, group: FateRule['group'], title: string): Html {
  const fates = FATE_NAMES.filter((fate) => ruleOf(fate).group === group)
  return html`<fieldset>
    <legend>${title}</legend>
    ${fates.map((fate) => {
      const { label, effect } = ruleOf(fate)
      const chosen = handset.fate === fate ? 'true' : 'false'
      return html`<button name="fate" value="${fate}" aria-pressed="${chosen}" title="${effect}">
        ${label}
      </button>`
    })}
  </fieldset>`
}
