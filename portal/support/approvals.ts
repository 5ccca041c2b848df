/**
 * /support/approvals: resets that somebody asked for and somebody else decides.
 */
import type { FactorReset } from '#client/keypad.ts'
import { mayAct } from '#core/roles.ts'
import { goToDesk, showDesk } from '#portal/console/console-reply.ts'
import type { DeskRoute } from '#portal/console/console-reply.ts'
import {
  onceOf,
  readReason,
  tellProblem,
  writeDeskFaults,
  writeDeskForm,
  writeReason,
  writeTime,
} from '#portal/console/desk-form.ts'
import type { Desk } from '#portal/console/desk.ts'
import { isDeskWord } from '#portal/console/desk-words.ts'
import type { Fault } from '#portal/form.ts'
import { html } from '#core/html.ts'
import type { Html } from '#core/html.ts'
import type { Reply } from '#portal/reply.ts'
import { UnexpectedProblem } from '#portal/unexpected.ts'
import { plainFactor } from './person-state.ts'

const PATH = '/support/approvals'

export const APPROVAL_ROUTES: readonly DeskRoute[] = [
  { method: 'get', path: PATH, needs: 'read', run: (desk) => showQueue(desk, []) },
  { method: 'post', path: PATH, needs: 'decide', run: decide },
]

async function decide(desk: Desk): Promise<Reply> {
  const { keypad, field } = desk
  const id = field('id')
  const { reason, faults } = readReason(desk, id)
  if (faults.length > 0) return showQueue(desk, faults)
  const isApproved = field('decision') === 'approve'
  const run = isApproved ? keypad.approveFactorReset : keypad.rejectFactorReset
  const answer = await run(id, { reason }, onceOf(desk))
  if (!answer.ok) return showQueue(desk, [{ field: `${id}-reason`, text: tellProblem(desk, answer.problem) }])
  return goToDesk(`${PATH}?did=${isApproved ? 'approved' : 'rejected'}`)
}

async function showQueue(desk: Desk, faults: readonly Fault[]): Promise<Reply> {
  const { keypad, tell, plain, query, gone } = desk
  const answer = await keypad.listFactorResets({ limit: 100 }, { signal: gone })
  if (!answer.ok) throw new UnexpectedProblem(answer.problem)
  const waiting = answer.data.data.filter(({ status }) => status === 'waiting')
  const decided = answer.data.data.filter(({ status }) => status !== 'waiting').slice(0, 20)
  const key = `did.${query('did')}`
  const body = html`${writeDeskFaults(desk, faults)}
    ${isDeskWord(key) && html`<p class="notice" role="status">${tell(key)}</p>`}
    <h1>${tell('queue.title')}</h1>
    <p>${tell('queue.text')}</p>
    ${waiting.length === 0 && html`<p class="notice">${tell('queue.empty')}</p>`}
    ${waiting.map((reset) => writeRequest(desk, reset, faults))}
    ${
      decided.length > 0 &&
      html`<h2>${tell('queue.decided')}</h2>
        <ul class="decided">
          ${decided.map((reset) => writeDecided(desk, reset))}
        </ul>`
    }`
  return showDesk(plain('queue.title'), body, { isFaulty: faults.length > 0 })
}

function writeRequest(desk: Desk, reset: FactorReset, faults: readonly Fault[]): Html {
  const { tell, me } = desk
  const { id, account_id: accountId, display_name: name, factor, reason, identity_checks: checks } = reset
  const isOwn = reset.requested_by === me.account.id
  const asker = isOwn ? html`<strong>${tell('queue.you')}</strong>` : html`<code>${reset.requested_by}</code>`
  return html`<article class="request" aria-labelledby="${id}">
    <h2 id="${id}">${tell('queue.request', { factor: plainFactor(desk, factor), name })}</h2>
    <dl class="facts">
      <dt>${tell('queue.asker')}</dt>
      <dd>${asker}, ${writeTime(desk, reset.created_at)}</dd>
      <dt>${tell('desk.reason')}</dt>
      <dd>${reason}</dd>
      <dt>${tell('queue.checks')}</dt>
      <dd>${writeChecks(desk, checks)}</dd>
      <dt>${tell('queue.until')}</dt>
      <dd>${writeTime(desk, reset.expires_at)}</dd>
    </dl>
    <p><a href="/support/people/${accountId}">${tell('queue.person', { name })}</a></p>
    ${writeDecision(desk, reset, { isOwn, faults })}
  </article>`
}

function writeDecision(
  desk: Desk,
  { id, account_id: accountId }: FactorReset,
  of: { isOwn: boolean; faults: readonly Fault[] },
): Html {
  const { tell, role, me } = desk
  if (of.isOwn) return html`<p class="ask">${tell('queue.own')}</p>`
  if (accountId === me.account.id) return html`<p class="ask">${tell('problem.own_account')}</p>`
  if (!mayAct(role, 'decide')) return html`<p class="ask">${tell('act.ask.decide')}</p>`
  const form = html`${writeReason(desk, id, of.faults)}
    <div class="buttons">
      <button class="main" name="decision" value="approve">${tell('queue.approve')}</button>
      <button name="decision" value="reject">${tell('queue.reject')}</button>
    </div>`
  return writeDeskForm(desk, { action: PATH, hidden: { id } }, form)
}

function writeChecks({ tell }: Desk, checks: FactorReset['identity_checks']): Html {
  const words = checks.map(({ kind, passed }, at) => {
    const key = `check.${kind}`
    const name = isDeskWord(key) ? tell(key) : kind
    return html`${at > 0 && '; '}${name}${!passed && html` (${tell('queue.failed')})`}`
  })
  return html`${words}`
}

function writeDecided(desk: Desk, reset: FactorReset): Html {
  const { tell } = desk
  const {
    status,
    display_name: name,
    factor,
    decided_reason: reason,
    decided_at: at,
    expires_at: expiry,
  } = reset
  const said = reason ? html`: ${reason}` : null
  return html`<li>
    <span class="chip">${tell(`queue.${status}`)}</span>
    ${tell('queue.request', { factor: plainFactor(desk, factor), name })},
    ${writeTime(desk, at ?? (status === 'expired' ? expiry : reset.created_at))}${said}
  </li>`
}
