/**
 * /owner/policies: which rules there are, by user type and place.
 */
import type { Organization, Policy } from '#client/keypad.ts'
import { goToDesk, showDesk } from '#portal/console/console-reply.ts'
import type { DeskRoute } from '#portal/console/console-reply.ts'
import { writeDeskFaults, writeDeskForm, writeTable } from '#portal/console/desk-form.ts'
import type { Desk } from '#portal/console/desk.ts'
import { writeInput, writeSelect } from '#portal/fields.ts'
import type { Fault } from '#portal/form.ts'
import { html } from '#core/html.ts'
import type { Html } from '#core/html.ts'
import type { Reply } from '#portal/reply.ts'
import { readOrganizations, readPolicies } from './read-all.ts'
import { editPath, nameCountry, namePlace, placeOf, tellRule } from './rule-words.ts'
import type { Place } from './rule-words.ts'

const PATH = '/owner/policies'
/** Types that every portal has; others appear once they have a rule. */
const USUAL = ['patient', 'doctor', 'employee', 'manager']

export const POLICY_ROUTES: readonly DeskRoute[] = [
  { method: 'get', path: PATH, needs: 'admin', run: (desk) => showRules(desk, []) },
  { method: 'post', path: PATH, needs: 'admin', run: addRule },
]

function addRule(desk: Desk): Reply | Promise<Reply> {
  const { field, tell } = desk
  const userType = field('user_type').trim()
  if (!/^[a-z][a-z\d_-]{0,39}$/.test(userType))
    return showRules(desk, [{ field: 'user_type', text: tell('rules.noType') }])
  const place = field('place')
  const isClinic = place.startsWith('org_')
  return goToDesk(
    editPath({ userType, country: isClinic ? null : place || null, organizationId: isClinic ? place : null }),
  )
}

async function showRules(desk: Desk, faults: readonly Fault[]): Promise<Reply> {
  const { tell, plain, query } = desk
  const [policies, organizations] = await Promise.all([readPolicies(desk), readOrganizations(desk)])
  const types = [...new Set([...USUAL, ...policies.map(({ user_type: type }) => type)])]
  const heads = (['type', 'general', 'countries', 'clinics'] as const).map((name) => tell(`rules.${name}`))
  const rows = types.map((type) => writeRow(desk, type, { policies, organizations }))
  const body = html`${writeDeskFaults(desk, faults)}
    ${query('did') === 'rule' && html`<p class="notice" role="status">${tell('did.rule')}</p>`}
    <h1>${tell('rules.title')}</h1>
    <p>${tell('rules.text')}</p>
    ${writeTable(plain('rules.title'), heads, rows)} ${writeAdd(desk, organizations, faults)}`
  return showDesk(plain('rules.title'), body, { isFaulty: faults.length > 0 })
}

type Known = { policies: readonly Policy[]; organizations: readonly Organization[] }

function writeRow(desk: Desk, type: string, { policies, organizations }: Known): Html {
  const { tell } = desk
  const own = policies.filter(({ user_type: userType }) => userType === type)
  const cell = (level: Policy['level']) =>
    own.filter((policy) => policy.level === level).map((policy) => writeRule(desk, policy, organizations))
  const general = cell('tenant')
  const none = html`<p>${tell('rules.none')}</p>
    ${writeEdit(desk, { userType: type, country: null, organizationId: null }, `${type}, ${desk.plain('rules.everywhere')}`)}`
  return html`<tr>
    <th scope="row">${type}</th>
    <td>${general.length > 0 ? general : none}</td>
    <td>${cell('country')}</td>
    <td>${cell('organization')}</td>
  </tr>`
}

function writeRule(desk: Desk, policy: Policy, organizations: readonly Organization[]): Html {
  const place = placeOf(policy)
  const name = namePlace(desk, place, organizations)
  const title = policy.level === 'tenant' ? null : html`<p class="place">${name}</p>`
  return html`<div class="rule">
    ${title}
    <p>${tellRule(desk, policy)}</p>
    ${writeEdit(desk, place, `${policy.user_type}, ${name}`)}
  </div>`
}

function writeEdit({ tell, plain }: Desk, place: Place, name: string): Html {
  return html`<a href="${editPath(place)}" aria-label="${plain('rules.editOf', { place: name })}"
    >${tell('rules.edit')}</a
  >`
}

function writeAdd(desk: Desk, organizations: readonly Organization[], faults: readonly Fault[]): Html {
  const { tell, plain, field } = desk
  const countries = [...new Set(organizations.map(({ country }) => country))].toSorted()
  const options = [
    { value: '', label: plain('rules.everywhere') },
    ...countries.map((value) => ({
      value,
      label: plain('rules.country', { country: nameCountry(desk, value) }),
    })),
    ...organizations.map(({ id: value, name: label }) => ({ value, label })),
  ]
  const type = {
    label: tell('rules.addType'),
    hint: tell('rules.addTypeHint'),
    value: field('user_type'),
    autocomplete: 'off',
  }
  const place = { name: 'place', label: tell('rules.addPlace'), autocomplete: 'off', faults }
  const fields = html`${writeInput(desk, { name: 'user_type', ...type, faults })}
    ${writeSelect(place, options, field('place'))} <button class="main">${tell('rules.addSubmit')}</button>`
  return html`<h2>${tell('rules.add')}</h2>
    <p>${tell('rules.addText')}</p>
    <div class="narrow">${writeDeskForm(desk, { action: PATH }, fields)}</div>`
}
