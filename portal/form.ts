/**
 * Forms: the hidden token, buttons, and the summary above a faulty form. Their fields are made in fields.ts.
 */
import { html } from '#core/html.ts'
import type { Html } from '#core/html.ts'
import { BASE } from './portal.ts'
import type { Visit } from './visit.ts'

/** What is wrong with what was typed; `field` is the id that the summary leads to. */
export type Fault = { field: string; text: Html }

/** The hidden field without which no form is taken. */
export function csrfField({ form }: Visit): Html {
  return html`<input type="hidden" name="form_token" value="${form.token}" />`
}

/** A form of the portal. `action` is a path inside it. `body` holds the fields and the button. */
export function writeForm(visit: Visit, action: string, body: Html): Html {
  return html`<form method="post" action="${BASE}${action}" novalidate>${csrfField(visit)}${body}</form>`
}

/** A form that is one button: `fields` are sent along. `look` is a class of the style sheet. */
export function writeButton(
  visit: Visit,
  { action, fields, look = 'link' }: { action: string; fields: Record<string, string>; look?: string },
  label: Html,
): Html {
  const hidden = Object.entries(fields).map(
    ([name, value]) => html`<input type="hidden" name="${name}" value="${value}" />`,
  )
  return writeForm(visit, action, html`${hidden}<button class="${look}">${label}</button>`)
}

/** The main button of a form. */
export function writeSubmit(label: Html): Html {
  return html`<button class="main">${label}</button>`
}

/** Lists what is wrong, with links to the fields; it is read aloud and has the focus. Nothing where nothing is wrong. */
export function writeFaults({ say }: Visit, faults: readonly Fault[]): Html {
  if (faults.length === 0) return html``
  const entries = faults.map(({ field, text }) => html`<li><a href="#${field}">${text}</a></li>`)
  return html`<div class="faults" role="alert" tabindex="-1" autofocus aria-labelledby="faults-title">
    <h2 id="faults-title">${say('frame.summary')}</h2>
    <ul>
      ${entries}
    </ul>
  </div>`
}
