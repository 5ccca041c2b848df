/**
 * /support: find somebody. What is searched for may be a phone, so it travels in a form and stands in no address.
 */
import type { FoundAccount, Page } from '#client/keypad.ts'
import { goToDesk, showDesk } from '#portal/console/console-reply.ts'
import type { DeskRoute } from '#portal/console/console-reply.ts'
import { tellProblem, writeDeskFaults, writeDeskForm, writeTable } from '#portal/console/desk-form.ts'
import type { Desk } from '#portal/console/desk.ts'
import { writeInput } from '#portal/fields.ts'
import type { Fault } from '#portal/form.ts'
import { html } from '#core/html.ts'
import type { Html } from '#core/html.ts'
import type { Reply } from '#portal/reply.ts'

const SHOWN = 20

export const SEARCH_ROUTES: readonly DeskRoute[] = [
  {
    method: 'get',
    path: '/support',
    needs: 'read',
    run: (desk) => showSearch(desk, { faults: [], found: writeKinds(desk) }),
  },
  { method: 'post', path: '/support', needs: 'read', run: search },
]

async function search(desk: Desk): Promise<Reply> {
  const { keypad, field, tell } = desk
  const [q, cursor] = [field('q'), field('cursor')]
  const fault = (text: Html) => showSearch(desk, { faults: [{ field: 'q', text }], found: writeKinds(desk) })
  if (q.trim() === '') return fault(tell('search.empty'))
  const answer = await keypad.searchAccounts({ q, limit: SHOWN, ...(cursor ? { cursor } : {}) })
  if (!answer.ok) return fault(tellProblem(desk, answer.problem))
  const [only, ...others] = answer.data.data
  if (only && others.length === 0 && !cursor) return goToDesk(`/support/people/${only.id}`)
  return showSearch(desk, { faults: [], found: only ? writeFound(desk, answer.data) : writeNobody(desk) })
}

function showSearch(desk: Desk, { faults, found }: { faults: Fault[]; found: Html }): Reply {
  const { tell, plain, field } = desk
  const input = {
    label: tell('search.label'),
    hint: tell('search.hint'),
    value: field('q'),
    autocomplete: 'off',
  }
  const form = html`${writeInput(desk, { name: 'q', ...input, faults })}
    <button class="main">${tell('search.submit')}</button>`
  const body = html`${writeDeskFaults(desk, faults)}
    <h1>${tell('search.title')}</h1>
    <div class="finder" role="search">${writeDeskForm(desk, { action: '/support' }, form)}</div>
    <div aria-live="polite">${found}</div>`
  return showDesk(plain('search.title'), body, { isFaulty: faults.length > 0 })
}

/** What one can search for, while nothing has been found yet. */
function writeKinds({ tell }: Desk): Html {
  const kinds = ['help', 'phone', 'username', 'subject', 'sid', 'id'] as const
  const rows = kinds.map(
    (kind) =>
      html`<dt>${tell(`search.${kind}`)}</dt>
        <dd>${tell(`search.${kind}Like`)}</dd>`,
  )
  return html`<h2>${tell('search.kinds')}</h2>
    <dl class="kinds">${rows}</dl>`
}

function writeNobody(desk: Desk): Html {
  const { tell } = desk
  return html`<div class="notice">
      <p><strong>${tell('search.nobody')}</strong></p>
      <p>${tell('search.nobodyText')}</p>
    </div>
    ${writeKinds(desk)}`
}

function writeFound(desk: Desk, { data, next_cursor: cursor }: Page<FoundAccount>): Html {
  const { tell, plain, field } = desk
  const heads = (['name', 'username', 'type', 'phone', 'by'] as const).map((name) => tell(`found.${name}`))
  const more =
    cursor && writeDeskForm(desk, { action: '/support', hidden: { q: field('q'), cursor } }, writeMore(desk))
  return html`<h2>${tell('search.found', { count: data.length })}</h2>
    ${writeTable(
      plain('search.found', { count: data.length }),
      heads,
      data.map((entry) => writeRow(desk, entry)),
    )}
    ${more}`
}

const writeMore = ({ tell }: Desk) => html`<button>${tell('desk.more')}</button>`

function writeRow(
  { tell }: Desk,
  { id, display_name: name, username, user_type: type, phone, matched_by: by }: FoundAccount,
) {
  const number = phone.current_masked ?? phone.pending_masked
  return html`<tr>
    <th scope="row"><a href="/support/people/${id}">${name}</a></th>
    <td>${username ?? '–'}</td>
    <td>${type}</td>
    <td>${number ? html`<bdi dir="ltr">${number}</bdi>` : '–'}</td>
    <td>${tell(`by.${by}`)}</td>
  </tr>`
}
