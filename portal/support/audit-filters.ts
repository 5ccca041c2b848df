/**
 * What the audit trail is filtered by: in the address, so that a list can be kept and sent. Nothing there is personal.
 */
import type { AuditFilter } from '#client/keypad.ts'
import type { Desk } from '#portal/console/desk.ts'
import { writeInput, writeSelect } from '#portal/fields.ts'
import type { Fault } from '#portal/form.ts'
import { html } from '#core/html.ts'
import type { Html } from '#core/html.ts'

const DAY = /^\d{4}-\d{2}-\d{2}$/

/** Reads the filters of the address; days are whole days in UTC. */
export function readFilters({ query }: Desk): AuditFilter {
  const [kind, account, actor, from, until] = ['kind', 'account_id', 'actor', 'from', 'until'].map((name) =>
    query(name).trim(),
  )
  return {
    ...(kind ? { kind } : {}),
    ...(account ? { account_id: account } : {}),
    ...(actor ? { actor } : {}),
    ...(from && DAY.test(from) ? { from: `${from}T00:00:00Z` } : {}),
    ...(until && DAY.test(until) ? { until: `${until}T23:59:59.999Z` } : {}),
  }
}

/** Writes them for an address. */
export function writeQuery(filter: AuditFilter & { cursor?: string }): string {
  const words = Object.entries(filter).flatMap(([name, value]) => {
    if (value === undefined) return []
    return [[name, name === 'from' || name === 'until' ? value.slice(0, 10) : value]]
  })
  return new URLSearchParams(words as [string, string][]).toString()
}

/** The form above the list. */
export function writeFilters(desk: Desk, kinds: readonly string[], faults: readonly Fault[]): Html {
  const { tell, plain, query } = desk
  const options = [
    { value: '', label: plain('audit.anyKind') },
    ...kinds.map((value) => ({ value, label: value })),
  ]
  const select = { name: 'kind', label: tell('audit.kind'), autocomplete: 'off', faults }
  const text = (name: 'account_id' | 'actor', label: Html) =>
    writeInput(desk, { name, label, value: query(name), autocomplete: 'off', faults })
  return html`<form method="get" action="/support/audit" class="filters">
    ${writeSelect(select, options, query('kind'))} ${text('account_id', tell('audit.account'))}
    ${text('actor', tell('audit.actor'))} ${writeDay(desk, 'from')} ${writeDay(desk, 'until')}
    <button class="main">${tell('audit.filter')}</button>
  </form>`
}

/** A day; browsers draw a calendar for it. */
export function writeDay({ tell, query }: Desk, name: 'from' | 'until' | 'to', value = query(name)): Html {
  return html`<div class="field">
    <label for="${name}">${tell(`audit.${name}`)}</label>
    <input id="${name}" name="${name}" type="date" value="${value}" />
  </div>`
}
