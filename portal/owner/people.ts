/**
 * /owner/people: everybody, what is set for one person against the rules, and which rule holds and why.
 */
import type { Account, AccountPolicy, FactorOverride } from '#client/keypad.ts'
import { goToDesk, showDesk } from '#portal/console/console-reply.ts'
import type { DeskRoute } from '#portal/console/console-reply.ts'
import { tellProblem, writeDeskFaults, writeDeskForm, writeTable } from '#portal/console/desk-form.ts'
import type { Desk } from '#portal/console/desk.ts'
import type { Fault } from '#portal/form.ts'
import { html } from '#core/html.ts'
import type { Html } from '#core/html.ts'
import { makeDeskMissing } from '#portal/console/missing.ts'
import type { Reply } from '#portal/reply.ts'
import { UnexpectedProblem } from '#portal/unexpected.ts'

const PATH = '/owner/people'
const OVERRIDES: readonly FactorOverride[] = ['default', 'required', 'exempt']

export const OWNER_PEOPLE_ROUTES: readonly DeskRoute[] = [
  { method: 'get', path: PATH, needs: 'admin', run: (desk) => showPeople(desk, []) },
  { method: 'post', path: PATH, needs: 'admin', run: setOverride },
]

async function setOverride(desk: Desk): Promise<Reply> {
  const { keypad, field, query } = desk
  const id = field('id')
  const override = OVERRIDES.find((known) => known === field(`${id}-override`))
  if (!override) return makeDeskMissing(desk)
  const answer = await keypad.changeAccount(id, { factor_override: override })
  if (!answer.ok)
    return showPeople(desk, [{ field: `${id}-override`, text: tellProblem(desk, answer.problem) }])
  const cursor = query('cursor')
  return goToDesk(
    `${PATH}?${new URLSearchParams({ did: 'override', why: id, ...(cursor ? { cursor } : {}) })}`,
  )
}

async function showPeople(desk: Desk, faults: readonly Fault[]): Promise<Reply> {
  const { keypad, tell, plain, query, gone } = desk
  const cursor = query('cursor')
  const answer = await keypad.listAccounts({ limit: 50, ...(cursor ? { cursor } : {}) }, { signal: gone })
  if (!answer.ok) throw new UnexpectedProblem(answer.problem)
  const { data, next_cursor: next } = answer.data
  const why = await readWhy(desk)
  const heads = (['name', 'username', 'type', 'role', 'phone', 'override'] as const).map((name) =>
    tell(`people.${name}`),
  )
  const rows = data.map((account) => writeRow(desk, account, why?.id === account.id ? why.policy : null))
  const body = html`${writeDeskFaults(desk, faults)}
    ${query('did') === 'override' && html`<p class="notice" role="status">${tell('did.override')}</p>`}
    <h1>${tell('people.title')}</h1>
    <p>${tell('people.text')}</p>
    ${rows.length > 0 ? writeTable(plain('people.title'), heads, rows) : html`<p>${tell('people.none')}</p>`}
    <p>${next && html`<a href="${PATH}?cursor=${next}">${tell('people.older')}</a>`}</p>`
  return showDesk(plain('people.title'), body, { isFaulty: faults.length > 0 })
}

/** Which rule holds for the person whom the address asks about. */
async function readWhy({ keypad, query, gone }: Desk): Promise<{ id: string; policy: AccountPolicy } | null> {
  const id = query('why')
  if (!id.startsWith('acc_')) return null
  const answer = await keypad.readAccountPolicy(id, { signal: gone })
  return answer.ok ? { id, policy: answer.data } : null
}

function writeRow(desk: Desk, account: Account, policy: AccountPolicy | null): Html {
  const { tell, plain, query, language } = desk
  const { id, display_name: name, username, subject_id: subject, user_type: type, role, phone } = account
  const cursor = query('cursor')
  const why = `${PATH}?${new URLSearchParams({ why: id, ...(cursor ? { cursor } : {}) })}#${id}`
  const number = phone.current_masked ?? phone.pending_masked
  const sentence = policy && html`<p ${language !== 'en-GB' && html`lang="en"`}>${policy.sentence}</p>`
  return html`<tr id="${id}">
    <th scope="row"><a href="/support/people/${id}">${name}</a></th>
    <td>${username ?? subject ?? '–'}</td>
    <td>${type}</td>
    <td>${role ?? '–'}</td>
    <td>${number ? html`<bdi dir="ltr">${number}</bdi>` : '–'}</td>
    <td>
      ${writeOverride(desk, account)}
      <a href="${why}" aria-label="${plain('people.whyOf', { name })}">${tell('people.why')}</a>${sentence}
    </td>
  </tr>`
}

function writeOverride(desk: Desk, { id, display_name: name, factor_override: chosen }: Account): Html {
  const { tell, plain, query } = desk
  const options = OVERRIDES.map(
    (value) =>
      html`<option value="${value}" ${value === chosen && html`selected`}>
        ${plain(`people.${value}`)}
      </option>`,
  )
  const field = `${id}-override`
  const cursor = query('cursor')
  const action = cursor ? `${PATH}?${new URLSearchParams({ cursor })}` : PATH
  const body = html`<select
      id="${field}"
      name="${field}"
      aria-label="${plain('people.overrideOf', { name })}"
    >
      ${options}
    </select>
    <button aria-label="${plain('people.saveOf', { name })}">${tell('people.save')}</button>`
  return html`<div class="inline">${writeDeskForm(desk, { action, hidden: { id } }, body)}</div>`
}
