/**
 * /support/me: what somebody of the staff did.
 */
import type { OwnAct } from '#client/keypad.ts'
import { showDesk } from '#portal/console/console-reply.ts'
import type { DeskRoute } from '#portal/console/console-reply.ts'
import { writeTable, writeTime } from '#portal/console/desk-form.ts'
import type { Desk } from '#portal/console/desk.ts'
import { isDeskWord } from '#portal/console/desk-words.ts'
import { html } from '#core/html.ts'
import type { Html } from '#core/html.ts'
import type { Reply } from '#portal/reply.ts'
import { UnexpectedProblem } from '#portal/unexpected.ts'

export const ACTIVITY_ROUTES: readonly DeskRoute[] = [
  { method: 'get', path: '/support/me', needs: 'read', run: showActivity },
]

async function showActivity(desk: Desk): Promise<Reply> {
  const { keypad, tell, plain, query, gone, me, role } = desk
  const cursor = query('cursor')
  const answer = await keypad.listOwnActs({ limit: 50, ...(cursor ? { cursor } : {}) }, { signal: gone })
  if (!answer.ok) throw new UnexpectedProblem(answer.problem)
  const { data, next_cursor: next } = answer.data
  const heads = (['at', 'act', 'person', 'reason'] as const).map((name) => tell(`me.${name}`))
  const table = writeTable(
    plain('me.title'),
    heads,
    data.map((act) => writeRow(desk, act)),
  )
  const body = html`<h1>${tell('me.title')}</h1>
    <p>${tell('me.text', { name: me.account.display_name, role: tell(`role.${role}`) })}</p>
    ${data.length > 0 ? table : html`<p class="notice">${tell('me.none')}</p>`}
    <p>${next && html`<a href="/support/me?cursor=${next}">${tell('audit.older')}</a>`}</p>`
  return showDesk(plain('me.title'), body)
}

function writeRow(desk: Desk, { at, kind, account_id: accountId, reason }: OwnAct): Html {
  const key = `kind.${kind}`
  return html`<tr>
    <td>${writeTime(desk, at)}</td>
    <td>${isDeskWord(key) ? desk.tell(key) : html`<code>${kind}</code>`}</td>
    <td>${accountId ? html`<a href="/support/people/${accountId}"><code>${accountId}</code></a>` : '–'}</td>
    <td>${reason ?? ''}</td>
  </tr>`
}
