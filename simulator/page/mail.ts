import { clockTime } from './clock-time.ts'
import { html, type Html } from './html.ts'
import type { Mail, World } from '#simulator/world.ts'

const SHOWN = 20
const LINK = /(https?:\/\/\S+)/

/** The mail that has arrived, of all mailboxes, newest first. Nothing while there is none. */
export function renderMail(world: World): Html | false {
  const mails = [...world.mailboxes.values()].flat().toSorted((one, other) => other.at - one.at)
  if (mails.length === 0) return false
  return html`<section class="mail" aria-labelledby="mail-title">
    <h2 id="mail-title">Mail</h2>
    <ol>
      ${mails.slice(0, SHOWN).map(renderLetter)}
    </ol>
  </section>`
}

function renderLetter(mail: Mail): Html {
  return html`<li>
    <article>
      <h3>${mail.subject}</h3>
      <p class="when">to ${mail.to} · ${clockTime(mail.at)}</p>
      <p class="words" dir="auto">${mail.text.trim().split(LINK).map(renderPart)}</p>
    </article>
  </li>`
}

/** The text with its links to click on, as a mail program shows it. */
function renderPart(part: string): Html | string {
  return LINK.test(part) ? html`<a href="${part}" rel="noreferrer">${part}</a>` : part
}
