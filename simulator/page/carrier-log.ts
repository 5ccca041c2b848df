import { formatPhone } from '#simulator/phone.ts'
import { clockTime } from './clock-time.ts'
import { html, type Html } from './html.ts'
import type { LogEntry, World } from '#simulator/world.ts'

const SHOWN = 40
const KINDS = { request: 'in', callback: 'out', fault: 'fault' }

/** The carrier's side: what reached it, what it called back, how that went and how long it took. Newest first. */
export function renderLog(world: World): Html {
  const entries = world.log.list().slice(-SHOWN).toReversed()
  return html`<aside class="log" aria-labelledby="log-title">
    <h2 id="log-title">Carrier log</h2>
    ${entries.length === 0 && html`<p class="empty">Nothing has reached the carrier yet.</p>`}
    <div role="log" aria-live="off" aria-label="Entries, newest first" tabindex="0">
      ${
        entries.length > 0 &&
        html`<ol>
          ${entries.map(renderEntry)}
        </ol>`
      }
    </div>
  </aside>`
}

function renderEntry(entry: LogEntry): Html {
  return html`<li id="log-${entry.number}" class="${KINDS[entry.kind]} ${entry.ok ? 'ok' : 'bad'}">
    <details>
      <summary>
        <span class="arrow" aria-hidden="true"></span>
        <span class="what">${entry.title}${entry.tries > 1 && ` (try ${entry.tries})`}</span>
        <span class="result">${entry.result}</span>
        <span class="when"
          >${entry.phone !== null && `${formatPhone(entry.phone)} · `}${clockTime(entry.at)}${entry.tookMs !== null && ` · ${entry.tookMs} ms`}</span
        >
      </summary>
      <p class="target">${entry.target}</p>
      ${entry.signature !== null && html`<p class="target">signed ${entry.signature}</p>`}
      <dl>
        ${Object.entries(entry.form).map(
          ([key, value]) =>
            html`<dt>${key}</dt>
              <dd>${[value].flat().join(', ')}</dd>`,
        )}
      </dl>
    </details>
  </li>`
}
