/**
 * /owner/policies/edit: a rule is written, then shown with what it would do, and only then saved.
 */
import type { Organization, PolicyPreview, Rule } from '#client/keypad.ts'
import { goToDesk, showDesk } from '#portal/console/console-reply.ts'
import type { DeskRoute } from '#portal/console/console-reply.ts'
import { tellProblem, writeDeskFaults, writeDeskForm } from '#portal/console/desk-form.ts'
import type { Desk } from '#portal/console/desk.ts'
import type { Fault } from '#portal/form.ts'
import { html } from '#core/html.ts'
import type { Html } from '#core/html.ts'
import { makeDeskMissing } from '#portal/console/missing.ts'
import type { Reply } from '#portal/reply.ts'
import { readOrganizations, readPolicies } from './read-all.ts'
import { DEFAULT_RULE, hideRule, readRule, writeRuleFields } from './rule-form.ts'
import { editPath, joinWays, namePlace, placeOf, tellRule } from './rule-words.ts'
import type { Place } from './rule-words.ts'

const PATH = '/owner/policies/edit'

export const RULE_ROUTES: readonly DeskRoute[] = [
  {
    method: 'get',
    path: PATH,
    needs: 'admin',
    run: (desk) => withRule(desk, (edited) => showForm(desk, edited)),
  },
  {
    method: 'post',
    path: PATH,
    needs: 'admin',
    run: (desk) => withRule(desk, (edited) => readForm(desk, edited)),
  },
]

/** `held`: what is stored at the place, or what holds where nothing is. */
type Edited = {
  place: Place
  held: Rule
  rule: Rule
  organizations: Organization[]
  faults: readonly Fault[]
}

async function withRule(desk: Desk, run: (edited: Edited) => Reply | Promise<Reply>): Promise<Reply> {
  const place = readPlace(desk)
  if (!place) return makeDeskMissing(desk)
  const [policies, organizations] = await Promise.all([readPolicies(desk), readOrganizations(desk)])
  const stored = policies.find((policy) => editPath(placeOf(policy)) === editPath(place))
  const { required, factors, ask_factor, default_call_mode, number_change, reset_approval, bypass } =
    stored ?? DEFAULT_RULE
  const held = { required, factors, ask_factor, default_call_mode, number_change, reset_approval, bypass }
  return run({ place, held, rule: held, organizations, faults: [] })
}

/** Null: the address names no place. */
function readPlace({ query }: Desk): Place | null {
  const [userType, country, clinic] = [query('user_type'), query('country'), query('clinic')]
  const isKnown =
    /^[a-z][a-z\d_-]{0,39}$/.test(userType) && /^([A-Z]{2})?$/.test(country) && /^(org_\w{26})?$/.test(clinic)
  return isKnown ? { userType, country: country || null, organizationId: clinic || null } : null
}

function showForm(desk: Desk, { place, rule, organizations, faults }: Edited): Reply {
  const { tell, plain } = desk
  const words = { type: place.userType, place: namePlace(desk, place, organizations) }
  const fields = html`${writeRuleFields(desk, rule, faults)}
    <button class="main">${tell('edit.preview')}</button>`
  const form = { action: editPath(place), hidden: { act: 'preview' } }
  const body = html`${writeDeskFaults(desk, faults)}
    <h1>${tell('edit.title', words)}</h1>
    <div class="narrow">${writeDeskForm(desk, form, fields)}</div>
    <p><a href="/owner/policies">${tell('edit.cancel')}</a></p>`
  return showDesk(plain('edit.title', words), body, { isFaulty: faults.length > 0 })
}

function readForm(desk: Desk, edited: Edited): Reply | Promise<Reply> {
  const { field, tell } = desk
  const rule = readRule(desk, edited.held)
  if (rule.factors.length === 0) {
    const faults = [{ field: 'factors', text: tell('edit.noFactors') }]
    return showForm(desk, { ...edited, rule, faults })
  }
  const typed = { ...edited, rule }
  if (field('act') === 'change') return showForm(desk, typed)
  return field('act') === 'save' ? save(desk, typed) : preview(desk, typed)
}

async function save(desk: Desk, edited: Edited): Promise<Reply> {
  const { keypad } = desk
  const { userType, country, organizationId } = edited.place
  const answer = organizationId
    ? await keypad.replaceOrganizationPolicy(organizationId, userType, edited.rule)
    : await keypad.replacePolicy(userType, { ...edited.rule, ...(country ? { country } : {}) })
  if (answer.ok) return goToDesk('/owner/policies?did=rule')
  const field = answer.problem.code === 'owner_only' ? 'required' : 'factors'
  return showForm(desk, { ...edited, faults: [{ field, text: tellProblem(desk, answer.problem) }] })
}

async function preview(desk: Desk, edited: Edited): Promise<Reply> {
  const { keypad, tell, plain, gone } = desk
  const { place, rule, organizations } = edited
  const { userType: user_type, country, organizationId } = place
  const where = {
    ...(country ? { country } : {}),
    ...(organizationId ? { organization_id: organizationId } : {}),
  }
  const answer = await keypad.previewPolicy({ user_type, ...where, rule }, { signal: gone })
  if (!answer.ok)
    return showForm(desk, {
      ...edited,
      faults: [{ field: 'factors', text: tellProblem(desk, answer.problem) }],
    })
  const button = (act: string, label: Html, look: string) =>
    writeDeskForm(
      desk,
      { action: editPath(place), hidden: { ...hideRule(rule), act } },
      html`<button class="${look}">${label}</button>`,
    )
  const body = html`<h1>${tell('what.title')}</h1>
    ${writePreview(desk, answer.data, rule)}
    <h2>${tell('what.rule')}</h2>
    <p>${tell('edit.title', { type: user_type, place: namePlace(desk, place, organizations) })}</p>
    <p>${tellRule(desk, rule)}</p>
    <div class="buttons">
      ${button('save', tell('what.save'), 'main')} ${button('change', tell('what.change'), 'plain')}
    </div>
    <p><a href="/owner/policies">${tell('edit.cancel')}</a></p>`
  return showDesk(plain('what.title'), body)
}

function writePreview(
  desk: Desk,
  { people, required_now: now, required, lack, examples, is_partial: isPartial }: PolicyPreview,
  rule: Rule,
): Html {
  const { tell } = desk
  const names = examples.map(
    ({ account_id: id, display_name: name }) => html`<li><a href="/support/people/${id}">${name}</a></li>`,
  )
  const lacking = html`<p class="big">${tell('what.lack', { count: lack })}</p>
    <p>${tell('what.lackText', { way: joinWays(desk, rule.factors.slice(0, 1)) })}</p>
    <h3>${tell('what.examples')}</h3>
    <ul>
      ${names}
    </ul>`
  return html`<div class="notice">
    <p>${tell('what.people', { count: people })} ${isPartial && tell('what.partial', { count: people })}</p>
    <p>${tell('what.now', { count: now })} ${tell('what.then', { count: required })}</p>
    ${lack > 0 ? lacking : html`<p>${tell('what.nobody')}</p>`}
  </div>`
}
