/**
 * Pieces that staff pages are made of: forms, buttons, tables, times, and what went wrong.
 */
import { randomUUID } from 'node:crypto'
import type { Problem } from '#client/keypad.ts'
import { writeInput } from '#portal/fields.ts'
import { csrfField } from '#portal/form.ts'
import type { Fault } from '#portal/form.ts'
import { html } from '#core/html.ts'
import type { Html } from '#core/html.ts'
import { refuseUnexpected } from '#portal/unexpected.ts'
import type { Desk } from './desk.ts'
import { isDeskWord } from './desk-words.ts'

/** A form of a staff page; `hidden` is sent along. `once` makes sending it twice one act. */
export function writeDeskForm(
  desk: Desk,
  of: { action: string; hidden?: Record<string, string> },
  body: Html,
): Html {
  const fields = Object.entries({ ...of.hidden, once: randomUUID() }).map(
    ([name, value]) => html`<input type="hidden" name="${name}" value="${value}" />`,
  )
  return html`<form method="post" action="${of.action}" novalidate>${csrfField(desk)}${fields}${body}</form>`
}

/** What makes a form that arrives twice one act. */
export function onceOf({ field }: Desk): { idempotencyKey?: string } {
  const once = field('once')
  return /^[\da-f-]{36}$/.test(once) ? { idempotencyKey: once } : {}
}

/** The field for why; its name is made of the act's, so that a page can have several. */
export function writeReason(desk: Desk, act: string, faults: readonly Fault[]): Html {
  const { tell, field } = desk
  const name = `${act}-reason`
  const words = { label: tell('desk.reason'), hint: tell('desk.reasonHint') }
  return writeInput(desk, { name, ...words, value: field(name), autocomplete: 'off', faults })
}

/** The reason that was typed, or the fault that there is none. */
export function readReason({ field, tell }: Desk, act: string): { reason: string; faults: Fault[] } {
  const name = `${act}-reason`
  const reason = field(name).trim()
  return { reason, faults: reason === '' ? [{ field: name, text: tell('desk.noReason') }] : [] }
}

/** A time on the reader's clock; the whole of it, in UTC, on hover. */
export function writeTime({ clock }: Desk, at: string): Html {
  return html`<time datetime="${at}" title="${at.slice(0, 19).replace('T', ' ')} UTC">${clock(at)}</time>`
}

/** A refusal in the reader's language; English where there are no words for it. Throws on what nobody can mend. */
export function tellProblem({ tell, language }: Desk, problem: Problem): Html {
  const key = `problem.${problem.code}`
  if (isDeskWord(key)) return tell(key)
  refuseUnexpected(problem)
  return language === 'en-GB' ? html`${problem.detail}` : html`<span lang="en">${problem.detail}</span>`
}

/** A table that scrolls by itself where the page is narrow. */
export function writeTable(name: string, heads: readonly Html[], rows: readonly Html[]): Html {
  const columns = heads.map((head) => html`<th scope="col">${head}</th>`)
  return html`<div class="scroll" role="region" tabindex="0" aria-label="${name}">
    <table>
      <thead>
        <tr>
          ${columns}
        </tr>
      </thead>
      <tbody>
        ${rows}
      </tbody>
    </table>
  </div>`
}

/** The heading of a summary of faults, with links to the fields; read aloud at once. */
export function writeDeskFaults({ tell }: Desk, faults: readonly Fault[]): Html {
  if (faults.length === 0) return html``
  const entries = faults.map(({ field, text }) => html`<li><a href="#${field}">${text}</a></li>`)
  return html`<div class="faults" role="alert" tabindex="-1" autofocus aria-labelledby="faults-title">
    <h2 id="faults-title">${tell('desk.faults')}</h2>
    <ul>
      ${entries}
    </ul>
  </div>`
}

/** A button that copies what an element holds; without the script it stays hidden. */
export function writeCopy({ plain }: Desk, id: string): Html {
  const words = `${plain('desk.copy')}|${plain('desk.copied')}`
  return html`<button type="button" class="quiet" data-copy="${id}" data-words="${words}" hidden>
    ${plain('desk.copy')}
  </button>`
}
