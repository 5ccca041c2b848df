import { formatPhone } from '#simulator/phone.ts'
import { TEST_NUMBERS, type TestNumber } from '#simulator/test-numbers.ts'
import { renderLog } from './carrier-log.ts'
import { html, type Html } from './html.ts'
import { renderMail } from './mail.ts'
import { renderPhone } from './phone.ts'
import type { Handset, World } from '#simulator/world.ts'

/** What the page shows: `base` is where it is mounted, `wrong` a number that could not be read. */
export type View = { base: string; world: World; phones: Handset[]; pinned: string[]; wrong: string | null }

const STYLES = ['handsets', 'phone', 'call', 'log']

/** Renders the whole page; the script fetches the same page again to bring it up to date. */
export function renderDocument(view: View): string {
  const { base, world, phones } = view
  return html`<!doctype html>
    <html lang="en">
      ${renderHead(base)}
      <body>
        <a class="skip" href="#phones">Skip to the phones</a>
        ${renderTop(view)}
        <div class="desk">
          <main id="phones" tabindex="-1">
            ${phones.length === 0 && renderEmpty()}
            <div class="phones">${phones.map((handset) => renderPhone(base, handset))}</div>
            ${renderMail(world)}
          </main>
          ${renderLog(world)}
        </div>
        ${renderNumbers(base)}
      </body>
    </html>`.html
}

function renderHead(base: string): Html {
  return html`<head>
    <meta charset="utf-8" />
    <meta name="viewport" content="width=device-width, initial-scale=1" />
    <meta name="color-scheme" content="light dark" />
    <title>Handsets: the simulated phones</title>
    <link rel="icon" href="data:," />
    ${STYLES.map((name) => html`<link rel="stylesheet" href="${base}/${name}.css" />`)}
    <script type="module" src="${base}/handsets.js"></script>
  </head>`
}

function renderTop(view: View): Html {
  return html`<header class="top">
    <div>
      <h1>Handsets</h1>
      <p>Simulated phones. Nothing here reaches a real one.</p>
    </div>
    ${renderTools(view)}
  </header>`
}

function renderTools({ base, pinned, wrong }: View): Html {
  return html`<div class="tools">
    <form method="get" action="${base}" class="add">
      ${pinned.map((phone) => html`<input type="hidden" name="n" value="${phone}" />`)}
      <label for="add-phone">Show the phone with number</label>
      <input id="add-phone" name="n" type="tel" autocomplete="off" required ${wrong !== null && invalid} />
      <button>Show</button>
      ${wrong !== null && html`<p class="error" id="add-error">“${wrong}” is no number like +12025550123.</p>`}
    </form>
    <p class="status">
      <span id="live" role="status">Reload to see what is new</span> <a href="${base}">Reload</a>
    </p>
    <button id="aloud" class="quiet" type="button" aria-pressed="false" hidden>Speak calls aloud</button>
    <form method="post" action="${base}/forget"><button class="quiet">Forget everything</button></form>
  </div>`
}

const invalid = html`aria-invalid="true" aria-describedby="add-error"`

function renderEmpty(): Html {
  return html`<div class="welcome">
    <h2>No phone has got anything yet</h2>
    <p>
      Send a text or a call to any number through the API, and its phone appears here. Or show one by its
      number.
    </p>
  </div>`
}

function renderNumbers(base: string): Html {
  return html`<details class="numbers" id="numbers">
    <summary>Test numbers with a fixed fate</summary>
    <div class="scroll" tabindex="0" role="region" aria-label="Test numbers">
      <table>
        <thead>
          <tr>
            <th scope="col">Number</th>
            <th scope="col">Fate</th>
            <th scope="col">Lookup</th>
            <th scope="col">What happens</th>
          </tr>
        </thead>
        <tbody>
          ${TEST_NUMBERS.map((entry) => renderNumber(base, entry))}
        </tbody>
      </table>
    </div>
  </details>`
}

function renderNumber(base: string, { phone, fate, lookup, note }: TestNumber): Html {
  return html`<tr>
    <td><a href="${base}?n=${encodeURIComponent(phone)}">${formatPhone(phone)}</a></td>
    <td>${fate}</td>
    <td>${lookup.type ?? `none (${lookup.errorCode})`}</td>
    <td>${note}</td>
  </tr>`
}
