/**
 * /support/audit: the trail with filters, as a file, and whether anybody altered it.
 */
import type { AuditEntry, AuditFilter, AuditVerdict, Page } from '#client/keypad.ts'
import { EVENT_KINDS } from '#core/event-kinds.ts'
import { showDesk } from '#portal/console/console-reply.ts'
import type { DeskRoute, Download } from '#portal/console/console-reply.ts'
import {
  tellProblem,
  writeDeskFaults,
  writeDeskForm,
  writeTable,
  writeTime,
} from '#portal/console/desk-form.ts'
import type { Desk } from '#portal/console/desk.ts'
import type { Fault } from '#portal/form.ts'
import { html } from '#core/html.ts'
import type { Html } from '#core/html.ts'
import type { Reply } from '#portal/reply.ts'
import { UnexpectedProblem } from '#portal/unexpected.ts'
import { readFilters, writeFilters, writeQuery } from './audit-filters.ts'

const PATH = '/support/audit'

export const AUDIT_ROUTES: readonly DeskRoute[] = [
  { method: 'get', path: PATH, needs: 'audit', run: (desk) => showAudit(desk, null) },
  { method: 'post', path: PATH, needs: 'audit', run: verify },
  { method: 'get', path: `${PATH}/export`, needs: 'audit', run: exportTrail },
]

async function verify(desk: Desk): Promise<Reply> {
  const answer = await desk.keypad.verifyAudit({}, { signal: desk.gone, timeoutMs: 60_000 })
  if (!answer.ok) throw new UnexpectedProblem(answer.problem)
  return showAudit(desk, answer.data)
}

async function exportTrail(desk: Desk): Promise<Reply | Download> {
  const answer = await desk.keypad.exportAudit(readFilters(desk), { signal: desk.gone })
  if (!answer.ok) throw new UnexpectedProblem(answer.problem)
  return { lines: answer.data, fileName: `audit-${new Date().toISOString().slice(0, 10)}.ndjson` }
}

async function showAudit(desk: Desk, verdict: AuditVerdict | null): Promise<Reply> {
  const { keypad, tell, plain, query, gone } = desk
  const [filter, cursor] = [readFilters(desk), query('cursor')]
  const answer = await keypad.readAudit(
    { ...filter, limit: 50, ...(cursor ? { cursor } : {}) },
    { signal: gone },
  )
  const faults: Fault[] = answer.ok ? [] : [{ field: 'actor', text: tellProblem(desk, answer.problem) }]
  const body = html`${writeDeskFaults(desk, faults)}
    <h1>${tell('audit.title')}</h1>
    ${writeChain(desk, verdict)} ${writeFilters(desk, EVENT_KINDS, faults)}
    ${answer.ok && writeEntries(desk, filter, answer.data)}`
  return showDesk(plain('audit.title'), body, { isFaulty: faults.length > 0 })
}

function writeChain(desk: Desk, verdict: AuditVerdict | null): Html {
  const { tell } = desk
  const button = html`<button>${tell('audit.verify')}</button>`
  return html`<div class="chain">
    <p>${tell('audit.chain')}</p>
    ${writeDeskForm(desk, { action: PATH }, button)} ${verdict && writeFinding(desk, verdict)}
  </div>`
}

function writeFinding(
  { tell, language }: Desk,
  { intact, checked, first_broken: broken, head }: AuditVerdict,
): Html {
  const count = checked.toLocaleString(language)
  const said = intact ? tell('audit.intact', { count }) : tell('audit.broken', { count, id: broken ?? '' })
  return html`<div class="${intact ? 'notice' : 'faults'}" role="status">
    <p><strong>${said}</strong></p>
    ${head && html`<p>${tell('audit.head')} <code class="hash">${head}</code></p>`}
  </div>`
}

function writeEntries(
  desk: Desk,
  filter: AuditFilter,
  { data, next_cursor: cursor }: Page<AuditEntry>,
): Html {
  const { tell, plain } = desk
  const heads = (['place', 'at', 'kind', 'actor', 'account', 'reason'] as const).map((name) =>
    tell(`audit.${name}`),
  )
  const rows = data.map((entry) => writeRow(desk, entry))
  const more =
    cursor && html`<a href="${PATH}?${writeQuery({ ...filter, cursor })}">${tell('audit.older')}</a>`
  return html`<p><a href="${PATH}/export?${writeQuery(filter)}" download>${tell('audit.export')}</a></p>
    ${rows.length > 0 ? writeTable(plain('audit.title'), heads, rows) : html`<p class="notice">${tell('audit.none')}</p>`}
    <p>${more}</p>`
}

function writeRow(
  desk: Desk,
  { place, at, kind, actor, account_id: accountId, data, request_id: request }: AuditEntry,
): Html {
  const reason = typeof data?.['reason'] === 'string' ? data['reason'] : null
  const person = accountId ? html`<a href="/support/people/${accountId}"><code>${accountId}</code></a>` : '–'
  const rest = { request_id: request, ...data }
  return html`<tr>
    <td>${place}</td>
    <td>${writeTime(desk, at)}</td>
    <td><code>${kind}</code></td>
    <td><code>${actor}</code></td>
    <td>${person}</td>
    <td>
      ${reason ?? ''}
      <details>
        <summary><span class="hidden">${kind} ${place}: </span>${desk.tell('audit.data')}</summary>
        <code class="data">${JSON.stringify(rest)}</code>
      </details>
    </td>
  </tr>`
}
